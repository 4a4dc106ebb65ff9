import { describe, expect, test } from 'vitest'
import { People, type Person } from '../../../shared/people.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create, remove, type Write } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type CollaborativeSpace, CollaborativeSpaces, Companions } from '../../collaborative-spaces/records.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { type Offer, Offers } from '../../offers/records.ts'
import { Workspaces } from '../../settings/records.ts'
import { Shares } from '../../sharing/records.ts'
import { FeedEntries, type FeedEntry } from '../records.ts'
import { routes } from '../routes.ts'
import { listFeed } from './list-feed.ts'

const owner = personOf('owner')
const { dossierId, number } = dossier
const share = {
  dossierId,
  personId: personOf('stranger').personId,
  access: 'read',
  givenBy: owner.personId,
  givenAt: NOW,
  until: null,
} as const
const entry = (at: number, more: Partial<FeedEntry> = {}): FeedEntry => ({
  personId: personOf('stranger').personId,
  feedEntryId: idOf(7000 + at),
  at: new Date(Date.parse(NOW) + at * 60_000).toISOString(),
  kind: 'shares',
  type: 'share-given',
  by: owner.personId,
  about: { dossierId },
  people: [],
  facts: { access: 'read' },
  digest: null,
  ...more,
})
const bare = <T extends object>({ version: _, ...item }: T & { version: number }) => item as unknown as T
const tableOf = (...more: Write[]) =>
  holding(create(Dossiers, bare(dossier)), create(People, bare<Person>(owner)), ...more)
const feedOf = async (table: ReturnType<typeof tableOf>, input: object = {}, as: Persona = 'stranger') => {
  const whole = routes.listFeed.input.parse(input)
  const { view } = await granted(ask(listFeed, { as: personOf(as), table, input: whole }))
  return routes.listFeed.output.parse(view)
}

describe('an entry', () => {
  test('D-05: says who did what with which dossier, in the language of whoever reads', async () => {
    const { items } = await feedOf(tableOf(create(Shares, share), create(FeedEntries, entry(1))))
    expect(items).toEqual([
      {
        feedEntryId: idOf(7001),
        at: '2026-03-02T09:01:00.000Z',
        kind: 'shares',
        type: 'share-given',
        sentence: `Le dossier ${number} est partagé avec vous par ${owner.name}, en lecture.`,
        known: true,
        by: { personId: owner.personId, name: owner.name },
        dossierNumber: number,
        about: { dossierId },
      },
    ])
  })

  test('D-06: shows no details any more from the next request after the share has ended', async () => {
    const table = tableOf(create(Shares, share), create(FeedEntries, entry(1)))
    expect((await feedOf(table)).items[0]?.known).toBe(true)
    await table.commit([remove(Shares, { ...share, version: 1 })])
    const { items } = await feedOf(table)
    expect(items).toMatchObject([{ known: false, by: null, dossierNumber: null, about: {} }])
    expect(items[0]?.sentence).toBe('Un dossier est partagé avec vous, en lecture.')
    expect(JSON.stringify(items)).not.toMatch(new RegExp(`${dossierId}|${owner.name}|${owner.personId}`))
  })

  test('D-22: names the dossier to whoever may meet it', async () => {
    const { items } = await feedOf(tableOf(create(Workspaces, { dossiersMet: true }), create(FeedEntries, entry(1))))
    expect(items).toMatchObject([{ known: true, dossierNumber: number }])
  })

  test('D-11: names to the recipient of an offer the dossier that they may not read yet, by its number alone', async () => {
    const offer = {
      dossierId,
      offerId: idOf(800),
      giverId: owner.personId,
      recipientId: personOf('stranger').personId,
      message: null,
      state: 'pending',
      offeredAt: NOW,
      expiresAt: '2026-03-16T09:00:00.000Z',
      outcome: null,
    } satisfies Offer
    const made = entry(1, {
      kind: 'offers',
      type: 'offer-made',
      about: { dossierId, offerId: offer.offerId },
      facts: {},
    })
    const { items } = await feedOf(tableOf(create(Offers, offer), create(FeedEntries, made)))
    expect(items[0]?.sentence).toBe(`Le dossier ${number} vous est offert par ${owner.name}.`)
    expect(JSON.stringify(items)).not.toContain(dossier.clientName)
    expect((await feedOf(tableOf(create(FeedEntries, made)))).items[0]?.known).toBe(false)
  })

  test('D-17: names a collaborative space to its members alone', async () => {
    const ids = { spaceId: idOf(900), personId: personOf('stranger').personId }
    const space = {
      spaceId: ids.spaceId,
      name: 'Relève',
      about: null,
      boundTo: null,
      state: 'open',
      memberIds: [],
      members: 2,
      createdAt: NOW,
      createdBy: owner.personId,
      closedAt: null,
      closedBy: null,
    } satisfies CollaborativeSpace
    const written = entry(1, {
      kind: 'space-entries',
      type: 'space-entry-added',
      facts: {},
      about: { spaceId: ids.spaceId, entryId: idOf(901) },
    })
    const writes = [create(CollaborativeSpaces, space), create(FeedEntries, written)]
    const companion = { ...ids, invitedBy: owner.personId, joinedAt: NOW }
    expect((await feedOf(tableOf(...writes, create(Companions, companion)))).items[0]?.sentence).toContain('Relève')
    expect(JSON.stringify(await feedOf(tableOf(...writes)))).not.toMatch(/Relève|019cabcd-0000-7000-8000-000000000384/)
  })
})

describe('the feed', () => {
  const many = [1, 2, 3, 4, 5].map((at) =>
    create(FeedEntries, entry(at, at % 2 === 0 ? { kind: 'dossiers', type: 'person-invited', facts: {} } : {})),
  )
  const ids = (page: { items: readonly { feedEntryId: string }[] }) =>
    page.items.map(({ feedEntryId }) => Number.parseInt(feedEntryId.slice(-4), 16) - 7000)

  test('is newest first, page by page without a gap, and one’s own alone', async () => {
    const table = tableOf(...many, create(FeedEntries, entry(6, { personId: owner.personId })))
    const first = await feedOf(table, { limit: 2 })
    const second = await feedOf(table, { limit: 2, cursor: first.cursor })
    const third = await feedOf(table, { limit: 2, cursor: second.cursor })
    expect([first, second, third].map(ids)).toEqual([[5, 4], [3, 2], [1]])
    expect(third.cursor).toBeNull()
    expect(ids(await feedOf(table, {}, 'owner'))).toEqual([6])
    expect(await feedOf(table, {}, 'coordinator')).toEqual({ items: [], cursor: null })
  })

  test('is of one kind where one asks for it, and goes back no further than asked', async () => {
    const table = tableOf(...many)
    expect(ids(await feedOf(table, { kind: 'dossiers' }))).toEqual([4, 2])
    const since = await feedOf(table, { since: '2026-03-02T09:03:00Z', limit: 4 })
    expect([ids(since), since.cursor]).toEqual([[5, 4, 3], null])
    expect(routes.listFeed.input.safeParse({ kind: 'everything' }).success).toBe(false)
  })
})
