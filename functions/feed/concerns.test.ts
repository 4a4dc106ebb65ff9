import { describe, expect, test } from 'vitest'
import { create } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { dossier } from '../../test/one-dossier.ts'
import { idOf, NOW } from '../../test/world.ts'
import { Dossiers } from '../dossiers/records.ts'
import { Shares } from '../sharing/records.ts'
import { feed } from './capability.ts'
import { type Concern, concerning, concernOf, type Words } from './concerns.ts'

/** Everything that an event may hold, each outcome and each state once. */
const outcomes = ['approved', 'accepted', 'granted', 'refused', 'withdrawn', 'expired', 'sent', 'failed']
const variations: readonly object[] = [
  ...outcomes.map((outcome) => ({ outcome })),
  ...['active', 'closed', 'archived'].map((state) => ({ outcome: 'granted', state })),
  ...['deputy-asked', 'nobody-left', 'long'].map((why) => ({ outcome: 'granted', why })),
  ...[1, 2].map((members) => ({ outcome: 'granted', members })),
]
const dataOf = (variation: object): object => ({
  ...Object.fromEntries(
    ['dossierId', 'offerId', 'requestId', 'transferId', 'bulkTransferId', 'batchId', 'spaceId', 'entryId'].map(
      (name) => [name, idOf(1)],
    ),
  ),
  ...Object.fromEntries(
    ['personId', 'by', 'from', 'to', 'ownerId', 'requestedBy', 'invitedBy'].map((name, at) => [name, idOf(10 + at)]),
  ),
  owned: [idOf(1)],
  answered: [],
  moved: 12,
  sent: 12,
  failed: 1,
  access: 'write',
  wants: 'share',
  state: 'closed',
  reminder: true,
  ...variation,
})
const named: Record<'en' | 'fr', Words> = {
  en: { by: ' by Odile', dossier: 'dossier 12', ofDossier: 'of dossier 12', space: 'the space', names: ['A', 'B'] },
  fr: { by: ' par Odile', dossier: 'le dossier 12', ofDossier: 'du dossier 12', space: "l'espace", names: ['A', 'B'] },
}
const bare: Record<'en' | 'fr', Words> = {
  en: { by: '', dossier: 'a dossier', ofDossier: 'of a dossier', space: 'a space', names: ['x', 'x'] },
  fr: { by: '', dossier: 'un dossier', ofDossier: "d'un dossier", space: 'un espace', names: ['x', 'x'] },
}

describe.each(concerning)('%s', (type) => {
  const concern = concernOf(type) as Concern
  const sentences = variations.flatMap((variation) => {
    const data = dataOf(variation) as never
    // Not every event has every outcome.
    try {
      const facts = concern.facts?.(data) ?? {}
      return [named, bare].map((words) => [concern.en(words.en, facts), concern.fr(words.fr, facts)] as const)
    } catch {
      return []
    }
  })

  test('B-16: is told in a sentence of each language, with names and without', () => {
    expect(sentences.length).toBeGreaterThan(2)
    for (const [en, fr] of sentences) {
      expect(en).not.toBe(fr)
      for (const sentence of [en, fr]) expect(sentence).toMatch(/^(?!.*(undefined|null|\[object| {2}|,\.)).{12,160}\.$/)
    }
  })

  test('keeps ids, counts and words of its own, and nothing that somebody wrote', () => {
    const facts = concern.facts?.(dataOf({ outcome: 'granted', message: 'secret', reason: 'secret' }) as never) ?? {}
    expect(JSON.stringify([facts, concern.about(dataOf({}) as never)])).not.toContain('secret')
  })
})

test('D-05: whoever did it is not told of it', async () => {
  const { version: _, ...item } = dossier
  const share = (at: number) =>
    ({ dossierId: dossier.dossierId, personId: idOf(at), access: 'read', until: null }) as const
  const shares = Array.from({ length: 130 }, (_one, at) => ({
    ...share(2000 + at),
    givenBy: item.ownerId,
    givenAt: NOW,
  }))
  const table = holding(create(Dossiers, item), ...shares.map((one) => create(Shares, one)))
  const whom = (by: string) =>
    (concernOf('dossier-state-changed') as Concern).whom(
      { dossierId: dossier.dossierId, state: 'closed', by } as never,
      { table, read: table.load } as never,
    )
  expect(await whom(item.ownerId)).toEqual([item.responsibleId, ...shares.map(({ personId }) => personId)])
  expect(await whom(idOf(2000))).toHaveLength(131)
})

test('D-18: whoever is left alone in a space is told what to do before they leave as well, and nobody else is', () => {
  const concern = concernOf('space-left') as Concern
  const told = (members: number) => {
    const facts = concern.facts?.({ spaceId: idOf(1), personId: idOf(2), members } as never) ?? {}
    return [concern.en(named.en, facts), concern.fr(named.fr, facts)]
  }
  expect(told(1)).toEqual([
    'A has left the space. You are its last member: before you leave it, invite somebody, or close it.',
    "A a quitté l'espace. Vous en êtes le dernier membre\u00a0: avant de le quitter, invitez quelqu'un ou fermez-le.",
  ])
  expect(told(2)).toEqual(['A has left the space.', "A a quitté l'espace."])
})

test('the feed is told of every event that concerns somebody, and of no other', () => {
  const [fillFeed] = feed.jobs
  expect(fillFeed?.trigger).toEqual({ on: 'events', events: concerning })
})
