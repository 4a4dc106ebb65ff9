import { record, within } from '../../shared/table/record.ts'
import type { FileFacts } from '../documents/records.ts'

export const reportStateNames = ['awaiting-upload', 'published', 'withdrawn'] as const

/** A file that the office publishes to a dossier (P-05). */
export type Report = FileFacts & {
  readonly dossierId: string
  readonly reportId: string
  readonly title: string
  /** The first and the last day that it is about, `YYYY-MM-DD`. */
  readonly from: string
  readonly until: string
  readonly state: (typeof reportStateNames)[number]
  /** The object version that was found to be as announced. */
  readonly storedVersionId: string | null
  readonly createdAt: string
  readonly createdBy: string
  readonly publishedAt: string | null
  readonly withdrawnAt: string | null
}

export const Reports = record<Report>()({
  name: 'report',
  holds: 'A report of a dossier: its file, the days it is about, and whether it is published.',
  key: ({ dossierId, reportId }: { dossierId: string; reportId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `REPORT#${reportId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The reports of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'REPORT#',
    ),
  },
})

/** Where the bytes of a report lie. */
export const reportKey = ({ dossierId, reportId }: Pick<Report, 'dossierId' | 'reportId'>): string =>
  `dossiers/${dossierId}/reports/${reportId}`

/** What is told of a version of a series without its points. */
type SeriesFacts = {
  readonly dossierId: string
  readonly seriesId: string
  /** Which version it is: the first is 1. */
  readonly number: number
  readonly name: string
  /** The currency of every amount: its ISO 4217 code. */
  readonly currency: string
  readonly points: number
  readonly publishedAt: string
  readonly publishedBy: string
}

/** A series of figures: what its current version is, and whether it was taken back (P-05). */
export type SeriesHead = SeriesFacts & {
  readonly createdAt: string
  readonly createdBy: string
  readonly withdrawnAt: string | null
}

export const Series = record<SeriesHead>()({
  name: 'series',
  holds: 'A series of figures of a dossier: the facts of its current version.',
  key: ({ dossierId, seriesId }: { dossierId: string; seriesId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `SERIES#${seriesId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The series of figures of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'SERIES#',
    ),
  },
})

export type Account = { readonly code: string; readonly label: string }

/** The amount, in minor units, of an account in a period: both by their place in the lists of the version. */
export type PlacedAmount = readonly [period: number, account: number, amountMinor: number]

/** One version of a series, which never changes. */
export type SeriesVersion = SeriesFacts & {
  /** In order of time, each written alike: `2026`, `2026-Q1` or `2026-01`. */
  readonly periods: readonly string[]
  /** In order of their codes. */
  readonly accounts: readonly Account[]
  readonly amounts: readonly PlacedAmount[]
}

export const SeriesVersions = record<SeriesVersion>()({
  name: 'series-version',
  holds: 'One version of a series of figures, with its points.',
  key: ({ seriesId, number }: { seriesId: string; number: number }) => ({
    pk: `SERIES#${seriesId}`,
    sk: `VERSION#${String(number).padStart(6, '0')}`,
  }),
  by: {
    ofSeries: within<{ seriesId: string }>(
      'The versions of a series',
      ({ seriesId }) => `SERIES#${seriesId}`,
      'VERSION#',
    ),
  },
  // A version is kept as it is: the audit trail needs no second copy of all its points.
  secret: ['periods', 'accounts', 'amounts'],
})

/** Where a table or chart of a version lies once it was asked for. A change of how they look is a new `look`. */
export const madeKey = (
  { dossierId, seriesId, number }: Pick<SeriesVersion, 'dossierId' | 'seriesId' | 'number'>,
  made: string,
): string => `dossiers/${dossierId}/series/${seriesId}/${number}/look-1/${made}`
