import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { note } from '../../../test/one-note.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { ItemCopies, Notes, NoteVersions } from '../records.ts'
import { listItemCopies } from './list-item-copies.ts'
import { listNoteVersions } from './list-note-versions.ts'
import { listNotes } from './list-notes.ts'

/** Five notes, the later the newer: the second and the third are marked, every other one is an observation. */
const notes = [1, 2, 3, 4, 5].map((number) => ({
  ...note,
  noteId: idOf(700 + number),
  title: `Note ${number}`,
  kind: number % 2 === 0 ? ('observation' as const) : ('note' as const),
  confidential: number === 2 || number === 3,
}))
const table = holding(...notes.map((one) => create(Notes, one)))

const listed = async (
  persona: Persona,
  { input = {}, confidential = false }: { input?: object; confidential?: boolean } = {},
) => {
  const titles: string[] = []
  const revealed: string[] = []
  let cursor: string | null | undefined
  do {
    const asked = { limit: 2, ...input, ...(cursor ? { cursor } : {}) }
    const things = { dossier: { ...dossier, confidential } }
    const outcome = await granted(ask(listNotes, { as: personOf(persona), table, things, input: asked }))
    titles.push(...outcome.view.items.map(({ title }) => title))
    revealed.push(...(outcome.revealed ?? []).map(({ id }) => id))
    cursor = outcome.view.cursor
  } while (cursor)
  return { titles, revealed }
}

test('D-04: the owner is listed every note, newest first, and what is confidential of them counts as read (D-10)', async () => {
  const { titles, revealed } = await listed('owner')
  expect(titles).toEqual(['Note 5', 'Note 4', 'Note 3', 'Note 2', 'Note 1'])
  expect(revealed).toEqual([idOf(703), idOf(702)])
})

test('D-09: a wide scope is listed what is not confidential, with no gap in a page and no title of the rest', async () => {
  expect(await listed('documentation reader')).toEqual({ titles: ['Note 5', 'Note 4', 'Note 1'], revealed: [] })
})

test('D-10: in a dossier that is confidential as a whole, every title that is shown counts as read', async () => {
  expect((await listed('owner', { confidential: true })).revealed).toHaveLength(5)
})

test('notes and observations are listed apart when asked', async () => {
  expect((await listed('owner', { input: { kind: 'observation' } })).titles).toEqual(['Note 4', 'Note 2'])
  expect((await listed('owner', { input: { kind: 'note', limit: 50 } })).titles).toEqual(['Note 5', 'Note 3', 'Note 1'])
})

test('D-01: versions are listed newest first, a hundred of them, too', async () => {
  const versions = Array.from({ length: 120 }, (_, at) =>
    create(NoteVersions, {
      noteId: note.noteId,
      number: at + 1,
      dossierId: dossier.dossierId,
      title: `Version ${at + 1}`,
      text: { inline: 'Tout va bien.' },
      createdAt: NOW,
      createdBy: idOf(1),
      ...(at === 119 ? { restoredFrom: 3 } : {}),
    }),
  )
  const asked = { as: personOf('owner'), table: holding(...versions), things: { note, dossier } }
  const first = await granted(ask(listNoteVersions, { ...asked, input: { limit: 100 } }))
  expect(first.view.items.slice(0, 2)).toMatchObject([
    { number: 120, restoredFrom: 3 },
    { number: 119, restoredFrom: null },
  ])
  const input = { limit: 100, cursor: first.view.cursor ?? undefined }
  const second = await granted(ask(listNoteVersions, { ...asked, input }))
  expect([second.view.items.at(-1)?.number, second.view.cursor]).toEqual([1, null])
})

test('D-21: the owner sees what went out of the dossier and what came in, newest first', async () => {
  const { dossierId } = dossier
  const copy = { dossierId, kind: 'note', itemId: note.noteId, itemVersion: '3', at: NOW, by: idOf(1) } as const
  const other = { dossierId: idOf(2), itemId: idOf(3) }
  const copies = holding(
    create(ItemCopies, { ...copy, copyId: idOf(11), way: 'copied-out', other }),
    create(ItemCopies, { ...copy, copyId: idOf(12), way: 'moved-in', other }),
  )
  const asked = { as: personOf('owner'), table: copies, things: { dossier }, input: { limit: 50 } }
  const { view } = await granted(ask(listItemCopies, asked))
  expect(view.items.map(({ way }) => way)).toEqual(['moved-in', 'copied-out'])
})
