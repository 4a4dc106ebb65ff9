import { html } from 'hono/html'
import type { Label } from '../../dossiers/contents.ts'
import type { Language } from './page.ts'
import type { Html } from './show-text.ts'

const en = {
  title: 'A dossier is offered to you',
  lead: (giver: Html, dossier: Html) => html`${giver} offers you dossier ${dossier}.`,
  offer: 'The offer',
  giver: 'Offered by',
  dossier: 'Dossier',
  noName: 'Its client is not named here: the dossier is confidential.',
  label: 'Confidentiality',
  labels: {
    open: 'Nothing in it is confidential',
    'partially-confidential': 'Part of it is confidential',
    confidential: 'It is confidential as a whole',
  } satisfies Record<Label, string>,
  items: 'Notes and documents',
  shares: 'Shared with',
  people: (count: Html) => html`${count} people`,
  offeredAt: 'Offered on',
  expiresAt: 'Answer before',
  silence: 'Without an answer by then, nothing changes hands.',
  message: 'Message with the offer',
  answer: 'Your answer',
  nothingYet: 'Opening this page decides nothing. Your answer counts once you send it.',
  choice: 'Do you take over this dossier?',
  accept: 'Yes, I accept it',
  acceptHint: 'Its content and the responsibility of following it up are yours from that moment on.',
  refuse: 'No, I refuse it',
  reason: 'Why do you refuse?',
  reasonHint: (giver: Html) =>
    html`Needed only if you refuse. ${giver} receives these words by e-mail. At most 1,000 characters.`,
  send: 'Send my answer',
  footer:
    'This link is for you alone and serves once. Please do not forward it: whoever has it can answer in your name.',
  errors: {
    'reason-missing': 'Write why you refuse.',
    'reason-too-long': 'Write your reason in 1,000 characters at most.',
    'choice-missing': 'Choose whether to accept or to refuse.',
    changed: 'This dossier has changed since you opened the page. Nothing is decided yet: read it again, then answer.',
    'not-eligible':
      'Only an active practitioner of the organisation takes over a dossier. You can still refuse it, or turn to whoever looks after the roles.',
  },
  answered: {
    accepted: {
      title: 'The dossier is yours',
      what: (dossier: Html) => html`Dossier ${dossier} is yours from now on. Sign in as usual: it is already there.`,
    },
    refused: {
      title: 'Dossier refused',
      what: (dossier: Html) =>
        html`Dossier ${dossier} stays where it is. The person who offered it receives your reason by e-mail.`,
    },
  },
  served: 'Your answer is recorded. The link in your e-mail has served and no longer works; you can close this page.',
}

/** What the pages of an offer say, in the reader's words. */
export const offerTexts: Record<Language, typeof en> = {
  en,
  fr: {
    title: 'Un dossier vous est offert',
    lead: (giver, dossier) => html`${giver} vous offre le dossier ${dossier}.`,
    offer: 'L’offre',
    giver: 'Offert par',
    dossier: 'Dossier',
    noName: 'Son client n’est pas nommé ici\u00a0: le dossier est confidentiel.',
    label: 'Confidentialité',
    labels: {
      open: 'Rien n’y est confidentiel',
      'partially-confidential': 'Une partie en est confidentielle',
      confidential: 'Il est entièrement confidentiel',
    },
    items: 'Notes et documents',
    shares: 'Partagé avec',
    people: (count) => html`${count} personnes`,
    offeredAt: 'Offert le',
    expiresAt: 'Répondre avant',
    silence: 'Sans réponse d’ici là, rien ne change de mains.',
    message: 'Message joint à l’offre',
    answer: 'Votre réponse',
    nothingYet: 'Ouvrir cette page ne décide de rien. Votre réponse compte une fois envoyée.',
    choice: 'Reprenez-vous ce dossier\u202f?',
    accept: 'Oui, je l’accepte',
    acceptHint: 'Son contenu et la responsabilité de son suivi vous reviennent dès cet instant.',
    refuse: 'Non, je le refuse',
    reason: 'Pourquoi refusez-vous\u202f?',
    reasonHint: (giver) =>
      html`Nécessaire seulement si vous refusez. ${giver} recevra ces mots par e-mail. 1\u202f000 caractères au plus.`,
    send: 'Envoyer ma réponse',
    footer:
      'Ce lien vous est personnel et ne sert qu’une fois. Ne le transférez pas\u00a0: quiconque l’a peut répondre en votre nom.',
    errors: {
      'reason-missing': 'Indiquez pourquoi vous refusez.',
      'reason-too-long': 'Écrivez votre motif en 1\u202f000 caractères au plus.',
      'choice-missing': 'Choisissez d’accepter ou de refuser.',
      changed:
        'Ce dossier a changé depuis que vous avez ouvert la page. Rien n’est décidé\u00a0: relisez, puis répondez.',
      'not-eligible':
        'Seul un intervenant actif de l’organisation reprend un dossier. Vous pouvez encore le refuser, ou vous adresser à qui gère les rôles.',
    },
    answered: {
      accepted: {
        title: 'Le dossier est à vous',
        what: (dossier) =>
          html`Le dossier ${dossier} vous appartient désormais. Connectez-vous comme d’habitude\u00a0: il est déjà là.`,
      },
      refused: {
        title: 'Dossier refusé',
        what: (dossier) =>
          html`Le dossier ${dossier} reste où il est. La personne qui vous l’offrait recevra votre motif par e-mail.`,
      },
    },
    served:
      'Votre réponse est enregistrée. Le lien de votre e-mail a servi et ne fonctionne plus\u202f; vous pouvez fermer cette page.',
  },
}
