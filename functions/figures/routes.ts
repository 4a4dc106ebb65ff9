import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, line, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { AnnouncedFile } from '../documents/file-facts.ts'
import { TypedDownloadView, UploadView } from '../documents/routes.ts'
import { dossier } from '../dossiers/resource.ts'
import { reportStateNames } from './records.ts'
import { report, series } from './resource.ts'
import { PublishedSeries } from './series-input.ts'

const date = z.iso.date()

const AnnouncedReport = z.strictObject({ title: line(200), from: date, until: date, file: AnnouncedFile }).check(
  z.refine(({ from, until }: { from: string; until: string }) => from <= until, {
    path: ['until'],
    error: 'The first day is not after the last.',
    params: { en: 'The first day is not after the last.', fr: "Le premier jour n'est pas après le dernier." },
  }),
)

export const ReportView = z.object({
  dossierId: id,
  reportId: id,
  title: z.string(),
  from: z.string(),
  until: z.string(),
  name: z.string(),
  /** What its first bytes tell that it is; as announced, until they have come. */
  contentType: z.string(),
  announcedType: z.string(),
  /** It is something else than was announced (B-12). */
  typeDiffers: z.boolean(),
  length: z.int(),
  sha256: z.string(),
  state: z.enum(reportStateNames),
  publishedAt: z.nullable(time),
  createdBy: id,
})

export const SeriesView = z.object({
  dossierId: id,
  seriesId: id,
  /** Its version: 1 for the first, one more each time it is published again. */
  number: z.int(),
  name: z.string(),
  currency: z.string(),
  points: z.int(),
  publishedAt: time,
  publishedBy: id,
})

/** A version of a series with its points, period by period. */
export const SeriesVersionView = z.extend(SeriesView, {
  points: z.array(
    z.object({
      period: z.string(),
      account: z.object({ code: z.string(), label: z.string() }),
      /** In the currency's minor unit. */
      amountMinor: z.int(),
    }),
  ),
})

/** Which version: the current one, unless another is named. */
const number = z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(999_999)))
/** Much more than most operations take: 2,000 points with their labels. */
const LARGEST_SERIES = 1024 * 1024

export const routes = {
  announceReport: route('POST /v1/dossiers/{dossierId}/reports', {
    summary: 'Announce a report and get the address to upload its file to',
    description: 'Nobody sees it before its upload is completed. Length and SHA-256 are bound to the upload.',
    action: 'figures.publish',
    on: dossier,
    input: AnnouncedReport,
    output: z.object({ report: ReportView, upload: UploadView }),
    status: 201,
    uses: { table: 'write', documents: ['put'] },
    repeatable: true,
  }),
  completeReport: route('POST /v1/dossiers/{dossierId}/reports/{reportId}/completion', {
    summary: 'Say that the file of a report has been uploaded; it is looked at, and the report is published',
    description: 'Repeated, it gives the same answer and changes nothing.',
    action: 'figures.publish',
    on: report,
    input: nothing,
    output: ReportView,
    problems: ['not-found', 'upload-not-found', 'upload-differs', 'conflict'],
    uses: { table: 'write', documents: ['get'] },
    repeatable: true,
  }),
  listReports: route('GET /v1/dossiers/{dossierId}/reports', {
    summary: 'List the reports of a dossier, newest first',
    action: 'figures.read',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(ReportView),
    reveals: true,
    uses: { table: 'read' },
  }),
  readReport: route('GET /v1/dossiers/{dossierId}/reports/{reportId}', {
    summary: 'Read a report of a dossier',
    action: 'figures.read',
    on: report,
    input: nothing,
    output: ReportView,
    reveals: true,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  downloadReport: route('GET /v1/dossiers/{dossierId}/reports/{reportId}/download', {
    summary: 'Get a short-lived address of the file of a report',
    action: 'figures.read',
    on: report,
    input: nothing,
    output: TypedDownloadView,
    reveals: true,
    problems: ['not-found'],
    uses: { table: 'read', documents: ['get'] },
  }),
  withdrawReport: route('DELETE /v1/dossiers/{dossierId}/reports/{reportId}', {
    summary: 'Take a report back: nobody is shown it any more',
    action: 'figures.publish',
    on: report,
    input: nothing,
    output: nothing,
    status: 204,
    problems: ['not-found', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  createSeries: route('POST /v1/dossiers/{dossierId}/series', {
    summary: 'Publish a new series of figures',
    description: 'Up to 2,000 amounts, each of an account in a period.',
    action: 'figures.publish',
    on: dossier,
    input: PublishedSeries,
    largestBody: LARGEST_SERIES,
    output: SeriesView,
    status: 201,
    uses: { table: 'write' },
    repeatable: true,
  }),
  publishSeries: route('PUT /v1/dossiers/{dossierId}/series/{seriesId}', {
    summary: 'Publish a series of figures again, in place of its current version',
    description: 'Earlier versions are kept, and are read by their number.',
    action: 'figures.publish',
    on: series,
    input: PublishedSeries,
    largestBody: LARGEST_SERIES,
    output: SeriesView,
    problems: ['not-found', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listSeries: route('GET /v1/dossiers/{dossierId}/series', {
    summary: 'List the series of figures of a dossier, newest first',
    action: 'figures.read',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(SeriesView),
    reveals: true,
    uses: { table: 'read' },
  }),
  readSeries: route('GET /v1/dossiers/{dossierId}/series/{seriesId}', {
    summary: 'Read a series of figures with its points, as it is or as one of its versions',
    action: 'figures.read',
    on: series,
    input: z.strictObject({ number }),
    output: SeriesVersionView,
    reveals: true,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  listSeriesVersions: route('GET /v1/dossiers/{dossierId}/series/{seriesId}/versions', {
    summary: 'List the versions of a series of figures, newest first',
    action: 'figures.read',
    on: series,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(SeriesView),
    reveals: true,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  readTable: route('GET /v1/dossiers/{dossierId}/series/{seriesId}/table', {
    summary: 'Get a short-lived address of a series as a table, CSV or XLSX',
    description: 'One row for each account, one column for each period. A text of it never runs as a formula.',
    action: 'figures.read',
    on: series,
    input: z.strictObject({ format: z._default(z.enum(['csv', 'xlsx']), 'csv'), number }),
    output: TypedDownloadView,
    reveals: true,
    problems: ['not-found'],
    uses: { table: 'read', documents: ['get', 'put'] },
  }),
  readChart: route('GET /v1/dossiers/{dossierId}/series/{seriesId}/chart', {
    summary: 'Get a short-lived address of a small chart of a series, as SVG',
    description: 'A line for each account, or a bar where there is one period; with a title and a description.',
    action: 'figures.read',
    on: series,
    input: z.strictObject({ number }),
    output: TypedDownloadView,
    reveals: true,
    problems: ['not-found'],
    uses: { table: 'read', documents: ['get', 'put'] },
  }),
  withdrawSeries: route('DELETE /v1/dossiers/{dossierId}/series/{seriesId}', {
    summary: 'Take a series of figures back: nobody is shown it any more',
    action: 'figures.publish',
    on: series,
    input: nothing,
    output: nothing,
    status: 204,
    problems: ['not-found', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
}
