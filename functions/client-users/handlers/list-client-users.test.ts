import { expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { DossierAccesses } from '../../dossiers/records.ts'
import { routes } from '../routes.ts'
import { listClientUsers } from './list-client-users.ts'

const as = personOf('owner')
const users = (
  ['Administrator of the dossier', 'Full Access of the dossier', 'Document Delivery of the dossier'] as const
).map(personOf)
const elsewhere = personOf('Administrator elsewhere')
const access = (dossierId: string, personId: string) =>
  create(DossierAccesses, { dossierId, personId, grantedBy: as.personId, grantedAt: NOW, requestId: null })
const table = holding(
  ...[...users, elsewhere].map(({ version: _, ...person }) => create(People, person)),
  ...users.map(({ personId }) => access(idOf(1), personId)),
  access(idOf(2), elsewhere.personId),
)
const shown = async (input: object, dossierId = idOf(1)) => {
  const { view } = await granted(ask(listClientUsers, { as, table, things: { dossier: { dossierId } }, input }))
  return routes.listClientUsers.output.parse(view)
}

test('P-01: the users of a dossier are listed with their one profile and since when, those of another are not', async () => {
  const { items, cursor } = await shown({ limit: 50 })
  expect(items.map(({ name, profile }) => [name, profile])).toEqual([
    ['Tancrède Nivollet', 'client-administrator'],
    ['Ursule Orcival', 'client-full-access'],
    ['Zacharie Sorbier', 'client-document-delivery'],
  ])
  expect(items[0]).toMatchObject({ grantedBy: as.personId, grantedAt: NOW, status: 'active' })
  expect(cursor).toBeNull()
})

test('the list goes on where a page ended', async () => {
  const first = await shown({ limit: 2 })
  const second = await shown({ limit: 2, cursor: first.cursor })
  expect([...first.items, ...second.items].map(({ personId }) => personId)).toEqual(
    users.map(({ personId }) => personId),
  )
})

test('P-03: a dossier may have no users', async () => {
  expect(await shown({ limit: 50 }, idOf(3))).toEqual({ items: [], cursor: null })
})
