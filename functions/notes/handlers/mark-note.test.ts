import { expect, test } from 'vitest'
import type { Stored } from '../../../shared/table/record.ts'
import { ask, granted } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { note } from '../../../test/one-note.ts'
import { personOf } from '../../../test/world.ts'
import type { Dossier } from '../../dossiers/records.ts'
import { markNote } from './mark-note.ts'

const held: Stored<Dossier> = { ...dossier, contents: { open: 3, confidential: 1 } }
const mark = (from: boolean, to: boolean) =>
  granted(
    ask(markNote, {
      as: personOf('owner'),
      things: { dossier: held, note: { ...note, confidential: from } },
      input: { confidential: to },
    }),
  )

test.each([
  [false, true, { open: 2, confidential: 2 }],
  [true, false, { open: 4, confidential: 0 }],
])('D-07: a mark of %s that becomes %s is counted with it, in one transaction', async (from, to, contents) => {
  const { view, version, writes } = await mark(from, to)
  expect([view.confidential, version]).toEqual([to, note.version + 1])
  expect(writes).toMatchObject([
    { op: 'replace', record: { name: 'note' }, item: { confidential: to } },
    { op: 'replace', record: { name: 'dossier' }, item: { contents } },
  ])
})

test('D-07: a mark that is there already changes nothing and is counted once', async () => {
  for (const as of [true, false]) expect(await mark(as, as)).toMatchObject({ writes: [], version: note.version })
})
