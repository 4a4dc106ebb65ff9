// Feeds and daily mails, from events to what is told in the morning, over a table in memory.
import { describe, expect, test } from 'vitest'
import type { DomainEvent, OutboxEntry } from '../../shared/events.ts'
import { Outbox } from '../../shared/events.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type CollaborativeSpace, CollaborativeSpaces } from '../collaborative-spaces/records.ts'
import { jobTools } from '../kernel/job.ts'
import { fillFeed } from './fill.ts'
import { makeDigests } from './make-digests.ts'
import { type MailChoice, unchosen } from './notice-kinds.ts'
import { Digests, FeedEntries, MailPreferences } from './records.ts'

const owner = personOf('owner').personId
const collaborator = personOf('stranger').personId
const MORNING = '2026-03-03T06:00:00.000Z'
const NEXT_MORNING = '2026-03-04T06:00:00.000Z'

const shared = (at = NOW, dossierId = idOf(500)): OutboxEntry => ({
  type: 'share-given',
  data: { dossierId, personId: collaborator, access: 'read', until: null, by: owner },
  eventId: newId(),
  at,
})
const told = (event: DomainEvent, at = NOW) => ({ ...event, eventId: newId(), at }) as OutboxEntry
const chose = (choice: MailChoice, changedAt = '2026-01-01T00:00:00.000Z') =>
  create(MailPreferences, {
    personId: collaborator,
    choices: { ...unchosen, shares: choice },
    changedAt,
    before: unchosen,
  })

const toolsAt = (table: MemoryTable, now: string) =>
  jobTools({ table, newId, clock: () => now } as never, 'clock', 'tick', now)
const fill = (table: MemoryTable, event: OutboxEntry, now = NOW) => fillFeed(event, toolsAt(table, now), 'Europe/Paris')
/** Delivered again until it is done, as a queue does. */
const delivered = (table: MemoryTable, event: OutboxEntry): Promise<void> =>
  fill(table, event, MORNING).catch(() => delivered(table, event))
const tick = (table: MemoryTable, now: string) => makeDigests(toolsAt(table, now))
const all = (table: MemoryTable, name: string) => table.everything().filter(({ recordName }) => recordName === name)
const entries = (table: MemoryTable) => all(table, FeedEntries.name)
const due = (table: MemoryTable) => all(table, Outbox.name).map(({ data }) => data)

describe('the feed', () => {
  test('D-05: whom an event concerns has an entry of it, with ids and who acted, and no name', async () => {
    const table = holding()
    const event = shared()
    await fill(table, event)
    expect(entries(table)).toMatchObject([
      {
        personId: collaborator,
        feedEntryId: event.eventId,
        at: NOW,
        kind: 'shares',
        type: 'share-given',
        by: owner,
        about: { dossierId: idOf(500) },
        facts: { access: 'read' },
        digest: null,
      },
    ])
  })

  test('once, however often and however much at once it is delivered', async () => {
    const table = holding(chose('daily'))
    const event = shared()
    await Promise.all([fill(table, event), fill(table, event), fill(table, event)])
    await fill(table, event)
    expect(entries(table)).toHaveLength(1)
    expect(all(table, Digests.name)).toMatchObject([{ number: 1, lines: 1 }])
  })

  test('D-17: everybody of a large space but who wrote, and none twice when the first delivery fell in the middle', async () => {
    const memberIds = Array.from({ length: 95 }, (_, at) => idOf(3000 + at))
    const space = {
      spaceId: idOf(900),
      name: 'Relève',
      about: null,
      boundTo: null,
      state: 'open',
      memberIds,
      members: 95,
      createdAt: NOW,
      createdBy: owner,
      closedAt: null,
      closedBy: null,
    } satisfies CollaborativeSpace
    const table = holding(create(CollaborativeSpaces, space))
    const event = told({
      type: 'space-entry-added',
      data: { spaceId: space.spaceId, entryId: idOf(901), by: idOf(3000) },
    })
    let commits = 0
    const falling: MemoryTable = {
      ...table,
      commit: async (writes) => {
        if (++commits === 2) throw new Error('The table does not answer.')
        return table.commit(writes)
      },
    }
    await expect(fill(falling, event)).rejects.toThrow()
    await fill(table, event)
    expect(
      entries(table)
        .map(({ personId }) => personId)
        .toSorted(),
    ).toEqual(memberIds.slice(1))
    expect(all(table, Digests.name).map(({ lines }) => lines)).toEqual(Array(94).fill(1))
  })

  test('what concerns nobody leaves no trace', async () => {
    const table = holding()
    await fill(table, told({ type: 'person-changed', data: { personId: owner } }))
    expect(table.everything()).toEqual([])
  })
})

describe('the daily mail', () => {
  test('B-06: gathers what its person wants once a day, and is due on the next morning where the tenant is', async () => {
    const table = holding(chose('daily'))
    for (const at of [NOW, '2026-03-02T15:00:00.000Z', '2026-03-02T23:59:00.000Z']) await fill(table, shared(at), at)
    expect(all(table, Digests.name)).toMatchObject([{ number: 1, lines: 3, dueAt: MORNING, lastAt: null }])
    expect(entries(table).map(({ digest }) => digest)).toEqual([1, 1, 1])
    expect(await tick(table, '2026-03-03T05:55:00.000Z')).toBe(0)
    expect(await tick(table, MORNING)).toBe(1)
    expect(due(table)).toEqual([{ personId: collaborator, digest: 1, lines: 3 }])
  })

  test('B-06: exactly once a day, whatever ticks come; what happens after it waits for the next', async () => {
    const table = holding(chose('daily'))
    await fill(table, shared())
    expect((await Promise.all([tick(table, MORNING), tick(table, MORNING)])).toSorted()).toEqual([0, 1])
    await fill(table, shared('2026-03-03T06:04:00.000Z'), '2026-03-03T06:04:00.000Z')
    expect(await tick(table, '2026-03-03T06:05:00.000Z')).toBe(0)
    expect(await tick(table, '2026-03-03T23:55:00.000Z')).toBe(0)
    expect(await tick(table, NEXT_MORNING)).toBe(1)
    expect(due(table)).toMatchObject([{ digest: 1 }, { digest: 2 }])
  })

  test('B-06: when the clock runs ahead, the same day has no second one', async () => {
    const table = holding(chose('daily'))
    await fill(table, shared())
    await tick(table, '2026-03-03T08:00:00.000Z')
    // The consumer's own clock still shows the day before.
    await fill(table, shared())
    expect(await tick(table, '2026-03-03T08:00:00.000Z')).toBe(0)
    expect(all(table, Digests.name)).toMatchObject([{ dueAt: NEXT_MORNING }])
  })

  test('B-06: nothing is sent when nothing happened, nor to whoever is mailed at once or not at all', async () => {
    for (const choice of ['at-once', 'none'] as const) {
      const table = holding(chose(choice))
      await fill(table, shared())
      expect(entries(table)).toMatchObject([{ digest: null }])
      expect(await tick(table, NEXT_MORNING)).toBe(0)
    }
  })

  test('B-06: an event is told as was chosen when it happened, however late it is delivered', async () => {
    const changedAt = '2026-03-02T09:30:00.000Z'
    const table = holding(chose('daily', changedAt))
    await fill(table, shared('2026-03-02T09:29:59.999Z'), MORNING)
    await fill(table, shared(changedAt), MORNING)
    expect(entries(table).map(({ digest }) => digest)).toEqual([null, 1])
  })

  test('an entry that arrives while a tick closes the mail is in that one or in the next, and counted there', async () => {
    const table = holding(chose('daily'))
    await fill(table, shared())
    await Promise.all([tick(table, MORNING), ...Array.from({ length: 8 }, () => delivered(table, shared(MORNING)))])
    // A tick that others were faster than leaves it to the next one.
    await tick(table, MORNING)
    const { digest } = await table.load({ digest: perhaps(Digests, { personId: collaborator }) })
    const [first] = due(table) as unknown as { lines: number }[]
    const of = (number: number) => entries(table).filter((entry) => entry.digest === number).length
    expect([of(1), of(2), of(1) + of(2)]).toEqual([first?.lines, (digest as { lines?: number }).lines, 9])
  })
})

test('a change of the daily mail between reading and writing is met by reading again', async () => {
  const table = holding(
    chose('daily'),
    create(Digests, { personId: collaborator, number: 4, lines: 0, dueAt: null, lastAt: null }),
  )
  let first = true
  const racing: MemoryTable = {
    ...table,
    load: async (lookups) => {
      const found = await table.load(lookups)
      const digest = found[`digest ${collaborator}` as never] as never
      if (first && digest !== undefined) {
        first = false
        await table.commit([update(Digests, digest, { number: 5 })])
      }
      return found
    },
  }
  await fill(racing, shared())
  expect(entries(table)).toMatchObject([{ digest: 5 }])
})
