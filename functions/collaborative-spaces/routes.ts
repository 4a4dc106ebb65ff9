import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, line, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { LARGEST_BODY, Markdown } from '../../shared/texts.ts'
import { AnnouncedFile } from '../documents/file-facts.ts'
import { document } from '../documents/resource.ts'
import { DownloadView, UploadView } from '../documents/routes.ts'
import { reasonsWithoutHtml } from '../notes/reasons-without-html.ts'
import { entryKinds } from './records.ts'
import { collaborativeSpace, invitation, spaceEntry } from './resource.ts'

/** How many people one act invites: all in one transaction, each told. */
export const MOST_INVITED = 20

const state = z.enum(['open', 'closed'])
const name = line(200)
const about = z.nullable(z.strictObject({ kind: z.enum(['person', 'group', 'other']), text: line(1000) }))

const SpaceItem = z.object({
  spaceId: id,
  name: z.string(),
  about: z.nullable(z.object({ kind: z.enum(['person', 'group', 'other']), text: z.string() })),
  state,
  /** How many members it has, whoever asks included. */
  members: z.int(),
  createdAt: time,
  createdBy: id,
  closedAt: z.nullable(time),
  closedBy: z.nullable(id),
})

const DossierView = z.object({ dossierId: id, number: z.int() })

export const SpaceView = z.extend(SpaceItem, {
  /** The dossier that it is bound to, told to whoever may know of that dossier; to others as if there were none. */
  boundTo: z.nullable(DossierView),
})

const CompanionView = z.object({ personId: id, name: z.string(), joinedAt: time, invitedBy: id })

const EntryItem = z.object({
  spaceId: id,
  entryId: id,
  kind: z.enum(entryKinds),
  title: z.string(),
  /** The version that counts; `null` for a document whose file has not come. */
  currentVersionId: z.nullable(id),
  /** Whether it is a copy of an item of a dossier. */
  copied: z.boolean(),
  createdAt: time,
  createdBy: id,
  changedAt: time,
  changedBy: id,
})

const FileView = z.object({
  name: z.string(),
  contentType: z.string(),
  length: z.int(),
  sha256: z.string(),
  state: z.enum(['awaiting-upload', 'received']),
  /** What its first bytes tell that it is, once it has come. */
  detectedType: z.optional(z.string()),
  receivedAt: z.nullable(time),
})

const VersionView = z.object({
  versionId: id,
  title: z.string(),
  file: z.nullable(FileView),
  createdAt: time,
  createdBy: id,
})

export const EntryView = z.extend(EntryItem, {
  /** What is written, as it is in this version, and as HTML in which nothing runs; `null` for a document. */
  markdown: z.nullable(z.string()),
  html: z.nullable(z.string()),
  /** Why there is no HTML of what is written. */
  withoutHtml: z.nullable(z.enum(reasonsWithoutHtml)),
  /** The version shown; `null` for a document whose file has not come. */
  version: z.nullable(VersionView),
  /** Of what it is a copy; the dossier is told to whoever may know of it. */
  copiedFrom: z.nullable(z.object({ kind: z.enum(['note', 'document']), dossier: z.nullable(DossierView) })),
})

const OfVersion = z.strictObject({ versionId: id })

export const routes = {
  createCollaborativeSpace: route('POST /v1/collaborative-spaces', {
    summary: 'Create a collaborative space, bound to a dossier or to nothing',
    description: 'Bound to a dossier, it opens nothing of that dossier. Whoever creates it is its first member.',
    action: 'collaborative-space.create',
    on: organisation,
    input: z.strictObject({ name, about: z._default(about, null), boundTo: z._default(z.nullable(id), null) }),
    output: SpaceView,
    status: 201,
    problems: ['not-found', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listCollaborativeSpaces: route('GET /v1/collaborative-spaces', {
    summary: 'List the collaborative spaces one is in, oldest first',
    action: 'collaborative-space.list',
    on: organisation,
    input: z.strictObject({ limit, cursor, state: z.optional(state) }),
    output: pageOf(SpaceItem),
    uses: { table: 'read' },
  }),
  readCollaborativeSpace: route('GET /v1/collaborative-spaces/{spaceId}', {
    summary: 'Read a collaborative space: what it is about, whether it is open, how many members it has',
    action: 'collaborative-space.read',
    on: collaborativeSpace,
    input: nothing,
    output: SpaceView,
    uses: { table: 'read' },
  }),
  changeCollaborativeSpace: route('PATCH /v1/collaborative-spaces/{spaceId}', {
    summary: 'Change what a collaborative space is called, or what it is about',
    action: 'collaborative-space.write',
    on: collaborativeSpace,
    input: z.strictObject({ name: z.optional(name), about: z.optional(about) }),
    output: SpaceView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  closeCollaborativeSpace: route('POST /v1/collaborative-spaces/{spaceId}/closing', {
    summary: 'Close a collaborative space as its last member; from then on it is read only',
    action: 'collaborative-space.close',
    on: collaborativeSpace,
    input: nothing,
    output: SpaceView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),

  listCompanions: route('GET /v1/collaborative-spaces/{spaceId}/companions', {
    summary: 'List the members of a collaborative space',
    action: 'collaborative-space.read',
    on: collaborativeSpace,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(CompanionView),
    uses: { table: 'read' },
  }),
  inviteCompanions: route('POST /v1/collaborative-spaces/{spaceId}/companions', {
    summary: 'Invite members of the organisation into a collaborative space; each is told',
    description: 'All of them, or none when one may not be invited. Whoever is a member already stays as they are.',
    action: 'collaborative-space.invite',
    on: collaborativeSpace,
    each: { field: 'personIds', param: 'personId', on: invitation, alone: true },
    input: z.strictObject({
      personIds: z.array(id).check(
        z.minLength(1),
        z.maxLength(MOST_INVITED),
        z.refine((ids) => new Set(ids).size === ids.length, {
          error: 'A person is named once.',
          params: { en: 'A person is named once.', fr: 'Une personne se nomme une seule fois.' },
        }),
      ),
    }),
    output: z.object({ items: z.array(z.object({ personId: id, name: z.string() })), members: z.int() }),
    problems: ['space-full', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  leaveCollaborativeSpace: route('DELETE /v1/collaborative-spaces/{spaceId}/companions/me', {
    summary: 'Leave a collaborative space',
    description: 'The last member does not leave: they invite somebody who stays, or close the space.',
    action: 'collaborative-space.leave',
    on: collaborativeSpace,
    input: nothing,
    output: nothing,
    status: 204,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),

  writeEntry: route('POST /v1/collaborative-spaces/{spaceId}/entries', {
    summary: 'Write a note, an observation or general information in a collaborative space',
    action: 'collaborative-space.write',
    on: collaborativeSpace,
    input: z.strictObject({
      kind: z.enum(['note', 'observation', 'information']),
      title: line(200),
      markdown: Markdown,
    }),
    output: EntryItem,
    status: 201,
    problems: ['too-large', 'conflict'],
    uses: { table: 'write', documents: ['put'] },
    largestBody: LARGEST_BODY,
    repeatable: true,
  }),
  listEntries: route('GET /v1/collaborative-spaces/{spaceId}/entries', {
    summary: 'List what is in a collaborative space, newest first',
    action: 'collaborative-space.read',
    on: collaborativeSpace,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(EntryItem),
    uses: { table: 'read' },
  }),
  readEntry: route('GET /v1/collaborative-spaces/{spaceId}/entries/{spaceEntryId}', {
    summary: 'Read what is in a collaborative space, in Markdown and in HTML, in its current version or another',
    action: 'collaborative-space.read',
    on: spaceEntry,
    input: z.strictObject({ versionId: z.optional(id) }),
    output: EntryView,
    problems: ['not-found', 'content-not-intact'],
    uses: { table: 'read', documents: ['get'] },
  }),
  rewriteEntry: route('PUT /v1/collaborative-spaces/{spaceId}/entries/{spaceEntryId}', {
    summary: 'Write a new version of a note, an observation or general information',
    action: 'collaborative-space.write',
    on: spaceEntry,
    input: z.strictObject({ title: line(200), markdown: Markdown }),
    output: EntryItem,
    problems: ['too-large', 'entry-of-other-kind', 'conflict', 'precondition-failed'],
    uses: { table: 'write', documents: ['put'] },
    largestBody: LARGEST_BODY,
  }),
  listEntryVersions: route('GET /v1/collaborative-spaces/{spaceId}/entries/{spaceEntryId}/versions', {
    summary: 'List the versions of what is in a collaborative space, newest first',
    action: 'collaborative-space.read',
    on: spaceEntry,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(VersionView),
    uses: { table: 'read' },
  }),

  addSpaceDocument: route('POST /v1/collaborative-spaces/{spaceId}/documents', {
    summary: 'Announce a document for a collaborative space and get the address to upload it to',
    description: 'Length and SHA-256 are bound to the upload: nothing else can come in by it.',
    action: 'collaborative-space.write',
    on: collaborativeSpace,
    input: AnnouncedFile,
    output: z.object({ entry: EntryItem, versionId: id, upload: UploadView }),
    status: 201,
    problems: ['conflict'],
    uses: { table: 'write', documents: ['put'] },
    repeatable: true,
  }),
  addSpaceDocumentVersion: route('POST /v1/collaborative-spaces/{spaceId}/entries/{spaceEntryId}/versions', {
    summary: 'Announce a new version of a document and get the address to upload it to',
    description: 'The current version stays until the new one is complete.',
    action: 'collaborative-space.write',
    on: spaceEntry,
    input: AnnouncedFile,
    output: z.object({ versionId: id, upload: UploadView }),
    status: 201,
    problems: ['entry-of-other-kind', 'conflict', 'precondition-failed'],
    uses: { table: 'write', documents: ['put'] },
    repeatable: true,
  }),
  copyDocumentToSpace: route('POST /v1/dossiers/{dossierId}/documents/{documentId}/space-copies', {
    summary: 'Copy the current version of a document into a collaborative space',
    description: 'Never what is confidential. The copy is no part of the dossier; both sides hold a record of it.',
    action: 'item.copy-to-space',
    on: document,
    each: { field: 'spaceId', param: 'spaceId', on: collaborativeSpace, alone: true },
    input: z.strictObject({ spaceId: id }),
    output: z.object({ spaceId: id, entryId: id }),
    status: 201,
    problems: ['upload-not-complete', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  renewSpaceUpload: route('POST /v1/collaborative-spaces/{spaceId}/entries/{spaceEntryId}/upload', {
    summary: 'Get a fresh address for an upload that is not complete',
    action: 'collaborative-space.write',
    on: spaceEntry,
    input: OfVersion,
    output: z.object({ versionId: id, upload: UploadView }),
    problems: ['not-found', 'upload-complete', 'precondition-failed'],
    uses: { table: 'read', documents: ['put'] },
  }),
  completeSpaceUpload: route('POST /v1/collaborative-spaces/{spaceId}/entries/{spaceEntryId}/complete', {
    summary: 'Say that a file has been uploaded; it is looked at and becomes the current version',
    description: 'Repeated, it gives the same answer and changes nothing.',
    action: 'collaborative-space.write',
    on: spaceEntry,
    input: OfVersion,
    output: VersionView,
    problems: ['not-found', 'upload-not-found', 'upload-differs', 'conflict', 'precondition-failed'],
    uses: { table: 'write', documents: ['get'] },
    repeatable: true,
  }),
  downloadSpaceDocument: route('GET /v1/collaborative-spaces/{spaceId}/entries/{spaceEntryId}/download', {
    summary: 'Get a short-lived address of the current file, or of another version',
    action: 'collaborative-space.read',
    on: spaceEntry,
    input: z.strictObject({ versionId: z.optional(id) }),
    output: DownloadView,
    problems: ['not-found', 'entry-of-other-kind', 'upload-not-complete'],
    uses: { table: 'read', documents: ['get'] },
  }),
}
