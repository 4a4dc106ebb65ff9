import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentAt } from '../../test/one-dossier.ts'
import { moveDocument } from './records.ts'
import { type DocumentState, documentStateNames, documentStates, mayMove } from './states.ts'

/** Every move there is, by what makes it; any other is refused. */
const moves: readonly `${DocumentState} → ${DocumentState}`[] = [
  // Its file comes, or a newer version of it (P-06); what was sent stays in the archive (P-09).
  'awaiting-upload → received',
  'received → received',
  'in-process → received',
  'approved → received',
  'rejected → received',
  'sent → received',
  'archived → received',
  // Somebody says what it is: what was approved or rejected starts over (P-06).
  'received → in-process',
  'in-process → in-process',
  'approved → in-process',
  'rejected → in-process',
  // It is submitted, where a rule covers it or where none does; taken back; a verdict of several; the last (P-07).
  'received → to-approve',
  'in-process → to-approve',
  'received → approved',
  'in-process → approved',
  'to-approve → in-process',
  'to-approve → to-approve',
  'to-approve → approved',
  'to-approve → rejected',
  // It is sent, or that fails and is resumed (P-09).
  'received → sending',
  'in-process → sending',
  'approved → sending',
  'sending → sent',
  'sending → failed',
  'failed → sending',
  'sent → archived',
  // Its pages are put into others, or taken back (P-06).
  'received → replaced',
  'in-process → replaced',
  'rejected → replaced',
  'replaced → received',
  // A scan finds something (B-12).
]

test('P-06: a document moves between its states along these moves and no others', () => {
  const all = documentStateNames.flatMap((from) => documentStateNames.map((to) => [from, to] as const))
  const allowed = all.filter(([from, to]) => mayMove(from, to)).map(([from, to]) => `${from} → ${to}`)
  expect(allowed.sort()).toEqual([...moves].sort())
})

test('P-06: the README tells the states with their moves, each as it is declared', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const told = [...readme.matchAll(/^\| `([\w-]+)` \| (.+) \|$/gm)].map(([, from, to]) => [from, to])
  const listed = (states: readonly string[]) => states.map((state) => `\`${state}\``).join(', ')
  expect(told).toEqual(documentStateNames.map((state) => [state, listed(documentStates[state].next)]))
})

test('P-06: every state is reached, and from every state there is a way to the archive', () => {
  const reach = (from: DocumentState): ReadonlySet<DocumentState> => {
    const reached = new Set([from])
    // A set is walked on as long as it grows.
    for (const state of reached) for (const next of documentStates[state].next) reached.add(next)
    return reached
  }
  expect([...reach('awaiting-upload')].sort()).toEqual([...documentStateNames].sort())
  for (const state of documentStateNames) expect(reach(state).has('archived'), state).toBe(true)
})

test('P-06: a move that is not declared writes nothing', () => {
  const { document } = documentAt(1, 'owner', { state: 'awaiting-upload' })
  expect(() => moveDocument({ ...document, version: 1 }, 'sent')).toThrow('awaiting-upload to sent')
})
