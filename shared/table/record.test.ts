import { expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import { type AnyQuestion, fromStored, indexed, record, shardOf, toStored } from './record.ts'

type Note = { readonly noteId: string; readonly owner: string; readonly open: boolean; readonly until?: string }

const Notes = record<Note>()({
  name: 'note',
  holds: 'A note.',
  key: ({ noteId }: { noteId: string }) => ({ pk: `NOTE#${noteId}`, sk: 'NOTE' }),
  by: {
    open: indexed<Note, { open?: boolean }>(
      'gsi1',
      'The open notes',
      ({ open = true }) => (open ? 'NOTES' : undefined),
      ({ noteId }) => noteId,
      { shards: 4 },
    ),
  },
  expires: ({ until }) => (until === undefined ? undefined : Date.parse(until) / 1000),
})

const note: Note = { noteId: 'n1', owner: 'o', open: true }

test('an item lies under its key with its version and what its indexes need, and comes back as it was', () => {
  const stored = toStored(Notes, note, 3)
  expect(stored).toMatchObject({ pk: 'NOTE#n1', sk: 'NOTE', version: 3, gsi1sk: 'n1' })
  expect(stored.gsi1pk).toMatch(/^NOTES#[0-3]$/)
  expect(fromStored(stored)).toEqual({ ...note, version: 3 })
})

test('an item that a question leaves out is in no partition of its index', () => {
  expect(Object.keys(toStored(Notes, { ...note, open: false }, 1))).not.toEqual(expect.arrayContaining(['gsi1pk']))
})

test('an item expires when it says so, in Unix seconds, and else never', () => {
  expect(toStored(Notes, { ...note, until: '2026-03-02T09:00:00.000Z' }, 1).ttl).toBe(1772442000)
  expect(toStored(Notes, note, 1)).not.toHaveProperty('ttl')
})

test('shards: an item stays in one, and many items spread over all of them evenly', () => {
  expect(shardOf('n1', 4)).toBe(shardOf('n1', 4))
  const counts = [0, 0, 0, 0]
  for (let at = 0; at < 10_000; at++) {
    const id = `019c${at.toString(16).padStart(4, '0')}-0000-7000-8000-${(at * 7919).toString(16).padStart(12, '0')}`
    const shard = shardOf(id, 4)
    counts[shard] = (counts[shard] ?? 0) + 1
  }
  for (const count of counts) expect(count).toBeGreaterThan(2000)
})

const records = [...new Set(catalogue.flatMap((one) => one.records))]

test('each record has its own name, a sentence, and questions that are asked as sentences', () => {
  expect(new Set(records.map(({ name }) => name)).size).toBe(records.length)
  for (const { name, holds, by } of records) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(holds, name).toMatch(/\.$/)
    for (const { question } of Object.values(by as Record<string, AnyQuestion>))
      expect(question, name).toMatch(/^\p{Lu}/u)
  }
})

test('no record asks two questions of one index: an item has one place in each', () => {
  for (const { name, by } of records) {
    const slots = Object.values(by as Record<string, AnyQuestion>).flatMap(({ slot }) => (slot === null ? [] : [slot]))
    expect(new Set(slots).size, name).toBe(slots.length)
  }
})
