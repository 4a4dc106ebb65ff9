import * as z from 'zod/mini'
import { type Measured, route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { isSeenByMore, placedIn } from '../dossiers/audience.ts'
import { dossier } from '../dossiers/resource.ts'
import { textFailureNames } from './extraction/extracted.ts'
import { AnnouncedFile, AnnouncedInParts, AnnouncedPart } from './file-facts.ts'
import { documentKindNames } from './records.ts'
import { document } from './resource.ts'
import { documentStateNames, versionStateNames } from './states.ts'

const fileFacts = {
  name: z.string(),
  /** What its first bytes tell that it is; as announced, until they have come. */
  contentType: z.string(),
  announcedType: z.string(),
  /** It is something else than was announced (B-12). */
  typeDiffers: z.boolean(),
  length: z.int(),
  sha256: z.string(),
}

/** An amount of money: a whole number of the currency's minor unit, and its ISO 4217 code. */
export const AmountView = z.object({ minor: z.int(), currency: z.string() })

/** What was said of a document by whoever processed it; `null` is what nobody has said (P-06). */
export const ProcessingView = {
  kind: z._default(z.nullable(z.enum(documentKindNames)), null),
  partyId: z._default(z.nullable(id), null),
  number: z._default(z.nullable(z.string()), null),
  date: z._default(z.nullable(z.string()), null),
  amount: z._default(z.nullable(AmountView), null),
}

export const DocumentView = z.object({
  dossierId: id,
  documentId: id,
  ...fileFacts,
  state: z.enum(documentStateNames),
  currentVersionId: z.nullable(id),
  transferId: z.nullable(id),
  failure: z.nullable(z.string()),
  ...ProcessingView,
  /** Who has still to approve it: nobody, unless it is to be approved (P-07). */
  approvers: z._default(z.array(id), []),
  /** How it came, where it was not uploaded by itself. */
  cameBy: z._default(z.nullable(z.object({ way: z.enum(['import', 'mail', 'pages']), id })), null),
  /** Its own mark, whatever its dossier is (D-07). */
  confidential: z._default(z.boolean(), false),
  createdAt: time,
  createdBy: id,
})

export const VersionView = z.object({
  dossierId: id,
  documentId: id,
  versionId: id,
  ...fileFacts,
  state: z.enum(versionStateNames),
  /** The version whose bytes it has, of one that was restored. */
  restoredFrom: z.nullable(id),
  /** The length of each part but the last, of one that comes in parts. */
  partLength: z.nullable(z.int()),
  createdAt: time,
  createdBy: id,
  receivedAt: z.nullable(time),
})

/** Where and how to send the bytes: with exactly these headers, until then. */
export const UploadView = z.object({
  method: z.literal('PUT'),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  expiresAt: time,
})

/** Where to fetch the bytes until then, and what they are to be. */
export const DownloadView = z.object({
  url: z.url(),
  expiresAt: time,
  sha256: z.string(),
  length: z.int(),
  name: z.string(),
})

/** With what it is, as its first bytes tell; it is served as mere bytes, to be kept and not to be shown (B-12). */
export const TypedDownloadView = z.extend(DownloadView, { contentType: z.string() })

/** Which documents are listed, or counted: all that one may see, unless something is asked for. */
const filters = {
  state: z.optional(z.enum(documentStateNames)),
  kind: z.optional(z.enum(documentKindNames)),
  partyId: z.optional(id),
}

const OfVersion = z.strictObject({ versionId: id })

/** Whether the document, copied into the dossier named, would be seen by more people (D-21). */
const measureCopy = async ({ things, each: [to], ...reader }: Measured<typeof document, typeof dossier>) => {
  if (to === undefined) return {}
  const here = { dossier: things.dossier, item: things.document }
  return { copy: { widens: await isSeenByMore('document', { there: placedIn(to.dossier, here), here }, reader) } }
}

export const routes = {
  importDocument: route('POST /v1/dossiers/{dossierId}/documents', {
    summary: 'Announce a document and get the address to upload it to',
    description: 'Length and SHA-256 are bound to the upload: nothing else can come in by it.',
    action: 'document.import',
    on: dossier,
    input: AnnouncedFile,
    output: z.object({ document: DocumentView, versionId: id, upload: UploadView }),
    status: 201,
    uses: { table: 'write', documents: ['put'] },
    repeatable: true,
  }),
  listDocuments: route('GET /v1/dossiers/{dossierId}/documents', {
    summary: 'List the documents of a dossier that one may see, newest first',
    action: 'document.list',
    on: dossier,
    input: z.strictObject({ ...filters, limit, cursor }),
    output: pageOf(DocumentView),
    reveals: true,
    uses: { table: 'read' },
  }),
  countDocuments: route('GET /v1/dossiers/{dossierId}/documents/counts', {
    summary: 'Count the documents that the list would show, by their states and kinds',
    description:
      'The same documents as the list, with the same filters. Of more than 500 it counts the newest 500 and is not `whole`.',
    action: 'document.list',
    on: dossier,
    input: z.strictObject(filters),
    output: z.object({
      count: z.int(),
      whole: z.boolean(),
      byState: z.record(z.enum(documentStateNames), z.int()),
      byKind: z.record(z.enum(documentKindNames), z.int()),
    }),
    reveals: true,
    uses: { table: 'read' },
  }),
  readDocument: route('GET /v1/dossiers/{dossierId}/documents/{documentId}', {
    summary: 'Read a document',
    action: 'document.read',
    on: document,
    input: nothing,
    output: DocumentView,
    reveals: true,
    uses: { table: 'read' },
  }),
  addVersion: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/versions', {
    summary: 'Announce a new version and get the address to upload it to',
    description: 'The current version stays until the new one is complete.',
    action: 'document.import',
    on: document,
    input: AnnouncedFile,
    output: z.object({ version: VersionView, versionId: id, upload: UploadView }),
    status: 201,
    uses: { table: 'write', documents: ['put'] },
  }),
  listVersions: route('GET /v1/dossiers/{dossierId}/documents/{documentId}/versions', {
    summary: 'List the versions of a document, newest first',
    action: 'document.read',
    on: document,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(VersionView),
    reveals: true,
    uses: { table: 'read' },
  }),
  renewUpload: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/upload', {
    summary: 'Get a fresh address for an upload that is not complete',
    action: 'document.import',
    on: document,
    input: OfVersion,
    output: z.object({ versionId: id, upload: UploadView }),
    problems: ['not-found', 'upload-complete', 'upload-in-parts'],
    uses: { table: 'read', documents: ['put'] },
  }),
  completeUpload: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/complete', {
    summary: 'Say that a version has been uploaded; it is looked at and becomes the current one',
    description:
      'Repeated, it gives the same answer and changes nothing. What came in parts is `checking` until it has been read from end to end.',
    action: 'document.import',
    on: document,
    input: OfVersion,
    output: VersionView,
    problems: [
      'not-found',
      'upload-not-found',
      'upload-differs',
      'parts-missing',
      'document-in-approval',
      'document-in-transfer',
      'conflict',
    ],
    uses: { table: 'write', documents: ['get', 'put', 'parts'] },
    repeatable: true,
  }),
  importInParts: route('POST /v1/dossiers/{dossierId}/documents/in-parts', {
    summary: 'Announce a large document, which will come in parts',
    description: 'Up to 5 GB. Each part has an address of its own; those that have come need not be sent again.',
    action: 'document.import',
    on: dossier,
    input: AnnouncedInParts,
    output: z.object({ document: DocumentView, version: VersionView }),
    status: 201,
    problems: ['conflict'],
    uses: { table: 'write', documents: ['put', 'parts'] },
    repeatable: true,
  }),
  addVersionInParts: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/versions/in-parts', {
    summary: 'Announce a large new version, which will come in parts',
    description: 'The current version stays until the new one is complete.',
    action: 'document.import',
    on: document,
    input: AnnouncedInParts,
    output: VersionView,
    status: 201,
    uses: { table: 'write', documents: ['put', 'parts'] },
  }),
  readParts: route('GET /v1/dossiers/{dossierId}/documents/{documentId}/versions/{versionId}/parts', {
    summary: 'Read which parts of a large file have come, and how long each is',
    action: 'document.import',
    on: document,
    input: nothing,
    output: z.object({
      versionId: id,
      parts: z.array(z.object({ number: z.int(), length: z.int(), received: z.boolean() })),
    }),
    problems: ['not-found', 'upload-complete'],
    uses: { table: 'read', documents: ['put', 'parts'] },
  }),
  uploadParts: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/versions/{versionId}/parts', {
    summary: 'Get the addresses to upload parts to',
    description: 'Length and SHA-256 of each part are bound to its address: nothing else can come in by it.',
    action: 'document.import',
    on: document,
    input: z.strictObject({ parts: z.array(AnnouncedPart).check(z.minLength(1), z.maxLength(100)) }),
    output: z.object({
      versionId: id,
      parts: z.array(z.object({ number: z.int(), length: z.int(), upload: UploadView })),
    }),
    problems: ['not-found', 'upload-complete'],
    uses: { table: 'read', documents: ['put', 'parts'] },
  }),
  abandonUpload: route('DELETE /v1/dossiers/{dossierId}/documents/{documentId}/versions/{versionId}', {
    summary: 'Abandon an upload that is not complete; what has come of it is thrown away',
    action: 'document.import',
    on: document,
    input: nothing,
    output: VersionView,
    problems: ['not-found', 'upload-complete', 'conflict'],
    uses: { table: 'write', documents: ['put', 'parts'] },
  }),
  readText: route('GET /v1/dossiers/{dossierId}/documents/{documentId}/text', {
    summary: 'Read what is known of the text of a document, and get a short-lived address of the text',
    description: 'Of PDF, DOCX, XLSX, PPTX, HTML and plain text; `waiting` until it has been read.',
    action: 'document.read',
    on: document,
    input: z.strictObject({ versionId: z.optional(id) }),
    output: z.object({
      versionId: id,
      state: z.enum(['waiting', 'done', 'none', 'failed']),
      reason: z.nullable(z.object({ code: z.enum(textFailureNames), text: z.string() })),
      /** In UTF-16 units. */
      characters: z.nullable(z.int()),
      /** Pages, slides or sheets. */
      pages: z.nullable(z.int()),
      /** The text in UTF-8. */
      download: z.nullable(DownloadView),
    }),
    reveals: true,
    problems: ['not-found', 'upload-not-complete'],
    uses: { table: 'read', documents: ['get'] },
  }),
  readThumbnail: route('GET /v1/dossiers/{dossierId}/documents/{documentId}/thumbnail', {
    summary: 'Get a short-lived address of a small picture of a document, where there is one',
    description: 'Of PNG and JPEG; `waiting` until it has been made.',
    action: 'document.read',
    on: document,
    input: z.strictObject({ versionId: z.optional(id) }),
    output: z.object({
      versionId: id,
      state: z.enum(['waiting', 'done', 'none']),
      width: z.nullable(z.int()),
      height: z.nullable(z.int()),
      /** A JPEG of at most 320 by 320 pixels. */
      download: z.nullable(DownloadView),
    }),
    reveals: true,
    problems: ['not-found', 'upload-not-complete'],
    uses: { table: 'read', documents: ['get'] },
  }),
  restoreVersion: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/versions/{versionId}/restoration', {
    summary: 'Make an earlier version the current one again, as a version of its own',
    description: 'It is seen by whoever sees the document now: restoring shows it to nobody else (D-21).',
    action: 'item.restore',
    on: document,
    input: nothing,
    given: () => ({ copy: { widens: false } }),
    output: VersionView,
    status: 201,
    reveals: true,
    problems: [
      'not-found',
      'upload-not-complete',
      'document-in-approval',
      'document-in-transfer',
      'document-replaced',
      'conflict',
    ],
    uses: { table: 'write' },
    repeatable: true,
  }),
  copyDocument: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/copies', {
    summary: 'Copy the current version of a document into another dossier',
    description: 'Never where more people would see it. A copy of what is confidential is marked confidential.',
    action: 'item.copy',
    on: document,
    each: { field: 'toDossierId', param: 'dossierId', on: dossier },
    input: z.strictObject({ toDossierId: id }),
    measure: measureCopy,
    output: DocumentView,
    status: 201,
    reveals: true,
    problems: ['already-there', 'upload-not-complete', 'document-replaced', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  markDocument: route('PUT /v1/dossiers/{dossierId}/documents/{documentId}/confidentiality', {
    summary: 'Mark a document confidential, or lift its mark',
    description:
      "The dossier's label follows. In a dossier that is confidential as a whole the mark is there for later.",
    action: 'item.mark-confidential',
    on: document,
    input: z.strictObject({ confidential: z.boolean() }),
    output: DocumentView,
    reveals: true,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  downloadDocument: route('GET /v1/dossiers/{dossierId}/documents/{documentId}/download', {
    summary: 'Get a short-lived address of the current version, or of another',
    action: 'document.read',
    on: document,
    input: z.strictObject({ versionId: z.optional(id) }),
    output: TypedDownloadView,
    reveals: true,
    problems: ['not-found', 'upload-not-complete'],
    uses: { table: 'read', documents: ['get'] },
  }),
}
