import { html } from 'hono/html'
import type { Language } from './page.ts'
import type { Html } from './show-text.ts'

const en = {
  title: 'Access request',
  lead: (requester: Html, newUser: Html, dossier: Html) =>
    html`${requester} asks you to give ${newUser} access to dossier ${dossier}.`,
  standsIn: (absent: Html) => html`${absent} is absent: you decide in their place.`,
  request: 'The request',
  requester: 'Asked by',
  newUser: 'For',
  dossier: 'Dossier',
  askedProfile: 'Profile asked for',
  askedAt: 'Asked on',
  expiresAt: 'Answer before',
  silence: 'Without an answer by then, no access is given.',
  noName: '(confidential)',
  lasts: 'The access would last',
  endless: 'until somebody ends it',
  days: (days: Html) => html`${days} days from your decision on`,
  yours: 'This link was made for',
  besides: (others: Html) => html`Asked besides: ${others}. The first decision counts.`,
  alone: 'Nobody else is asked at present.',
  questions: 'Information asked for',
  answer: 'Answer:',
  noAnswer: 'No answer yet.',
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
  ask: 'I need to know more first',
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
  question: 'What do you need to know?',
  questionHint: (requester: Html) =>
    html`Needed only if you ask. ${requester} receives these words by e-mail, and you are asked again with their answer; the time of the request goes on. At most 1,000 characters.`,
  send: 'Send my decision',
  footer:
    'This link is for you alone and serves once. Please do not forward it: whoever has it can decide in your name.',
  errors: {
    'reason-missing': 'Write why you refuse.',
    'reason-too-long': 'Write your reason in 1,000 characters at most.',
    'choice-missing': 'Choose whether to give access or to refuse.',
    'question-missing': 'Write what you need to know.',
    'question-too-long': 'Write your question in 1,000 characters at most.',
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
  lead: (requester, newUser, dossier) =>
    html`${requester} vous demande de donner à ${newUser} l’accès au dossier ${dossier}.`,
  standsIn: (absent) => html`${absent} est absent·e\u00a0: vous décidez à sa place.`,
  request: 'La demande',
  requester: 'Demandé par',
  newUser: 'Pour',
  dossier: 'Dossier',
  askedProfile: 'Profil demandé',
  askedAt: 'Demandé le',
  expiresAt: 'Réponse avant le',
  silence: 'Sans réponse d’ici là, aucun accès n’est donné.',
  noName: '(confidentiel)',
  lasts: 'Durée de l’accès',
  endless: 'jusqu’à ce que quelqu’un y mette fin',
  days: (days) => html`${days} jours à partir de votre décision`,
  yours: 'Ce lien est établi pour',
  besides: (others) => html`Autres personnes sollicitées\u00a0: ${others}. La première décision compte.`,
  alone: 'Personne d’autre n’est sollicité pour l’instant.',
  questions: 'Informations demandées',
  answer: 'Réponse\u00a0:',
  noAnswer: 'Pas encore de réponse.',
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
  ask: 'J’ai d’abord besoin d’une information',
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
  question: 'Qu’avez-vous besoin de savoir\u202f?',
  questionHint: (requester) =>
    html`Nécessaire seulement si vous demandez une information. ${requester} recevra ces mots par e-mail et vous serez sollicité·e à nouveau avec sa réponse\u202f; le délai de la demande continue de courir. 1\u202f000 caractères au plus.`,
  send: 'Envoyer ma décision',
  footer:
    'Ce lien vous est personnel et ne sert qu’une fois. Ne le transférez pas\u00a0: quiconque l’a peut décider en votre nom.',
  errors: {
    'reason-missing': 'Indiquez pourquoi vous refusez.',
    'reason-too-long': 'Écrivez votre motif en 1\u202f000 caractères au plus.',
    'choice-missing': 'Choisissez de donner l’accès ou de refuser.',
    'question-missing': 'Indiquez ce que vous avez besoin de savoir.',
    'question-too-long': 'Écrivez votre question en 1\u202f000 caractères au plus.',
    'profile-missing': 'Choisissez un profil.',
    changed:
      'Cette demande a changé depuis que vous l’avez ouverte. Rien n’est décidé\u00a0: relisez-la, puis décidez.',
  },
}

/** What the decision page says, in the reader's words. */
export const decisionTexts: Record<Language, Texts> = { en, fr }

/** The ends of an earlier request that the page can name (P-12). */
export type EarlierOutcome = keyof typeof en.outcomes
