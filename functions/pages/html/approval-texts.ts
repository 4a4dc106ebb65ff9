import { html } from 'hono/html'
import type { Language } from './page.ts'
import type { Html } from './show-text.ts'

const en = {
  title: 'A document awaits your approval',
  lead: (dossier: Html) => html`A document of dossier ${dossier} is sent only once it is approved.`,
  document: 'The document',
  file: 'File',
  kind: 'Kind',
  party: 'Supplier or customer',
  number: 'Its number',
  date: 'Dated',
  amount: 'Amount',
  author: 'Put in by',
  submitter: 'Submitted by',
  submittedAt: 'Submitted on',
  dossier: 'Dossier',
  rule: 'Approval rule',
  inPlaceOf: 'In the place of',
  noFacts: 'This document is confidential: what it is, is shown once you are signed in.',
  content: 'Its content is read once you are signed in.',
  answer: 'Your answer',
  nothingYet: 'Opening this page decides nothing. Your answer counts once you send it.',
  choice: 'Do you approve this document?',
  approve: 'Yes, I approve it',
  reject: 'No, I reject it',
  reason: 'Why do you reject it?',
  reasonHint: (submitter: Html) =>
    html`Needed only if you reject. ${submitter} receives these words by e-mail. At most 1,000 characters.`,
  send: 'Send my answer',
  footer:
    'This link is for you alone and serves once. Please do not forward it: whoever has it can answer in your name.',
  errors: {
    'reason-missing': 'Write why you reject it.',
    'reason-too-long': 'Write your reason in 1,000 characters at most.',
    'choice-missing': 'Choose whether to approve or to reject.',
    changed: 'Something has changed since you opened the page. Nothing is decided yet: read it again, then answer.',
    'not-your-turn':
      'It is not your turn at this moment: somebody else is asked before you. Nothing is decided; you may come back to this page.',
  },
  answered: {
    approved: {
      title: 'Document approved',
      what: (dossier: Html) => html`Your approval of the document of dossier ${dossier} is given.`,
    },
    rejected: {
      title: 'Document rejected',
      what: (dossier: Html) =>
        html`The document of dossier ${dossier} is not sent. Whoever submitted it receives your reason by e-mail.`,
    },
  },
  served: 'Your answer is recorded. The link in your e-mail has served and no longer works; you can close this page.',
}

/** What the pages of an approval say, in the reader's words. */
export const approvalTexts: Record<Language, typeof en> = {
  en,
  fr: {
    title: 'Un document attend votre approbation',
    lead: (dossier) => html`Un document du dossier ${dossier} n’est envoyé qu’une fois approuvé.`,
    document: 'Le document',
    file: 'Fichier',
    kind: 'Type',
    party: 'Fournisseur ou client',
    number: 'Son numéro',
    date: 'En date du',
    amount: 'Montant',
    author: 'Déposé par',
    submitter: 'Soumis par',
    submittedAt: 'Soumis le',
    dossier: 'Dossier',
    rule: 'Règle d’approbation',
    inPlaceOf: 'En remplacement de',
    noFacts: 'Ce document est confidentiel\u00a0: ce qu’il est se montre une fois connecté·e.',
    content: 'Son contenu se lit une fois connecté·e.',
    answer: 'Votre réponse',
    nothingYet: 'Ouvrir cette page ne décide de rien. Votre réponse compte une fois envoyée.',
    choice: 'Approuvez-vous ce document\u202f?',
    approve: 'Oui, je l’approuve',
    reject: 'Non, je le rejette',
    reason: 'Pourquoi le rejetez-vous\u202f?',
    reasonHint: (submitter) =>
      html`Nécessaire seulement si vous rejetez. ${submitter} recevra ces mots par e-mail. 1\u202f000 caractères au plus.`,
    send: 'Envoyer ma réponse',
    footer:
      'Ce lien vous est personnel et ne sert qu’une fois. Ne le transférez pas\u00a0: quiconque l’a peut répondre en votre nom.',
    errors: {
      'reason-missing': 'Indiquez pourquoi vous le rejetez.',
      'reason-too-long': 'Écrivez votre motif en 1\u202f000 caractères au plus.',
      'choice-missing': 'Choisissez d’approuver ou de rejeter.',
      changed:
        'Quelque chose a changé depuis que vous avez ouvert la page. Rien n’est décidé\u00a0: relisez, puis répondez.',
      'not-your-turn':
        'Ce n’est pas à vous en ce moment\u00a0: quelqu’un d’autre est sollicité avant vous. Rien n’est décidé\u202f; vous pouvez revenir à cette page.',
    },
    answered: {
      approved: {
        title: 'Document approuvé',
        what: (dossier) => html`Votre approbation du document du dossier ${dossier} est donnée.`,
      },
      rejected: {
        title: 'Document rejeté',
        what: (dossier) =>
          html`Le document du dossier ${dossier} n’est pas envoyé. Qui l’a soumis recevra votre motif par e-mail.`,
      },
    },
    served:
      'Votre réponse est enregistrée. Le lien de votre e-mail a servi et ne fonctionne plus\u202f; vous pouvez fermer cette page.',
  },
}
