import { expect, test } from 'vitest'
import { documentAt } from '../../test/one-dossier.ts'
import { moveDocument } from './records.ts'
import { type DocumentState, documentStateNames, mayMove } from './states.ts'

/** Every move there is; any other is refused. */
const moves: readonly `${DocumentState} → ${DocumentState}`[] = [
  'awaiting-upload → received',
  'received → received',
  'received → sending',
  'sending → sent',
  'sending → failed',
  'failed → sending',
  'sent → received',
]

test('P-06: a document moves between its states along these moves and no others', () => {
  const all = documentStateNames.flatMap((from) => documentStateNames.map((to) => [from, to] as const))
  const allowed = all.filter(([from, to]) => mayMove(from, to)).map(([from, to]) => `${from} → ${to}`)
  expect(allowed.sort()).toEqual([...moves].sort())
})

test('P-06: a move that is not declared writes nothing', () => {
  const { document } = documentAt(1, 'owner', { state: 'awaiting-upload' })
  expect(() => moveDocument({ ...document, version: 1 }, 'sent')).toThrow('awaiting-upload to sent')
})
