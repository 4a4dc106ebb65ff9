import * as z from 'zod/mini'
import { type Measured, route } from '../../shared/contract/route.ts'
import { cursor, id, limit, line, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { LARGEST_BODY, Markdown } from '../../shared/texts.ts'
import { collaborativeSpace } from '../collaborative-spaces/resource.ts'
import { isSeenByMore, placedIn } from '../dossiers/audience.ts'
import { dossier } from '../dossiers/resource.ts'
import { reasonsWithoutHtml } from './reasons-without-html.ts'
import { noteKinds } from './records.ts'
import { note, noteVersion } from './resource.ts'

const NoteView = z.object({
  dossierId: id,
  noteId: id,
  kind: z.enum(noteKinds),
  title: z.string(),
  /** The number of the version that is shown to whoever reads the note. */
  current: z.int(),
  /** Whether it bears a mark of its own; in a confidential dossier it is confidential without one, too. */
  confidential: z.boolean(),
  createdAt: time,
  createdBy: id,
  changedAt: time,
  changedBy: id,
})

const VersionView = z.object({
  number: z.int(),
  title: z.string(),
  createdAt: time,
  createdBy: id,
  restoredFrom: z.nullable(z.int()),
})

/** A text as it was written, and as HTML in which nothing runs; where there is none, the reason. */
const text = {
  markdown: z.string(),
  html: z.nullable(z.string()),
  withoutHtml: z.nullable(z.enum(reasonsWithoutHtml)),
}

const written = { title: line(200), markdown: Markdown }
const NewNote = z.strictObject({ kind: z._default(z.enum(noteKinds), 'note'), ...written })
const upTo2Megabytes = 'The text has at most 2 MB in UTF-8.'

const CopyView = z.object({
  copyId: id,
  way: z.enum(['copied-out', 'copied-in', 'moved-out', 'moved-in', 'copied-to-space']),
  kind: z.enum(['note', 'document']),
  itemId: id,
  itemVersion: z.string(),
  other: z.union([z.object({ dossierId: id, itemId: id }), z.object({ spaceId: id, itemId: id })]),
  at: time,
  by: id,
})

/** Whether the note, copied or moved into the dossier named, would be seen by more people (D-21). */
const measureCopy = async ({ things, each: [to], ...reader }: Measured<typeof note, typeof dossier>) => {
  if (to === undefined) return {}
  const here = { dossier: things.dossier, item: things.note }
  const there = placedIn(to.dossier, here)
  return { copy: { widens: await isSeenByMore('note', { there, here }, reader) } }
}

export const routes = {
  createNote: route('POST /v1/dossiers/{dossierId}/notes', {
    summary: 'Write a note or an observation in a dossier',
    description: `${upTo2Megabytes} In a dossier that is confidential as a whole it starts with a mark of its own.`,
    action: 'note.write',
    on: dossier,
    input: NewNote,
    output: NoteView,
    status: 201,
    largestBody: LARGEST_BODY,
    problems: ['too-large', 'conflict'],
    uses: { table: 'write', documents: ['put'] },
    repeatable: true,
  }),
  createConfidentialNote: route('POST /v1/dossiers/{dossierId}/confidential-notes', {
    summary: 'Write a note that is marked confidential from the first moment',
    description: upTo2Megabytes,
    action: 'item.mark-confidential',
    on: dossier,
    input: NewNote,
    output: NoteView,
    status: 201,
    largestBody: LARGEST_BODY,
    problems: ['too-large', 'conflict'],
    uses: { table: 'write', documents: ['put'] },
    repeatable: true,
  }),
  listNotes: route('GET /v1/dossiers/{dossierId}/notes', {
    summary: 'List the notes of a dossier that one may read, newest first',
    action: 'note.list',
    on: dossier,
    input: z.strictObject({ kind: z.optional(z.enum(noteKinds)), limit, cursor }),
    output: pageOf(NoteView),
    uses: { table: 'read' },
    reveals: true,
  }),
  readNote: route('GET /v1/dossiers/{dossierId}/notes/{noteId}', {
    summary: 'Read a note, in Markdown and in HTML',
    action: 'note.read',
    on: note,
    input: nothing,
    output: z.extend(NoteView, text),
    problems: ['content-not-intact'],
    uses: { table: 'read', documents: ['get'] },
    reveals: true,
  }),
  changeNote: route('PUT /v1/dossiers/{dossierId}/notes/{noteId}', {
    summary: 'Write a new version of a note',
    description: `${upTo2Megabytes} Every earlier version is kept. With If-Match, only on the version that was read.`,
    action: 'note.write',
    on: note,
    input: z.strictObject(written),
    output: NoteView,
    largestBody: LARGEST_BODY,
    problems: ['too-large', 'conflict', 'precondition-failed'],
    uses: { table: 'write', documents: ['put'] },
    repeatable: true,
  }),
  markNote: route('PUT /v1/dossiers/{dossierId}/notes/{noteId}/confidentiality', {
    summary: 'Mark a note confidential, or lift its mark',
    action: 'item.mark-confidential',
    on: note,
    input: z.strictObject({ confidential: z.boolean() }),
    output: NoteView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
    reveals: true,
  }),
  listNoteVersions: route('GET /v1/dossiers/{dossierId}/notes/{noteId}/versions', {
    summary: 'List the versions of a note, newest first',
    action: 'note.read',
    on: note,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(VersionView),
    uses: { table: 'read' },
    reveals: true,
  }),
  readNoteVersion: route('GET /v1/dossiers/{dossierId}/notes/{noteId}/versions/{number}', {
    summary: 'Read a version of a note, in Markdown and in HTML',
    action: 'note.read',
    on: noteVersion,
    input: nothing,
    output: z.extend(VersionView, text),
    problems: ['content-not-intact'],
    uses: { table: 'read', documents: ['get'] },
    reveals: true,
  }),
  restoreNoteVersion: route('POST /v1/dossiers/{dossierId}/notes/{noteId}/versions/{number}/restoration', {
    summary: 'Make an earlier version of a note current again, as a new version',
    description: 'Nothing is lost, and whoever could read the note can read it still: its mark and its dossier stay.',
    action: 'item.restore',
    on: noteVersion,
    input: nothing,
    given: () => ({ copy: { widens: false } }),
    output: NoteView,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
    reveals: true,
  }),
  copyNote: route('POST /v1/dossiers/{dossierId}/notes/{noteId}/copies', {
    summary: 'Copy the current version of a note into another dossier',
    description: 'Never where more people would see it. A copy of what is confidential is marked confidential.',
    action: 'item.copy',
    on: note,
    each: { field: 'toDossierId', param: 'dossierId', on: dossier },
    input: z.strictObject({ toDossierId: id }),
    measure: measureCopy,
    output: NoteView,
    status: 201,
    problems: ['already-there', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  moveNote: route('POST /v1/dossiers/{dossierId}/notes/{noteId}/moves', {
    summary: 'Move a note into another dossier, with all its versions',
    description:
      'Never where more people would see it. Where somebody who sees it now would see it no more, that must be said: with `fewer`.',
    action: 'item.move',
    on: note,
    each: { field: 'toDossierId', param: 'dossierId', on: dossier },
    input: z.strictObject({ toDossierId: id, fewer: z.optional(z.boolean()) }),
    measure: measureCopy,
    output: NoteView,
    problems: ['already-there', 'seen-by-fewer', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  copyNoteToSpace: route('POST /v1/dossiers/{dossierId}/notes/{noteId}/space-copies', {
    summary: 'Copy the current version of a note into a collaborative space',
    description: 'Never what is confidential. The copy is no part of the dossier; both sides hold a record of it.',
    action: 'item.copy-to-space',
    on: note,
    each: { field: 'spaceId', param: 'spaceId', on: collaborativeSpace, alone: true },
    input: z.strictObject({ spaceId: id }),
    output: z.object({ spaceId: id, entryId: id }),
    status: 201,
    problems: ['content-not-intact', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  listItemCopies: route('GET /v1/dossiers/{dossierId}/copies', {
    summary: 'List what was copied or moved out of a dossier and into it, newest first',
    action: 'dossier.see-reads',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(CopyView),
    uses: { table: 'read' },
  }),
}
