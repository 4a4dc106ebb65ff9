import { html } from 'hono/html'
import type { Language } from './page.ts'
import type { Html } from './show-text.ts'

const en = {
  title: 'Access request',
  lead: (requester: Html, newUser: Html, dossier: Html, client: Html) =>
    html`${requester} asks you to give ${newUser} access to dossier ${dossier} of ${client}.`,
  request: 'The request',
  requester: 'Asked by',
  newUser: 'For',
  dossier: 'Dossier',
  askedProfile: 'Profile asked for',
  askedAt: 'Asked on',
  expiresAt: 'Answer before',
  silence: 'Without an answer by then, no access is given.',
  message: 'Message with the request',
  earlier: 'Earlier requests for this person',
  noEarlier: 'There is no earlier request.',
  outcomes: {
    approved: 'Access given',
    refused: 'Refused',
    withdrawn: 'Withdrawn by the person who asked',
    expired: 'Expired without an answer',
    closed: 'Closed without a decision',
  },
  reasonGiven: (reason: Html) => html`Reason: ${reason}`,
  decision: 'Your decision',
  nothingYet: 'Opening this page decides nothing. Your decision counts once you send it.',
  choice: (newUser: Html) => html`Should ${newUser} get access?`,
  approve: 'Yes, give access',
  refuse: 'No, refuse',
  profile: 'With which profile?',
  profileHint: (newUser: Html) => html`Counts only if you give access. The profile says what ${newUser} can reach.`,
  noProfile: 'There is no profile that you may give for this dossier.',
  askedNotGivable: 'The profile asked for is not one that you may give here.',
  asked: 'asked for',
  reach: 'What this profile can reach',
  noReach: 'Nothing in this dossier, as it is set up.',
  reason: 'Why do you refuse?',
  reasonHint: (requester: Html) =>
    html`Needed only if you refuse. ${requester} receives these words by e-mail. At most 1,000 characters.`,
  send: 'Send my decision',
  footer:
    'This link is for you alone and serves once. Please do not forward it: whoever has it can decide in your name.',
  errors: {
    'reason-missing': 'Write why you refuse.',
    'reason-too-long': 'Write your reason in 1,000 characters at most.',
    'choice-missing': 'Choose whether to give access or to refuse.',
    'profile-missing': 'Choose a profile.',
    changed: 'This request has changed since you opened it. Nothing is decided yet: read it again, then decide.',
  },
} as const

type Texts = {
  readonly [K in keyof typeof en]: (typeof en)[K] extends string
    ? string
    : (typeof en)[K] extends (...pieces: infer Pieces) => unknown
      ? (...pieces: Pieces) => Html
      : { readonly [Name in keyof (typeof en)[K]]: string }
}

const fr: Texts = {
  title: 'Demande d’accès',
  lead: (requester, newUser, dossier, client) =>
    html`${requester} vous demande de donner à ${newUser} l’accès au dossier ${dossier} de ${client}.`,
  request: 'La demande',
  requester: 'Demandé par',
  newUser: 'Pour',
  dossier: 'Dossier',
  askedProfile: 'Profil demandé',
  askedAt: 'Demandé le',
  expiresAt: 'Réponse avant le',
  silence: 'Sans réponse d’ici là, aucun accès n’est donné.',
  message: 'Message joint à la demande',
  earlier: 'Demandes précédentes pour cette personne',
  noEarlier: 'Il n’y a pas de demande précédente.',
  outcomes: {
    approved: 'Accès donné',
    refused: 'Refusée',
    withdrawn: 'Retirée par la personne qui l’avait faite',
    expired: 'Expirée sans réponse',
    closed: 'Close sans décision',
  },
  reasonGiven: (reason) => html`Motif\u00a0: ${reason}`,
  decision: 'Votre décision',
  nothingYet: 'Ouvrir cette page ne décide de rien. Votre décision compte une fois envoyée.',
  choice: (newUser) => html`Donner l’accès à ${newUser}\u202f?`,
  approve: 'Oui, donner l’accès',
  refuse: 'Non, refuser',
  profile: 'Avec quel profil\u202f?',
  profileHint: (newUser) =>
    html`Ne compte que si vous donnez l’accès. Le profil détermine ce que ${newUser} pourra consulter et faire.`,
  noProfile: 'Il n’y a aucun profil que vous puissiez donner pour ce dossier.',
  askedNotGivable: 'Le profil demandé ne fait pas partie de ceux que vous pouvez donner ici.',
  asked: 'demandé',
  reach: 'Ce que permet ce profil',
  noReach: 'Rien dans ce dossier, tel qu’il est configuré.',
  reason: 'Pourquoi refusez-vous\u202f?',
  reasonHint: (requester) =>
    html`Nécessaire seulement si vous refusez. ${requester} recevra ces mots par e-mail. 1\u202f000 caractères au plus.`,
  send: 'Envoyer ma décision',
  footer:
    'Ce lien vous est personnel et ne sert qu’une fois. Ne le transférez pas\u00a0: quiconque l’a peut décider en votre nom.',
  errors: {
    'reason-missing': 'Indiquez pourquoi vous refusez.',
    'reason-too-long': 'Écrivez votre motif en 1\u202f000 caractères au plus.',
    'choice-missing': 'Choisissez de donner l’accès ou de refuser.',
    'profile-missing': 'Choisissez un profil.',
    changed:
      'Cette demande a changé depuis que vous l’avez ouverte. Rien n’est décidé\u00a0: relisez-la, puis décidez.',
  },
}

/** What the decision page says, in the reader's words. */
export const decisionTexts: Record<Language, Texts> = { en, fr }

/** The ends of an earlier request that the page can name (P-12). */
export type EarlierOutcome = keyof typeof en.outcomes
