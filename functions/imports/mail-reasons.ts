/** Why an e-mail, or a file of it, was not imported, in words. */
import type { Bilingual } from '../../shared/roles.ts'

export const refusalReasons = {
  suspicious: {
    en: 'A check of the mail failed: it holds malware, is spam, or is not from whom it says.',
    fr: 'Un contrôle du courriel a échoué : il contient un logiciel malveillant, est indésirable, ou ne vient pas de qui il dit.',
  },
  'not-verified': {
    en: 'Whether the mail is from whom it says could not be told.',
    fr: "Il n'a pas pu être vérifié que le courriel vient bien de qui il dit.",
  },
  'sender-not-allowed': {
    en: 'The sender may not put documents into this dossier.',
    fr: "L'expéditeur ne peut pas déposer de documents dans ce dossier.",
  },
  'nothing-attached': {
    en: 'The mail has no file attached.',
    fr: 'Le courriel ne contient aucun fichier joint.',
  },
  'too-many-attachments': {
    en: 'The mail has more than 25 files attached.',
    fr: 'Le courriel contient plus de 25 fichiers joints.',
  },
  'too-large': {
    en: 'The mail is larger than 30 MB.',
    fr: 'Le courriel dépasse 30 Mo.',
  },
  unreadable: {
    en: 'The mail does not have the form of an e-mail.',
    fr: "Le courriel n'a pas la forme d'un courriel.",
  },
} as const satisfies Record<string, Bilingual>

export type RefusalReason = keyof typeof refusalReasons
export const refusalReasonNames = Object.keys(refusalReasons) as [RefusalReason, ...RefusalReason[]]

export const skipReasons = {
  'picture-of-the-text': {
    en: 'A small picture that the text of the mail shows: of a signature, most often.',
    fr: "Une petite image que montre le texte du courriel, le plus souvent celle d'une signature.",
  },
  empty: { en: 'The file is empty.', fr: 'Le fichier est vide.' },
} as const satisfies Record<string, Bilingual>

export type SkipReason = keyof typeof skipReasons
export const skipReasonNames = Object.keys(skipReasons) as [SkipReason, ...SkipReason[]]
