import { describe, expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { create, perhaps, type Write } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Offer, OfferClaims, Offers } from '../../offers/records.ts'
import { Dossiers } from '../records.ts'
import { type DossierState, dossierStateNames } from '../states.ts'
import { archiveDossier } from './archive-dossier.ts'
import { closeDossier } from './close-dossier.ts'
import { reopenDossier } from './reopen-dossier.ts'

const as = personOf('owner')
const { dossierId } = dossier
const moves = { closed: closeDossier, archived: archiveDossier, active: reopenDossier } as unknown as Record<
  DossierState,
  typeof closeDossier
>
const offer: Offer = {
  dossierId,
  offerId: idOf(801),
  giverId: as.personId,
  recipientId: personOf('stranger').personId,
  message: null,
  state: 'pending',
  offeredAt: NOW,
  expiresAt: '2026-03-16T09:00:00.000Z',
  outcome: null,
}
const tableWith = (state: DossierState, ...more: Write[]) =>
  holding(create(Dossiers, { ...dossier, state }), create(People, personOf('stranger')), ...more)
const move = (from: DossierState, to: DossierState, table = tableWith(from)) =>
  ask(moves[to], { as, table, things: { dossier: { ...dossier, state: from } } })

describe('D-01: a dossier is closed, then archived, and reopened from either', () => {
  const legal: readonly [DossierState, DossierState][] = [
    ['active', 'closed'],
    ['closed', 'archived'],
    ['closed', 'active'],
    ['archived', 'active'],
  ]
  test.each(legal)('from %s to %s', async (from, to) => {
    const table = tableWith(from)
    const { view, version, writes, events } = await granted(move(from, to, table))
    expect([view.state, view.changedAt, version]).toEqual([to, NOW, 2])
    expect(events).toEqual([{ type: 'dossier-state-changed', data: { dossierId, state: to, by: as.personId } }])
    expect(await table.commit(writes ?? [])).toBe('done')
    const { stored } = await table.load({ stored: perhaps(Dossiers, { dossierId }) })
    expect(stored).toEqual({ ...dossier, state: to, version: 2 })
  })

  const others = dossierStateNames.flatMap((from) =>
    dossierStateNames.flatMap((to) =>
      from === to || legal.some(([a, b]) => a === from && b === to) ? [] : [[from, to] as const],
    ),
  )
  test.each(others)('not from %s to %s', async (from, to) => {
    expect(await move(from, to)).toEqual({ problem: 'move-not-allowed' })
  })

  test.each(dossierStateNames)(
    'asked once more, %s it stays: nothing is written, and nobody is told again',
    async (state) => {
      const { view, version, writes, events } = await granted(move(state, state))
      expect([view.state, version, writes, events]).toEqual([state, 1, undefined, undefined])
    },
  )
})

describe('D-14: a dossier that is closed is offered to nobody', () => {
  test('closing ends the pending offer in the same transaction, as withdrawn, and tells of both', async () => {
    const table = tableWith('active', create(Offers, offer), create(OfferClaims, offer))
    const { writes, events } = await granted(move('active', 'closed', table))
    expect(await table.commit(writes ?? [])).toBe('done')
    const after = await table.load({ offer: perhaps(Offers, offer), claim: perhaps(OfferClaims, { dossierId }) })
    expect(after).toMatchObject({
      offer: { state: 'withdrawn', outcome: { by: as.personId, at: NOW } },
      claim: undefined,
    })
    expect(events?.map(({ type }) => type)).toEqual(['dossier-state-changed', 'offer-ended'])
  })

  test('an offer that is answered at the same moment keeps its answer, and the closing is made again', async () => {
    const table = tableWith('active', create(Offers, offer), create(OfferClaims, offer))
    const { writes } = await granted(move('active', 'closed', table))
    const before = { ...offer, version: 1 }
    await table.commit([{ op: 'replace', record: Offers, before, item: { ...offer, state: 'refused' } }])
    expect(await table.commit(writes ?? [])).not.toBe('done')
  })

  test('reopening has nothing to end', async () => {
    const { events } = await granted(move('closed', 'active'))
    expect(events).toHaveLength(1)
  })
})
