import { expect, test } from 'vitest'
import { create, update } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Dossier, Dossiers } from '../../dossiers/records.ts'
import { routes } from '../routes.ts'
import { createClientUser } from './create-client-user.ts'

const as = personOf('owner')
const fields: Dossier = {
  dossierId: idOf(1),
  number: 12,
  clientId: idOf(2),
  clientName: 'Atelier Verrières',
  ownerId: as.personId,
  responsibleId: as.personId,
  state: 'active',
  modules: ['archive'],
  createdAt: NOW,
  createdBy: idOf(90),
}
const dossier = { ...fields, version: 1 }
const input = {
  name: 'Camille Verrier',
  email: 'camille@atelier-verrieres.example',
  language: 'fr',
  profile: 'client-administrator',
} as const

test('P-14: the first user of a dossier is created, by whom and when, without an access request', async () => {
  const { view } = await granted(ask(createClientUser, { as, things: { dossier }, input }))
  expect(routes.createClientUser.output.parse(view)).toEqual({
    personId: view.personId,
    ...input,
    status: 'invited',
    grantedAt: NOW,
    grantedBy: as.personId,
    requestId: null,
  })
})

test('P-03: another profile is refused to the first user', async () => {
  const asked = { ...input, profile: 'client-document-delivery' }
  const outcome = await ask(createClientUser, { as, things: { dossier }, input: asked })
  expect(outcome).toEqual({ problem: 'first-user-administrator' })
})

test('P-14: a dossier that is closed at the same moment takes no new user', async () => {
  const table = holding(create(Dossiers, fields))
  const { writes } = await granted(ask(createClientUser, { as, table, things: { dossier }, input }))
  await table.commit([update(Dossiers, dossier, { state: 'closed' })])
  expect(await table.commit(writes ?? [])).not.toBe('done')
})

test('P-13: the office is told when an Administrator of the dossier creates a user, and only then', async () => {
  const administrator = personOf('Administrator of the dossier')
  const typesBy = async (whom: typeof as) => {
    const { events, view } = await granted(ask(createClientUser, { as: whom, things: { dossier }, input }))
    const told = { dossierId: idOf(1), personId: view.personId, by: whom.personId }
    return events?.filter(({ type }) => type === 'client-user-created').map(({ data }) => ({ data, told }))
  }
  expect(await typesBy(as)).toEqual([])
  const [event] = (await typesBy(administrator)) ?? []
  expect(event?.data).toEqual(event?.told)
})
