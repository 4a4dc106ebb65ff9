import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { AnnouncedFile, FileName } from '../documents/file-facts.ts'
import { document } from '../documents/resource.ts'
import { DocumentView, UploadView } from '../documents/routes.ts'
import { documentStateNames } from '../documents/states.ts'
import { dossier } from '../dossiers/resource.ts'
import { refusalReasonNames, skipReasonNames } from './mail-reasons.ts'
import { pageFailureNames } from './page-failures.ts'
import { isPages, LONGEST_RANGES } from './page-ranges.ts'
import { inboundMailStates, pageArrangementStates } from './records.ts'
import { addressedDossier, importOf, inboundMail, pageArrangement } from './resource.ts'

/** How many files come at once: each is a document, its version and a part of the one transaction. */
export const MOST_FILES = 40
/** Of one splitting: each is a document that is made in the one transaction. */
export const MOST_PARTS = 25
export const MOST_MERGED = 20

const ImportedFileView = z.object({
  documentId: id,
  versionId: id,
  name: z.string(),
  length: z.int(),
  sha256: z.string(),
  /** The place, from 0, of an earlier file of the manifest that has the very same content. */
  sameAs: z.nullable(z.int()),
})

const pages = z.string().check(
  z.maxLength(LONGEST_RANGES),
  z.refine(isPages, {
    error: 'Pages are written like 1-3,5: counted from 1, each range from low to high, 2,000 pages at most.',
    params: {
      en: 'Pages are written like 1-3,5: counted from 1, each range from low to high, 2,000 pages at most.',
      fr: 'Les pages s’écrivent comme 1-3,5 : comptées à partir de 1, chaque plage en montant, 2 000 pages au plus.',
    },
  }),
)

export const PageArrangementView = z.object({
  dossierId: id,
  arrangementId: id,
  kind: z.enum(['split', 'merge']),
  /** While it is `asked`, nothing has changed; `failed`, nothing ever will. */
  state: z.enum(pageArrangementStates),
  /** `pages`: those that the failure is about, where it is about some. */
  reason: z.nullable(z.object({ code: z.enum(pageFailureNames), text: z.string(), pages: z.nullable(z.string()) })),
  sources: z.array(z.object({ documentId: id, versionId: id })),
  /** The documents that come of it, in order; they exist once it is `done`. */
  parts: z.array(z.object({ documentId: id, name: z.string(), pages: z.nullable(z.string()) })),
  droppedPages: z.nullable(z.string()),
  askedBy: id,
  askedAt: time,
  endedAt: z.nullable(time),
})

export const InboundAddressView = z.object({ dossierId: id, address: z.string(), createdAt: time })

const InboundMailSummary = z.object({
  dossierId: id,
  mailId: id,
  state: z.enum(inboundMailStates),
  reason: z.nullable(z.object({ code: z.enum(refusalReasonNames), text: z.string() })),
  from: z.string(),
  /** Who sent it, where that could be told. */
  by: z.nullable(id),
  /** How many files were attached, those left out included. */
  attachments: z.int(),
  receivedAt: time,
  endedAt: z.nullable(time),
})

export const InboundMailView = z.extend(z.omit(InboundMailSummary, { attachments: true }), {
  /** `null` where something of it is confidential and one may not read it, and so `name`. */
  subject: z.nullable(z.string()),
  attachments: z.array(
    z.object({
      name: z.nullable(z.string()),
      length: z.int(),
      /** The document that it became. */
      documentId: z.nullable(id),
      skipped: z.nullable(z.object({ code: z.enum(skipReasonNames), text: z.string() })),
    }),
  ),
})

/** Why the pages of a document cannot be put into others now. */
const notArranged = [
  'upload-not-complete',
  'document-in-approval',
  'document-approved',
  'document-in-transfer',
  'already-sent',
  'document-replaced',
  'not-a-pdf',
] as const

export const routes = {
  importDocuments: route('POST /v1/dossiers/{dossierId}/imports', {
    summary: 'Announce many documents at once and get the address to upload each to',
    description: 'All of them, or none. A file may be there twice: the answer says so. Uploads may go side by side.',
    action: 'document.import',
    on: dossier,
    input: z.strictObject({ files: z.array(AnnouncedFile).check(z.minLength(1), z.maxLength(MOST_FILES)) }),
    output: z.object({
      importId: id,
      files: z.array(z.extend(ImportedFileView, { upload: UploadView })),
    }),
    status: 201,
    problems: ['conflict'],
    uses: { table: 'write', documents: ['put'] },
    repeatable: true,
  }),
  readImport: route('GET /v1/dossiers/{dossierId}/imports/{importId}', {
    summary: 'Follow an import: which of its files have come, and where each stands',
    description:
      'Of the documents that one may see. A fresh address for a file is given by `POST …/upload` of its document.',
    action: 'document.list',
    on: importOf,
    input: nothing,
    output: z.object({
      importId: id,
      createdAt: time,
      createdBy: id,
      come: z.int(),
      missing: z.int(),
      files: z.array(z.extend(ImportedFileView, { state: z.enum(documentStateNames), come: z.boolean() })),
    }),
    reveals: true,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  completeImport: route('POST /v1/dossiers/{dossierId}/imports/{importId}/completion', {
    summary: 'Say that files of an import have been uploaded; all that have come are received together',
    description:
      'At most 30 are received in one call; `again` says that more may have come. Repeated, it changes nothing more.',
    action: 'document.import',
    on: importOf,
    input: nothing,
    output: z.object({
      importId: id,
      /** Whether another call would look at more. */
      again: z.boolean(),
      files: z.array(
        z.object({
          documentId: id,
          versionId: id,
          found: z.enum(['received', 'upload-not-found', 'upload-differs', 'document-in-transfer', 'not-looked-at']),
        }),
      ),
    }),
    reveals: true,
    problems: ['not-found', 'conflict'],
    uses: { table: 'write', documents: ['get'] },
    repeatable: true,
  }),
  splitDocument: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/splitting', {
    summary: 'Split a PDF by its pages into several documents',
    description:
      'No page is lost by not being named: one that is to be in no part is named in `droppedPages`. The document itself is kept, and may be taken back.',
    action: 'document.process',
    on: document,
    input: z.strictObject({
      parts: z
        .array(z.strictObject({ pages, name: z.optional(FileName) }))
        .check(z.minLength(1), z.maxLength(MOST_PARTS)),
      droppedPages: z.optional(pages),
    }),
    output: PageArrangementView,
    status: 202,
    reveals: true,
    problems: ['pages-missing', ...notArranged, 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  mergeDocuments: route('POST /v1/dossiers/{dossierId}/mergings', {
    summary: 'Merge documents, in their order, into one PDF',
    description:
      'PDF, JPEG and PNG; a picture becomes a page. The result is confidential where one of them is. The documents are kept, and may be taken back.',
    action: 'document.process',
    on: dossier,
    each: { field: 'documentIds', param: 'documentId', on: document },
    input: z.strictObject({
      documentIds: z.array(id).check(
        z.minLength(2),
        z.maxLength(MOST_MERGED),
        z.refine((ids) => new Set(ids).size === ids.length, { error: 'A document is named once.' }),
      ),
      name: FileName,
    }),
    output: PageArrangementView,
    status: 202,
    reveals: true,
    problems: [...notArranged, 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  readPageArrangement: route('GET /v1/dossiers/{dossierId}/page-arrangements/{arrangementId}', {
    summary: 'Follow a splitting or merging of pages',
    description: 'Seen by whoever may see all of its documents.',
    action: 'document.list',
    on: pageArrangement,
    input: nothing,
    output: PageArrangementView,
    reveals: true,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  takeBackDocument: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/taking-back', {
    summary: 'Take back a document whose pages were put into others: it is received again, as it was',
    description: 'The documents that its pages were put into stay.',
    action: 'document.process',
    on: document,
    input: nothing,
    output: DocumentView,
    reveals: true,
    problems: ['document-not-replaced', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  readInboundAddress: route('GET /v1/dossiers/{dossierId}/inbound-address', {
    summary: 'Get the address to which documents of a dossier can be mailed',
    description:
      'Only mails of people who may import documents into the dossier are taken in, whoever knows the address.',
    action: 'document.import',
    on: addressedDossier,
    input: nothing,
    output: InboundAddressView,
    problems: ['inbound-mail-off', 'conflict'],
    // A dossier has an address from the first time that somebody asks for it.
    uses: { table: 'write' },
    repeatable: true,
  }),
  renewInboundAddress: route('POST /v1/dossiers/{dossierId}/inbound-address/renewal', {
    summary: 'Give a dossier another address for e-mail; the old one dies at once',
    action: 'portal-settings.change',
    on: addressedDossier,
    input: nothing,
    output: InboundAddressView,
    problems: ['inbound-mail-off', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listInboundMails: route('GET /v1/dossiers/{dossierId}/inbound-mails', {
    summary: 'List what came to a dossier by e-mail, imported or refused, newest first',
    action: 'inbound-mail.read',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(InboundMailSummary),
    uses: { table: 'read' },
  }),
  readInboundMail: route('GET /v1/dossiers/{dossierId}/inbound-mails/{mailId}', {
    summary: 'Read what became of an e-mail and of each of its files',
    action: 'inbound-mail.read',
    on: inboundMail,
    input: nothing,
    output: InboundMailView,
    reveals: true,
    uses: { table: 'read' },
  }),
}
