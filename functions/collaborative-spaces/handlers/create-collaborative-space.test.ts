import { expect, test } from 'vitest'
import { changePerson, deactivation } from '../../../shared/people.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { oneSpace, spaceNow } from '../../../test/one-space.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { routes } from '../routes.ts'
import { changeCollaborativeSpace } from './change-collaborative-space.ts'
import { createCollaborativeSpace } from './create-collaborative-space.ts'
import { readCollaborativeSpace } from './read-collaborative-space.ts'

const { dossierId, number } = dossier
const owner = personOf('owner')
const office = () => {
  const table = oneSpace(['stranger'], ['owner', 'coordinator'])
  const { version: _, ...item } = { ...dossier, ownerId: owner.personId }
  table.put(create(Dossiers, item))
  return table
}
const made = (table: ReturnType<typeof office>, persona: Persona, input: object) =>
  ask(createCollaborativeSpace, { as: personOf(persona), table, input: { about: null, boundTo: null, ...input } })

test('D-16: a space is made open, bound to nothing, with whoever makes it as its one member', async () => {
  const table = office()
  const about = { kind: 'person', text: 'Une voisine' }
  const { view, writes = [] } = await granted(made(table, 'owner', { name: 'Voisinage', about }))
  expect(routes.createCollaborativeSpace.output.parse(view)).toMatchObject({
    name: 'Voisinage',
    about,
    boundTo: null,
    state: 'open',
    members: 1,
    createdBy: owner.personId,
  })
  expect(await table.commit(writes)).toBe('done')
  const { collaborativeSpace, companion } = await spaceNow(table, 'owner', view.spaceId)
  expect(collaborativeSpace.memberIds).toEqual([owner.personId])
  expect(companion).toMatchObject({ invitedBy: owner.personId })
})

test('D-18: whoever is deactivated while they make a space leaves none behind that nobody reads', async () => {
  const table = office()
  const { writes = [] } = await granted(made(table, 'owner', { name: 'Voisinage' }))
  expect(await table.commit([...changePerson(owner, deactivation(owner))])).toBe('done')
  expect(await table.commit(writes)).not.toBe('done')
})

test('D-19: a space is bound to a dossier by whoever may know of it', async () => {
  const { view } = await granted(made(office(), 'owner', { name: 'Suivi', boundTo: dossierId }))
  expect(view.boundTo).toEqual({ dossierId, number })
  const known = await granted(made(office(), 'coordinator', { name: 'Suivi', boundTo: dossierId }))
  expect(known.view.boundTo).toEqual({ dossierId, number })
})

test('D-19: to whoever may not know of a dossier it is as if it did not exist', async () => {
  const there = await made(office(), 'stranger', { name: 'Suivi', boundTo: dossierId })
  const nowhere = await made(office(), 'stranger', { name: 'Suivi', boundTo: idOf(404) })
  expect(there).toMatchObject({ problem: 'not-found', errors: [{ pointer: '#/boundTo' }] })
  expect(nowhere).toMatchObject({ problem: 'not-found', errors: [{ pointer: '#/boundTo' }] })
})

test('D-19: the binding is shown to members who may know of the dossier, and to no others', async () => {
  const table = oneSpace(['owner', 'stranger'], [], { boundTo: dossierId })
  const { version: _, ...item } = { ...dossier, ownerId: owner.personId }
  table.put(create(Dossiers, item))
  const shown = async (persona: Persona) => {
    const things = await spaceNow(table, persona)
    const { view } = await granted(ask(readCollaborativeSpace, { as: personOf(persona), table, things }))
    return routes.readCollaborativeSpace.output.parse(view)
  }
  expect((await shown('owner')).boundTo).toEqual({ dossierId, number })
  const toStranger = await shown('stranger')
  expect(toStranger.boundTo).toBeNull()
  expect(JSON.stringify(toStranger)).not.toContain(dossierId)
})

test('D-17: what a space is called and about changes; what it is bound to and who is in it stay', async () => {
  const table = oneSpace(['owner', 'stranger'])
  const change = async (input: object) => {
    const outcome = await granted(
      ask(changeCollaborativeSpace, { as: owner, table, things: await spaceNow(table, 'owner'), input }),
    )
    expect(await table.commit(outcome.writes ?? [])).toBe('done')
    return outcome
  }
  const { view, version } = await change({ name: 'Printemps du quartier' })
  expect([view.name, view.about?.kind, view.members, version]).toEqual(['Printemps du quartier', 'group', 2, 2])
  expect((await change({ about: null })).view).toMatchObject({ name: 'Printemps du quartier', about: null })
  expect((await spaceNow(table, 'owner')).collaborativeSpace).toMatchObject({ members: 2, boundTo: null })
})
