import { expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { create, perhaps } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { Clients } from '../../clients/records.ts'
import { Dossiers } from '../records.ts'
import { createDossier } from './create-dossier.ts'

const as = personOf('office member')
const owner = personOf('owner')
const clientId = idOf(2)
const people = [
  'owner',
  'stranger',
  'owner, inactive',
  'owner, invited',
  'coordinator',
  'responsible, inactive',
] as const
const clientUser = personOf('Administrator of the dossier')
const office = () =>
  holding(
    create(Clients, {
      clientId,
      name: 'Atelier Verrières',
      kind: 'company',
      state: 'active',
      email: null,
      createdAt: NOW,
      createdBy: as.personId,
    }),
    ...[...people.map(personOf), clientUser].map(({ version: _, ...person }) => create(People, person)),
  )

test('P-14: a dossier has a client, an owner and a responsible, is active, and has its archive', async () => {
  const table = office()
  const { view, writes } = await granted(
    ask(createDossier, { as, table, input: { clientId, ownerId: owner.personId } }),
  )
  expect(view).toMatchObject({
    number: 1,
    clientId,
    clientName: 'Atelier Verrières',
    ownerId: owner.personId,
    responsibleId: owner.personId,
    state: 'active',
    modules: ['archive'],
  })
  expect(await table.commit(writes ?? [])).toBe('done')
  const { dossier } = await table.load({ dossier: perhaps(Dossiers, { dossierId: view.dossierId }) })
  expect(dossier).toMatchObject({ number: 1, createdBy: as.personId, createdAt: NOW })
})

test('P-14: the office names another responsible and the modules that are on', async () => {
  const input = {
    clientId,
    ownerId: owner.personId,
    responsibleId: personOf('coordinator').personId,
    modules: ['figures', 'payment'],
  }
  const { view } = await granted(ask(createDossier, { as, table: office(), input }))
  expect(view).toMatchObject({ responsibleId: input.responsibleId, modules: ['figures', 'payment'] })
})

test('dossiers are numbered from one without a gap; of two made at once, one is asked to be made again', async () => {
  const table = office()
  const made = () => granted(ask(createDossier, { as, table, input: { clientId, ownerId: owner.personId } }))
  const [one, other] = [await made(), await made()]
  expect(await table.commit(one.writes ?? [])).toBe('done')
  expect(await table.commit(other.writes ?? [])).not.toBe('done')
  const again = await made()
  expect(again.view.number).toBe(2)
  expect(await table.commit(again.writes ?? [])).toBe('done')
  expect((await made()).view.number).toBe(3)
})

test('a client who does not exist has no dossier', async () => {
  const input = { clientId: idOf(404), ownerId: owner.personId }
  expect(await ask(createDossier, { as, table: office(), input })).toEqual({ problem: 'not-found' })
})

test.each([
  ['somebody inactive', personOf('owner, inactive').personId],
  ['somebody who has not activated their account', personOf('owner, invited').personId],
  ['a member who is no practitioner', personOf('coordinator').personId],
  ['a client user', clientUser.personId],
  ['nobody', idOf(404)],
])('D-01: the owner of a dossier is an active practitioner, not %s', async (_, ownerId) => {
  const outcome = await ask(createDossier, { as, table: office(), input: { clientId, ownerId } })
  expect(outcome).toEqual({ problem: 'owner-not-eligible' })
})

test.each([
  ['somebody inactive', personOf('responsible, inactive').personId],
  ['a client user', clientUser.personId],
  ['nobody', idOf(404)],
])('P-11: the responsible is an active member, not %s', async (_, responsibleId) => {
  const input = { clientId, ownerId: owner.personId, responsibleId }
  expect(await ask(createDossier, { as, table: office(), input })).toEqual({ problem: 'owner-not-eligible' })
})
