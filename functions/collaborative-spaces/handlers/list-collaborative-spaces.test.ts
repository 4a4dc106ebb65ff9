import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { oneSpace } from '../../../test/one-space.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type CollaborativeSpace, CollaborativeSpaces, Companions } from '../records.ts'
import { listCollaborativeSpaces } from './list-collaborative-spaces.ts'

/** Five spaces more, of which the owner is in all and the stranger in the second; the fourth is closed. */
const office = () => {
  const table = oneSpace(['responsible'], ['owner', 'stranger'])
  const [owner, stranger] = [personOf('owner').personId, personOf('stranger').personId]
  for (let at = 1; at <= 5; at++) {
    const memberIds = at === 2 ? [owner, stranger] : [owner]
    const space: CollaborativeSpace = {
      spaceId: idOf(at),
      name: `Espace ${at}`,
      about: null,
      boundTo: idOf(12),
      state: at === 4 ? 'closed' : 'open',
      memberIds,
      members: memberIds.length,
      createdAt: NOW,
      createdBy: owner,
      closedAt: null,
      closedBy: null,
    }
    const joined = { spaceId: space.spaceId, invitedBy: owner, joinedAt: NOW }
    table.put(
      create(CollaborativeSpaces, space),
      ...memberIds.map((personId) => create(Companions, { ...joined, personId })),
    )
  }
  return table
}
const listed = async (persona: Persona, more: object = {}) => {
  const table = office()
  const names: string[] = []
  let cursor: string | undefined
  do {
    const input = { limit: 2, ...more, ...(cursor === undefined ? {} : { cursor }) }
    const { view } = await granted(ask(listCollaborativeSpaces, { as: personOf(persona), table, input }))
    names.push(...view.items.map(({ name }) => name))
    cursor = view.cursor ?? undefined
  } while (cursor !== undefined)
  return names
}

test('D-16: one is listed the spaces one is in, oldest first, page by page', async () => {
  expect(await listed('owner')).toEqual([1, 2, 3, 4, 5].map((at) => `Espace ${at}`))
  expect(await listed('stranger')).toEqual(['Espace 2'])
  expect(await listed('coordinator')).toEqual([])
})

test('D-18: by their state, open ones or closed ones', async () => {
  expect(await listed('owner', { state: 'closed' })).toEqual(['Espace 4'])
  expect(await listed('owner', { state: 'open' })).toEqual([1, 2, 3, 5].map((at) => `Espace ${at}`))
})

test('D-16: a guest is listed none, whatever list they stand on', async () => {
  const as = { ...personOf('owner'), roles: ['guest'] as const }
  const { view } = await granted(
    ask(listCollaborativeSpaces, { as: as as never, table: office(), input: { limit: 2 } }),
  )
  expect(view).toEqual({ items: [], cursor: null })
})
