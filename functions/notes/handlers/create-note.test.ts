import { expect, test } from 'vitest'
import type { Stored } from '../../../shared/table/record.ts'
import { LONGEST_TEXT } from '../../../shared/texts.ts'
import { ask, granted } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import type { Dossier } from '../../dossiers/records.ts'
import { routes } from '../routes.ts'
import { createConfidentialNote } from './create-confidential-note.ts'
import { createNote } from './create-note.ts'

const as = personOf('owner')
const input = { kind: 'observation', title: 'Entretien', markdown: 'Tout va bien.' }

const written = async (
  handler: typeof createNote,
  { of = dossier as Stored<Dossier>, markdown = input.markdown } = {},
) => {
  const store = memoryStore()
  const things = { dossier: of, files: store.files }
  const { view, writes = [] } = await granted(ask(handler, { as, things, input: { ...input, markdown } }))
  const afterOf = (name: string) =>
    writes.flatMap((write) => (write.record.name === name && 'item' in write ? [write.item] : []))
  return { view, store, afterOf }
}

test('D-01: a note has a kind, a title and a first version, and is counted in its dossier', async () => {
  const { view, afterOf } = await written(createNote)
  expect(routes.createNote.output.parse(view)).toEqual({
    dossierId: dossier.dossierId,
    noteId: view.noteId,
    kind: 'observation',
    title: 'Entretien',
    current: 1,
    confidential: false,
    createdAt: NOW,
    createdBy: as.personId,
    changedAt: NOW,
    changedBy: as.personId,
  })
  expect(afterOf('note-version')).toMatchObject([{ noteId: view.noteId, number: 1, text: { inline: 'Tout va bien.' } }])
  expect(afterOf('dossier')).toMatchObject([{ contents: { open: 1, confidential: 0 } }])
})

test('D-07: one that is marked from the first moment is counted so', async () => {
  const { view, afterOf } = await written(createConfidentialNote as never)
  expect(view.confidential).toBe(true)
  expect(afterOf('dossier')).toMatchObject([{ contents: { open: 0, confidential: 1 } }])
})

test('D-08: in a dossier that is confidential as a whole, a note starts with a mark of its own', async () => {
  const { view, afterOf } = await written(createNote, { of: { ...dossier, confidential: true } })
  expect(view.confidential).toBe(true)
  expect(afterOf('dossier')).toMatchObject([{ contents: { open: 0, confidential: 1 } }])
})

test('a long note lies in the bucket under an id of ours, before anything names it; its item stays small', async () => {
  const { store, afterOf } = await written(createNote, { markdown: 'é'.repeat(500_000) })
  const [version] = afterOf('note-version') as { text: { key: string } }[]
  expect(version?.text).toMatchObject({
    key: expect.stringMatching(/^dossiers\/texts\/[0-9a-f-]{36}$/),
    length: 1_000_000,
  })
  expect(store.bytesOf({ bucket: 'documents', key: version?.text.key ?? '' })?.length).toBe(1_000_000)
  expect(JSON.stringify(afterOf('note-version')).length).toBeLessThan(1000)
})

test('what fails before anything names the text changes nothing: no writes come of it', async () => {
  const put = () => Promise.reject(new Error('The bucket does not answer.'))
  const things = { dossier, files: { ...memoryStore().files, put } }
  const long = { ...input, markdown: 'a'.repeat(20_000) }
  await expect(ask(createNote, { as, things, input: long })).rejects.toThrow('The bucket does not answer.')
})

test('a note of more than 2 MB is refused as too large, and nothing is written', async () => {
  const things = { dossier, files: memoryStore().files }
  const markdown = 'a'.repeat(LONGEST_TEXT + 1)
  expect(await ask(createNote, { as, things, input: { ...input, markdown } })).toEqual({ problem: 'too-large' })
})
