import { indexed, record, within } from '../../shared/table/record.ts'
import type { ArchiveEntry } from '../archive-transfers/records.ts'
import type { DocumentKind, ProcessingFacts } from '../documents/records.ts'
import type { ExportFailure } from './export-failures.ts'

/** What is confidential lies apart in all that the archive is found by: whoever may not read it never meets it (D-09). */
type Apart = { readonly dossierId: string; readonly confidential: boolean }

const below = ({ dossierId, confidential }: Apart, what: string): string =>
  `DOSSIER#${dossierId}#${what}${confidential ? '-CONFIDENTIAL' : ''}`

/** One place at which an entry of the archive is found: under a kind, a party, an amount, a word (P-10). */
export type ArchivePlace = Apart &
  Pick<ProcessingFacts, 'kind' | 'partyId' | 'amount'> &
  Pick<ArchiveEntry, 'entryId' | 'length'> & {
    /** What it is found under; `places.ts` says how. */
    readonly under: string
    /** Where it lies there. */
    readonly at: string
    /** The document's own date, or else the day on which it was archived. */
    readonly day: string
  }

export const ArchivePlaces = record<ArchivePlace>()({
  name: 'archive-place',
  holds: 'One place at which an entry of the archive is found: by kind, party, amount, or a word of it.',
  key: ({ under, at, ...where }: Apart & { under: string; at: string }) => ({
    pk: `${below(where, 'FOUND')}#${under}`,
    sk: at,
  }),
  by: {
    under: within<Apart & { under: string }>(
      'The entries of an archive under a kind, a party, an amount or the beginning of a word',
      ({ under, ...where }) => `${below(where, 'FOUND')}#${under}`,
      '',
    ),
  },
})

/** All words by which an entry is found. Written after its places: it is found by none that is not in here. */
export type EntryWords = {
  readonly dossierId: string
  readonly entryId: string
  /** With a space between two. */
  readonly words: string
}

export const EntryWordsOf = record<EntryWords>()({
  name: 'archive-entry-words',
  holds: 'The words by which an entry of the archive is found: 1,000 at most.',
  key: ({ dossierId, entryId }: { dossierId: string; entryId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `ARCHIVE-WORDS#${entryId}`,
  }),
  by: {},
})

/** So much of one kind, in one year and currency. */
export type Total = {
  readonly kind: DocumentKind | null
  readonly year: number
  readonly currency: string
  readonly minor: number
  readonly documents: number
}

/** What was archived of one supplier or customer: counted once as it comes, never by looking through the archive (P-10). */
export type PartyHistory = Apart & {
  readonly partyId: string
  readonly documents: number
  /** The latest day of them. */
  readonly lastDay: string
  readonly totals: readonly Total[]
}

export const PartyHistories = record<PartyHistory>()({
  name: 'party-history',
  holds: 'How much was archived of a supplier or customer, by kind, year and currency.',
  key: ({ partyId, ...where }: Apart & { partyId: string }) => ({
    pk: below(where, 'HISTORY'),
    sk: `PARTY#${partyId}`,
  }),
  by: {
    ofDossier: within<Apart>(
      'The suppliers and customers of whom something was archived in a dossier',
      (where) => below(where, 'HISTORY'),
      'PARTY#',
    ),
  },
})

/** That an entry is in the history of its party: it is counted once, whatever is told again. */
export const CountedEntries = record<{ readonly dossierId: string; readonly entryId: string; readonly at: string }>()({
  name: 'counted-entry',
  holds: 'That an entry of the archive was counted into the history of its party.',
  key: ({ dossierId, entryId }: { dossierId: string; entryId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `COUNTED#${entryId}`,
  }),
  by: {},
})

/** What of an archive is taken out: the days of a period, both included; and of one kind or party alone. */
export type Period = {
  readonly from: string
  readonly until: string
  readonly kind?: DocumentKind
  readonly partyId?: string
}

export type ExportState = 'asked' | 'done' | 'failed'

/** The archive of a period in one file, made for one person (P-10). */
export type ArchiveExport = Period & {
  readonly dossierId: string
  readonly personId: string
  readonly exportId: string
  readonly state: ExportState
  readonly reason: ExportFailure | null
  /** Counts the executions begun for it; an older one has no say any more. */
  readonly attempt: number
  readonly askedAt: string
  readonly activeAt: string
  readonly endedAt: string | null
  /** Until when its file is there; `null` while there is none, and so the next four. */
  readonly expiresAt: string | null
  readonly entries: number | null
  readonly length: number | null
  readonly sha256: string | null
  readonly storedVersionId: string | null
  /** Those in it that are confidential: whoever is given the file has read them (D-10). */
  readonly confidentialIds?: readonly string[]
}

/** How long the file of an export is there. */
export const EXPORT_DAYS = 7

export const ArchiveExports = record<ArchiveExport>()({
  name: 'archive-export',
  holds: 'That somebody asked for the archive of a period in one file, and what became of it.',
  key: ({ dossierId, personId, exportId }: { dossierId: string; personId: string; exportId: string }) => ({
    pk: `DOSSIER#${dossierId}#EXPORTS#${personId}`,
    sk: `EXPORT#${exportId}`,
  }),
  by: {
    ofPerson: within<{ dossierId: string; personId: string }>(
      'The exports that somebody asked for of an archive',
      ({ dossierId, personId }) => `DOSSIER#${dossierId}#EXPORTS#${personId}`,
      'EXPORT#',
    ),
    atWork: indexed<ArchiveExport, { state?: ExportState }>(
      'gsi1',
      'The exports at work, oldest activity first',
      ({ state = 'asked' }) => (state === 'asked' ? 'EXPORTS-AT-WORK' : undefined),
      ({ activeAt, exportId }) => `${activeAt}#${exportId}`,
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/** Where the file of an export lies, in the documents bucket, apart from all documents: it is thrown away after a week. */
export const exportKey = ({ dossierId, exportId }: Pick<ArchiveExport, 'dossierId' | 'exportId'>): string =>
  `archive-exports/${dossierId}/${exportId}.zip`
