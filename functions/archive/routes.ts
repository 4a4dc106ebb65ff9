import * as z from 'zod/mini'
import { type Measured, route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { ArchiveEntryView } from '../archive-transfers/routes.ts'
import { documentKindNames } from '../documents/records.ts'
import { DownloadView } from '../documents/routes.ts'
import { dossier } from '../dossiers/resource.ts'
import { exportFailureNames } from './export-failures.ts'
import { archiveExport } from './resource.ts'
import { MOST_WANTED, wantedWords } from './words.ts'

const date = z.iso.date()
const kind = z.enum(documentKindNames)
/** More than any amount that a document may have. */
const MOST_MINOR = 10 ** 14
const minor = z.optional(z.coerce.number().check(z.int(), z.gte(-MOST_MINOR), z.lte(MOST_MINOR)))

type Ends = { readonly from?: string | undefined; readonly until?: string | undefined }
const isInOrder = ({ from, until }: Ends): boolean => from === undefined || until === undefined || from <= until
const inOrder = z.refine<Ends>(isInOrder, {
  error: 'The first day is not after the last.',
  params: { en: 'The first day is not after the last.', fr: "Le premier jour n'est pas après le dernier." },
  path: ['until'],
})

const Search = z
  .strictObject({
    kind: z.optional(kind),
    partyId: z.optional(id),
    from: z.optional(date),
    until: z.optional(date),
    minAmount: minor,
    maxAmount: minor,
    currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
    words: z.optional(
      z.string().check(
        z.maxLength(200),
        z.refine((asked) => wantedWords(asked) !== undefined, {
          error: `One to ${MOST_WANTED} words, one of them of two letters or more.`,
          params: {
            en: `One to ${MOST_WANTED} words, one of them of two letters or more.`,
            fr: `Un à ${MOST_WANTED} mots, dont un de deux lettres ou plus.`,
          },
        }),
      ),
    ),
    limit,
    cursor,
  })
  .check(
    inOrder,
    z.refine(({ minAmount, maxAmount, currency }) => currency !== undefined || (minAmount ?? maxAmount) === undefined, {
      error: 'An amount is of a currency.',
      params: { en: 'An amount is of a currency.', fr: 'Un montant a une devise.' },
      path: ['currency'],
    }),
    z.refine(
      ({ minAmount, maxAmount }) => minAmount === undefined || maxAmount === undefined || minAmount <= maxAmount,
      {
        error: 'The least amount is not more than the most.',
        params: {
          en: 'The least amount is not more than the most.',
          fr: 'Le montant minimal ne dépasse pas le maximal.',
        },
        path: ['maxAmount'],
      },
    ),
  )

const TotalView = z.object({
  /** `null` where nobody has said what the document is. */
  kind: z.nullable(kind),
  year: z.int(),
  currency: z.string(),
  /** In the currency's minor unit. */
  minor: z.int(),
  documents: z.int(),
})

const HistoryView = z.object({
  partyId: id,
  name: z.nullable(z.string()),
  roles: z.array(z.enum(['supplier', 'customer'])),
  /** All that was archived of it, also without an amount. */
  documents: z.int(),
  lastDay: z.nullable(z.string()),
  totals: z.array(TotalView),
})

const ExportView = z.object({
  dossierId: id,
  exportId: id,
  state: z.enum(['asked', 'done', 'failed', 'expired']),
  reason: z.nullable(z.object({ code: z.enum(exportFailureNames), text: z.string() })),
  from: z.string(),
  until: z.string(),
  kind: z._default(z.nullable(kind), null),
  partyId: z._default(z.nullable(id), null),
  entries: z.nullable(z.int()),
  length: z.nullable(z.int()),
  sha256: z.nullable(z.string()),
  askedAt: time,
  endedAt: z.nullable(time),
  expiresAt: z.nullable(time),
})

/** An export that holds what is confidential is given to nobody who may not read that at this moment (D-09). */
const measureContent = async ({ things }: Measured<typeof archiveExport, undefined>) => ({
  entry: { confidential: (things.archiveExport.confidentialIds ?? []).length > 0 },
})

export const routes = {
  listFoundEntries: route('GET /v1/dossiers/{dossierId}/archive/search', {
    summary: 'Search the digital archive of a dossier by type, party, date, amount and words',
    description:
      "Days are those of the documents, or of their archiving where a document's date was not said. Words are looked for in the name, the number, the party's name and the first 1,000 different words of the content, without case and accents; the last word may be the beginning of one. Newest first; by the beginning of a word in the order of the words that begin so, by amount alone in the order of amounts. A page may hold less than asked for and still have a cursor.",
    action: 'archive.read',
    on: dossier,
    input: Search,
    output: pageOf(ArchiveEntryView),
    reveals: true,
    uses: { table: 'read' },
  }),
  listHistory: route('GET /v1/dossiers/{dossierId}/history', {
    summary: 'List the suppliers and customers of whom something was archived, with totals',
    action: 'history.read',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(HistoryView),
    reveals: true,
    uses: { table: 'read' },
  }),
  listPartyHistory: route('GET /v1/dossiers/{dossierId}/history/{partyId}', {
    summary: 'List all that was archived of a supplier or customer, newest first, with totals',
    action: 'history.read',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: z.extend(pageOf(ArchiveEntryView), { party: HistoryView }),
    reveals: true,
    uses: { table: 'read' },
  }),
  askForExport: route('POST /v1/dossiers/{dossierId}/archive/exports', {
    summary: 'Ask for the archive of a period in one file',
    description:
      'A ZIP of the files that one may read when it is made, with a manifest (JSON and CSV) and SHA256SUMS. Days as in the search.',
    action: 'archive.read',
    on: dossier,
    input: z.strictObject({ from: date, until: date, kind: z.optional(kind), partyId: z.optional(id) }).check(inOrder),
    output: ExportView,
    status: 202,
    problems: ['nothing-to-export', 'export-too-large'],
    uses: { table: 'write' },
  }),
  listExports: route('GET /v1/dossiers/{dossierId}/archive/exports', {
    summary: 'List the exports that one asked for, newest first',
    action: 'archive.read',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(ExportView),
    uses: { table: 'read' },
  }),
  readExport: route('GET /v1/dossiers/{dossierId}/archive/exports/{exportId}', {
    summary: 'Read what became of an export that one asked for',
    action: 'archive.read',
    on: archiveExport,
    input: nothing,
    output: ExportView,
    uses: { table: 'read' },
  }),
  downloadExport: route('GET /v1/dossiers/{dossierId}/archive/exports/{exportId}/download', {
    summary: 'Get a short-lived address of an export, with its length and SHA-256',
    action: 'archive.read',
    on: archiveExport,
    input: nothing,
    measure: measureContent,
    output: DownloadView,
    reveals: true,
    problems: ['export-not-done', 'export-expired'],
    uses: { table: 'read', documents: ['get'] },
  }),
}
