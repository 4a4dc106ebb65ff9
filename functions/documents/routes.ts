import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { dossier } from '../dossiers/resource.ts'
import { AnnouncedFile } from './file-facts.ts'
import { document } from './resource.ts'
import { documentStateNames } from './states.ts'

const fileFacts = { name: z.string(), contentType: z.string(), length: z.int(), sha256: z.string() }

export const DocumentView = z.object({
  dossierId: id,
  documentId: id,
  ...fileFacts,
  state: z.enum(documentStateNames),
  currentVersionId: z.nullable(id),
  transferId: z.nullable(id),
  failure: z.nullable(z.string()),
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
  state: z.enum(['awaiting-upload', 'received']),
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

const OfVersion = z.strictObject({ versionId: id })

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
    input: z.strictObject({ limit, cursor }),
    output: pageOf(DocumentView),
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
    problems: ['not-found', 'upload-complete'],
    uses: { table: 'read', documents: ['put'] },
  }),
  completeUpload: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/complete', {
    summary: 'Say that a version has been uploaded; it is looked at and becomes the current one',
    description: 'Repeated, it gives the same answer and changes nothing.',
    action: 'document.import',
    on: document,
    input: OfVersion,
    output: VersionView,
    problems: ['not-found', 'upload-not-found', 'upload-differs', 'document-in-transfer'],
    uses: { table: 'write', documents: ['get'] },
    repeatable: true,
  }),
  downloadDocument: route('GET /v1/dossiers/{dossierId}/documents/{documentId}/download', {
    summary: 'Get a short-lived address of the current version, or of another',
    action: 'document.read',
    on: document,
    input: z.strictObject({ versionId: z.optional(id) }),
    output: DownloadView,
    reveals: true,
    problems: ['not-found', 'upload-not-complete'],
    uses: { table: 'read', documents: ['get'] },
  }),
}
