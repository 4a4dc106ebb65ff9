import { expect, test } from 'vitest'
import { AuditEntries } from '../../shared/audit.ts'
import { Outbox } from '../../shared/events.ts'
import { create, update } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { endDueShares } from './end-due-shares.ts'
import { type Share, Shares } from './records.ts'

const LATER = '2026-03-02T10:00:00.000Z'
const shareOf = (at: number, until: string | null): Share => ({
  dossierId: idOf(at),
  personId: personOf('stranger').personId,
  access: 'read',
  givenBy: personOf('owner').personId,
  givenAt: '2026-02-01T08:00:00.000Z',
  until,
})
const tick = (table: MemoryTable, now: string) =>
  endDueShares(jobTools({ table, newId, clock: () => NOW } as unknown as World, 'clock', 'tick', now))
const all = (table: MemoryTable, name: string) => table.everything().filter(({ recordName }) => recordName === name)
const left = (table: MemoryTable) => all(table, Shares.name).map(({ dossierId }) => dossierId)

test('D-03: a share ends by itself at its date, by the time of the tick, and no other does', async () => {
  const table = holding(...[shareOf(1, NOW), shareOf(2, LATER), shareOf(3, null)].map((share) => create(Shares, share)))
  expect(await tick(table, NOW)).toBe(1)
  expect(left(table)).toEqual([idOf(2), idOf(3)])
  expect(await tick(table, LATER)).toBe(1)
  expect(left(table)).toEqual([idOf(3)])
})

test('D-05: the end is told once, whatever ticks come, and stands in the trail of the dossier as the clock', async () => {
  const table = holding(create(Shares, shareOf(1, NOW)))
  await Promise.all([tick(table, NOW), tick(table, NOW)])
  await tick(table, LATER)
  const { personId } = personOf('stranger')
  expect(all(table, Outbox.name)).toMatchObject([
    { type: 'share-ended', data: { dossierId: idOf(1), personId, access: 'read', until: NOW, by: null } },
  ])
  expect(all(table, AuditEntries.name)).toMatchObject([
    {
      pk: `DOSSIER#${idOf(1)}`,
      actorId: 'job:clock',
      action: 'share.end',
      changes: [{ record: 'share', before: { until: NOW }, after: null }],
    },
  ])
})

test('D-03: one that is prolonged at the same moment goes on', async () => {
  const table = holding(create(Shares, shareOf(1, NOW)))
  const lagging: MemoryTable = {
    ...table,
    list: async (...asked) => {
      const page = await table.list<never>(...asked)
      // The owner is faster than the index.
      await table.commit([update(Shares, { ...shareOf(1, NOW), version: 1 }, { until: LATER })])
      return page
    },
  }
  expect(await tick(lagging, NOW)).toBe(0)
  expect(left(table)).toEqual([idOf(1)])
  expect(all(table, Outbox.name)).toEqual([])
})

test('D-03: more shares than a page holds all end at one tick', async () => {
  const table = holding(...Array.from({ length: 230 }, (_, at) => create(Shares, shareOf(at, NOW))))
  expect(await tick(table, NOW)).toBe(230)
  expect(left(table)).toEqual([])
})
