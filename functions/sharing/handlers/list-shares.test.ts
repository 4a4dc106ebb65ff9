import { expect, test } from 'vitest'
import { People, type Person } from '../../../shared/people.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Share, Shares } from '../records.ts'
import { routes } from '../routes.ts'
import { listShares } from './list-shares.ts'

const owner = personOf('owner')
const { dossierId } = dossier
const LATER = '2026-06-30T18:00:00.000Z'
const shareWith = (persona: Persona, changes: Partial<Share> = {}) =>
  create(Shares, {
    dossierId,
    personId: personOf(persona).personId,
    access: 'read',
    givenBy: owner.personId,
    givenAt: NOW,
    until: null,
    ...changes,
  })
const colleagues: readonly Persona[] = ['coordinator', 'user manager', 'stranger']
const table = holding(
  ...[...colleagues, 'owner' as const, 'office member' as const, 'super user' as const].map((persona) => {
    const { version: _, ...person } = personOf(persona)
    return create(People, person as Person)
  }),
  shareWith('coordinator', { access: 'write', until: LATER }),
  shareWith('user manager'),
  shareWith('stranger', { givenBy: personOf('coordinator').personId }),
  shareWith('super user', { until: NOW }),
  shareWith('office member', { dossierId: idOf(1) }),
)
const shown = async (input: object) => {
  const { view } = await granted(ask(listShares, { as: owner, table, things: { dossier }, input }))
  return routes.listShares.output.parse(view)
}

test('D-05: shares are listed with who, how far, since when, by whom and until when', async () => {
  const { items, cursor } = await shown({ limit: 50 })
  expect(items[0]).toEqual({
    dossierId,
    personId: personOf('coordinator').personId,
    name: personOf('coordinator').name,
    access: 'write',
    givenAt: NOW,
    givenBy: owner.personId,
    givenByName: owner.name,
    until: LATER,
  })
  expect(items[2]).toMatchObject({ name: personOf('stranger').name, givenByName: personOf('coordinator').name })
  expect(cursor).toBeNull()
})

test('D-03: one whose end has come is listed no more, and one of another dossier never', async () => {
  const { items } = await shown({ limit: 50 })
  expect(items.map(({ personId }) => personId)).toEqual(colleagues.map((persona) => personOf(persona).personId))
})

test('D-20: one with a collaborator who is not active, or was not since, is listed no more', async () => {
  for (const change of [{ status: 'inactive' }, { reinstatedAt: '2026-03-02T09:00:01.000Z' }] as const) {
    const { version: _, ...person } = personOf('stranger')
    const changed = holding(create(People, { ...(person as Person), ...change }), shareWith('stranger'))
    const asked = ask(listShares, { as: owner, table: changed, things: { dossier }, input: { limit: 50 } })
    expect((await granted(asked)).view.items).toEqual([])
  }
})

test('the list goes on where a page ended', async () => {
  const first = await shown({ limit: 2 })
  const second = await shown({ limit: 2, cursor: first.cursor })
  expect([...first.items, ...second.items].map(({ personId }) => personId)).toEqual(
    colleagues.map((persona) => personOf(persona).personId),
  )
})
