/** Why pages could not be split or merged, in words: a file is made by anybody, and may be anything (B-12). */
import type { Bilingual } from '../../shared/roles.ts'

export const pageFailures = {
  'not-a-pdf': {
    en: 'A document is not a PDF (nor, to be merged, a JPEG or PNG picture).',
    fr: "Un document n'est pas un PDF (ni, pour une fusion, une image JPEG ou PNG).",
  },
  encrypted: {
    en: 'A document is protected by a password.',
    fr: 'Un document est protégé par un mot de passe.',
  },
  damaged: {
    en: 'A document is damaged: its pages cannot be read.',
    fr: 'Un document est endommagé : ses pages ne peuvent pas être lues.',
  },
  'too-large': {
    en: 'The documents are larger, or have more pages, than can be arranged at once.',
    fr: 'Les documents sont plus grands, ou ont plus de pages, que ce qui peut être traité en une fois.',
  },
  'too-slow': {
    en: 'Arranging the pages took too long.',
    fr: 'Le traitement des pages a pris trop de temps.',
  },
  'page-out-of-range': {
    en: 'The document does not have all of the pages named.',
    fr: "Le document n'a pas toutes les pages indiquées.",
  },
  'pages-missing': {
    en: 'Pages of the document are in no part, and were not said to be left out.',
    fr: "Des pages du document ne sont dans aucune partie, sans qu'il soit dit qu'elles sont écartées.",
  },
  'source-changed': {
    en: 'A document changed before its pages were arranged.',
    fr: 'Un document a changé avant que ses pages soient traitées.',
  },
} as const satisfies Record<string, Bilingual>

export type PageFailure = keyof typeof pageFailures
export const pageFailureNames = Object.keys(pageFailures) as [PageFailure, ...PageFailure[]]
