import { expect, test } from 'vitest'
import { GIVER, offered, RECIPIENT } from '../../../test/offering.ts'
import { told } from '../../../test/town.ts'

type Listed = { readonly items: { offerId: string; state: string }[]; readonly cursor: string | null }

/** Three offers one after another, of which two were refused. */
const three = async () => {
  const town = await offered()
  for (let more = 0; more < 2; more++) {
    await town.refuse(RECIPIENT, town.offers().at(-1)?.offerId ?? '')
    await town.offer()
  }
  return town
}

test('D-15: giver and recipient each list theirs, newest first, page by page', async () => {
  const town = await three()
  for (const [who, as] of [
    [GIVER, 'giver'],
    [RECIPIENT, 'recipient'],
  ] as const) {
    const first: Listed = told(await town.list(who, { as, limit: '2' }))
    expect(first.items.map(({ state }) => state)).toEqual(['pending', 'refused'])
    const second: Listed = told(await town.list(who, { as, limit: '2', cursor: first.cursor ?? '' }))
    expect([second.items.map(({ state }) => state), second.cursor]).toEqual([['refused'], null])
  }
})

test('C-05: nobody lists what is neither from nor to them, and a guest nothing', async () => {
  const town = await three()
  for (const as of ['giver', 'recipient']) {
    for (const who of ['responsible', 'coordinator'] as const)
      expect(told(await town.list(who, { as }))).toEqual({ items: [], cursor: null })
    expect((await town.list('guest', { as })).status).toBe(403)
  }
})

test('it is asked for as giver or as recipient', async () => {
  expect((await (await three()).list(GIVER, {})).status).toBe(400)
})
