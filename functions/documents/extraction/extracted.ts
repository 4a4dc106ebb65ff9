/** What comes of reading a file for its text, and how much may be read: a file is made by anybody, and may be a bomb. */
import type { Bilingual } from '../../../shared/roles.ts'

export const textFailures = {
  'too-large': {
    en: 'The file, or what it unfolds to, is too large for its text to be read.',
    fr: 'Le fichier, ou ce qu’il contient une fois déplié, est trop grand pour que son texte soit lu.',
  },
  'too-many-pages': {
    en: 'The file has too many pages for its text to be read.',
    fr: 'Le fichier a trop de pages pour que son texte soit lu.',
  },
  'too-slow': {
    en: 'Reading the text took too long.',
    fr: 'La lecture du texte a pris trop de temps.',
  },
  protected: {
    en: 'The file is protected by a password.',
    fr: 'Le fichier est protégé par un mot de passe.',
  },
  unreadable: {
    en: 'The file is damaged, or not what it seems to be.',
    fr: 'Le fichier est endommagé, ou n’est pas ce qu’il semble être.',
  },
} as const satisfies Record<string, Bilingual>

export type TextFailure = keyof typeof textFailures
export const textFailureNames = Object.keys(textFailures) as [TextFailure, ...TextFailure[]]

/** `pages`: of a PDF, slides of a presentation, sheets of a workbook; `null` where there are none. */
export type Extracted =
  | { readonly outcome: 'done'; readonly text: string; readonly pages: number | null }
  /** Its type holds no text that is read here, or it has none: a scan. */
  | { readonly outcome: 'none' }
  | { readonly outcome: 'failed'; readonly reason: TextFailure }

/** A reader's way to say which of the failures it is. */
export class CannotExtract extends Error {
  override name = 'CannotExtract'
  readonly reason: TextFailure

  constructor(reason: TextFailure) {
    super(reason)
    this.reason = reason
  }
}

export const limits = {
  /** Of a file that is read, in bytes. */
  bytes: 100_000_000,
  /** Of all that is unfolded from an archive, in bytes. */
  unzipped: 200_000_000,
  pages: 5000,
  /** Of a text, in UTF-16 units. */
  characters: 20_000_000,
  seconds: 60,
  megabytes: 1200,
} as const
