import { describe, expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { isProblem } from '../../../shared/problems.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { create, type Write } from '../../../shared/table/table.ts'
import { ask, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { note } from '../../../test/one-note.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import type { CollaborativeSpace } from '../../collaborative-spaces/records.ts'
import type { Dossier } from '../../dossiers/records.ts'
import { type Share, Shares } from '../../sharing/records.ts'
import { NoteVersions } from '../records.ts'
import { copyNote } from './copy-note.ts'
import { copyNoteToSpace } from './copy-note-to-space.ts'
import { moveNote } from './move-note.ts'

const as = personOf('owner')
const other: Stored<Dossier> = { ...dossier, dossierId: idOf(510), number: 8, contents: { open: 1, confidential: 1 } }
const text = { key: 'dossiers/texts/one', storedVersionId: 'v1', length: 20_000, sha256: 'ab'.repeat(32) }
const { noteId, current: number } = note
const { dossierId } = dossier
const version = create(NoteVersions, {
  noteId,
  number,
  dossierId,
  title: note.title,
  text,
  createdAt: NOW,
  createdBy: as.personId,
})

type Given = {
  readonly to?: Stored<Dossier>
  readonly of?: object
  readonly from?: object
  readonly input?: object
  readonly shares?: readonly Share[]
}
const { version: _, ...collaborator } = personOf('stranger')
const done = async (handler: typeof copyNote | typeof moveNote, given: Given = {}) => {
  const { to = other, of = {}, from = {}, input = {}, shares = [] } = given
  const { version: __, ...owner } = as
  const people = [create(People, owner), create(People, collaborator)]
  const table = holding(version, ...people, ...shares.map((share) => create(Shares, share)))
  const things = { note: { ...note, ...of }, dossier: { ...dossier, contents: { open: 2, confidential: 2 }, ...from } }
  const handle = (context: object) => (handler as typeof copyNote)({ ...context, each: [{ dossier: to }] } as never)
  const outcome = await ask(handle as typeof copyNote, { as, table, things, input })
  if (isProblem(outcome)) return { problem: outcome.problem, view: undefined, writes: [], revealed: undefined }
  return { problem: undefined, view: outcome.view, writes: outcome.writes ?? [], revealed: outcome.revealed }
}

const after = (writes: readonly Write[], name: string) =>
  writes.flatMap((write) => (write.record.name === name && 'item' in write ? [write.item] : []))
const ops = (writes: readonly Write[]) => writes.map(({ op, record }) => `${op} ${record.name}`)

describe('a copy', () => {
  test('D-21: is a new note there, of the current version, told on both sides; the note stays as it was', async () => {
    const { view, writes, revealed } = await done(copyNote)
    expect(view).toMatchObject({ dossierId: other.dossierId, title: note.title, current: 1, confidential: false })
    expect(view?.noteId).not.toBe(noteId)
    // The text itself is named, not written again.
    expect(after(writes, 'note-version')).toMatchObject([{ noteId: view?.noteId, number: 1, text }])
    expect(after(writes, 'dossier')).toMatchObject([
      { dossierId: other.dossierId, contents: { open: 2, confidential: 1 } },
    ])
    expect(after(writes, 'item-copy')).toMatchObject([
      {
        dossierId,
        way: 'copied-out',
        itemId: noteId,
        itemVersion: '3',
        other: { dossierId: other.dossierId, itemId: view?.noteId },
      },
      {
        dossierId: other.dossierId,
        way: 'copied-in',
        itemId: view?.noteId,
        itemVersion: '1',
        other: { dossierId, itemId: noteId },
      },
    ])
    // Neither the note nor its dossier is closed meanwhile without the copy noticing.
    expect(ops(writes)).toEqual(expect.arrayContaining(['require note', 'require dossier']))
    expect(revealed).toEqual([])
  })

  test.each([
    ['a note with a mark', { of: { confidential: true } }],
    ['a note of a wholly confidential dossier', { from: { confidential: true } }],
  ])('D-09: of %s bears a mark of its own, and counts as a reading of it (D-10)', async (_what, given) => {
    const { view, writes, revealed } = await done(copyNote, given)
    expect(view?.confidential).toBe(true)
    expect(after(writes, 'dossier')).toMatchObject([{ contents: { open: 1, confidential: 2 } }])
    expect(revealed).toEqual([{ kind: 'note', id: noteId }])
  })

  test('into its own dossier, there is nothing to copy', async () => {
    expect((await done(copyNote, { to: dossier })).problem).toBe('already-there')
    expect((await done(moveNote, { to: dossier })).problem).toBe('already-there')
  })
})

describe('a move', () => {
  test('D-21: takes the note with all its versions, of which none is written again, and both counts follow', async () => {
    const { view, writes } = await done(moveNote)
    expect(view).toMatchObject({ dossierId: other.dossierId, noteId, current: 3, createdAt: note.createdAt })
    expect(ops(writes)).toEqual([
      'remove note',
      'create note',
      'replace dossier',
      'replace dossier',
      'create item-copy',
      'create item-copy',
    ])
    expect(after(writes, 'dossier')).toMatchObject([
      { dossierId, contents: { open: 1, confidential: 2 } },
      { dossierId: other.dossierId, contents: { open: 2, confidential: 1 } },
    ])
  })

  test('D-21: that a collaborator would see it no more is said before, and done only when it is meant', async () => {
    const share: Share = {
      dossierId,
      personId: collaborator.personId,
      access: 'read',
      givenBy: as.personId,
      givenAt: NOW,
      until: null,
    }
    const given = { of: { confidential: true }, shares: [share] }
    expect((await done(moveNote, given)).problem).toBe('seen-by-fewer')
    expect((await done(moveNote, { ...given, input: { fewer: true } })).view).toMatchObject({ confidential: true })
    const both = [share, { ...share, dossierId: other.dossierId }]
    expect((await done(moveNote, { ...given, shares: both })).problem).toBeUndefined()
  })

  test('D-21: into a wholly confidential dossier, those with a wide scope would see it no more', async () => {
    const to = { ...other, confidential: true }
    expect((await done(moveNote, { to })).problem).toBe('seen-by-fewer')
    const { writes } = await done(moveNote, { to, input: { fewer: true } })
    expect(after(writes, 'dossier')).toMatchObject([
      { contents: { open: 1, confidential: 2 } },
      { contents: { open: 1, confidential: 2 } },
    ])
  })
})

test('D-19: into a collaborative space goes an entry that says what it is a copy of, and the dossier holds a record of it', async () => {
  const space: Stored<CollaborativeSpace> = {
    spaceId: idOf(800),
    name: 'Réseau des praticiens',
    about: null,
    boundTo: null,
    state: 'open',
    memberIds: [as.personId],
    members: 1,
    createdAt: NOW,
    createdBy: as.personId,
    closedAt: null,
    closedBy: null,
    version: 2,
  }
  const handle = (context: object) => copyNoteToSpace({ ...context, each: [{ collaborativeSpace: space }] } as never)
  const outcome = await ask(handle as typeof copyNoteToSpace, {
    as,
    table: holding(version),
    things: { note, dossier },
  })
  if (isProblem(outcome)) throw new Error(outcome.problem)
  const { view, writes = [], events } = outcome
  expect(after(writes, 'space-entry')).toMatchObject([
    { kind: 'note', title: note.title, copiedFrom: { dossierId, kind: 'note', id: noteId, version: '3' } },
  ])
  expect(after(writes, 'space-entry-version')).toMatchObject([{ text, file: null }])
  expect(after(writes, 'item-copy')).toMatchObject([
    {
      dossierId,
      way: 'copied-to-space',
      itemId: noteId,
      itemVersion: '3',
      other: { spaceId: space.spaceId, itemId: view.entryId },
    },
  ])
  expect(ops(writes)).toEqual(
    expect.arrayContaining(['require note', 'require dossier', 'require collaborative-space']),
  )
  expect(events?.map(({ type }) => type)).toEqual(['space-entry-added'])
})
