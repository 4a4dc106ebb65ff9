import { expect, test } from 'vitest'
import { ask, granted } from '../../../test/ask.ts'
import { memoryStore } from '../../../test/memory-store.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { note } from '../../../test/one-note.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { changeNote } from './change-note.ts'
import { restoreNoteVersion } from './restore-note-version.ts'

const as = personOf('owner')

test('D-01: a change is a further version; none of the earlier ones is written again, and the mark stays', async () => {
  const things = { dossier, note: { ...note, confidential: true }, files: memoryStore().files }
  const input = { title: 'Entretien, suite', markdown: 'Encore mieux.' }
  const { view, version, writes } = await granted(ask(changeNote, { as, things, input }))
  expect(view).toMatchObject({
    current: 4,
    title: 'Entretien, suite',
    confidential: true,
    changedAt: NOW,
    changedBy: as.personId,
  })
  expect(version).toBe(note.version + 1)
  expect(writes).toMatchObject([
    { op: 'replace', record: { name: 'note' } },
    { op: 'create', record: { name: 'note-version' }, item: { number: 4, text: { inline: 'Encore mieux.' } } },
    // Whoever closes the dossier at the same moment is not overlooked.
    { op: 'require', record: { name: 'dossier' } },
  ])
})

const earlier = {
  noteId: note.noteId,
  number: 1,
  dossierId: dossier.dossierId,
  title: 'Premier entretien',
  text: { key: 'dossiers/texts/one', storedVersionId: 'v1', length: 20_000, sha256: 'ab'.repeat(32) },
  createdAt: '2026-02-01T08:00:00.000Z',
  createdBy: as.personId,
  version: 1,
}

test('D-21: an earlier version becomes current as a new one, with its title and its text, and the mark stays', async () => {
  const things = { dossier, note: { ...note, confidential: true }, noteVersion: earlier }
  const { view, writes } = await granted(ask(restoreNoteVersion, { as, things }))
  expect(view).toMatchObject({ current: 4, title: 'Premier entretien', confidential: true })
  expect(writes?.[1]).toMatchObject({
    op: 'create',
    item: { number: 4, restoredFrom: 1, text: earlier.text, createdAt: NOW },
  })
})

test('restoring what is current changes nothing', async () => {
  const things = { dossier, note, noteVersion: { ...earlier, number: note.current } }
  const { view, writes } = await granted(ask(restoreNoteVersion, { as, things }))
  expect([view.current, writes]).toEqual([note.current, undefined])
})
