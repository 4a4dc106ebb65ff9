import { expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { personOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'
import { listMembers } from './list-members.ts'

const people = (['stranger', 'owner', 'administrator', 'Administrator of the dossier'] as const).map(personOf)
const bare = people.map(({ version: _, ...person }) => create(People, person))
const table = holding(...bare)
const as = personOf('owner')

test('C-05: the directory holds the members and no client user', async () => {
  const { view } = await granted(ask(listMembers, { as, table, input: { limit: 50 } }))
  expect(view.items.map(({ name }) => name).sort()).toEqual(
    ['administrator', 'owner', 'stranger'].map((persona) => personOf(persona as 'owner').name).sort(),
  )
  expect(view.cursor).toBeNull()
})

test('the directory goes on where a page ended, and names each member once', async () => {
  const first = await granted(ask(listMembers, { as, table, input: { limit: 2 } }))
  const second = await granted(ask(listMembers, { as, table, input: { limit: 2, cursor: first.view.cursor } }))
  expect(first.view.items).toHaveLength(2)
  expect(second.view.items).toHaveLength(1)
  expect(second.view.cursor).toBeNull()
  expect(new Set([...first.view.items, ...second.view.items].map(({ personId }) => personId)).size).toBe(3)
})

test('S-08: the directory shows nobody the sheet of somebody else', async () => {
  const { view } = await granted(ask(listMembers, { as, table, input: { limit: 50 } }))
  expect(JSON.stringify(routes.listMembers.output.parse(view))).not.toContain('sheet')
})

test('C-05: the second fence gives a guest an empty page, whatever brought them to it', async () => {
  const { view } = await granted(ask(listMembers, { as: personOf('guest'), table, input: { limit: 50 } }))
  expect(view.items).toEqual([])
})
