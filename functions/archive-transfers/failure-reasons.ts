/** Why a document could not be sent: a closed list, in words for people (P-09). */
import type { Bilingual } from '../../shared/roles.ts'

export const failureReasons = {
  'source-missing': {
    en: 'The uploaded file is no longer there.',
    fr: "Le fichier téléversé n'est plus là.",
  },
  'source-differs': {
    en: 'The uploaded file no longer has the length or SHA-256 it was received with.',
    fr: "Le fichier téléversé n'a plus la taille ou le SHA-256 qu'il avait à la réception.",
  },
  'archive-differs': {
    en: 'The copy in the archive does not have the length or SHA-256 of the document.',
    fr: "La copie dans l'archive n'a pas la taille ou le SHA-256 du document.",
  },
  'not-copied': {
    en: 'The file could not be copied to the archive.',
    fr: "Le fichier n'a pas pu être copié dans l'archive.",
  },
  'not-verified': {
    en: 'The copy in the archive could not be verified.',
    fr: "La copie dans l'archive n'a pas pu être vérifiée.",
  },
  'not-recorded': {
    en: 'The copy is in the archive but could not be recorded.',
    fr: "La copie est dans l'archive mais n'a pas pu être enregistrée.",
  },
  interrupted: {
    en: 'The sending was interrupted.',
    fr: "L'envoi a été interrompu.",
  },
} as const satisfies Record<string, Bilingual>

export type FailureReason = keyof typeof failureReasons

export const failureReasonNames = Object.keys(failureReasons) as [FailureReason, ...FailureReason[]]
