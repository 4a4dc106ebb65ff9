import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create, remove, type Table } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type ClientAssignment, ClientAssignments, Clients } from '../records.ts'
import { listMemberClients } from './list-member-clients.ts'

const member = personOf('assigned profile reader')
const assigned = { by: idOf(90), at: NOW }
const assignmentOf = (client: number, more: Partial<ClientAssignment> = {}): ClientAssignment => ({
  clientId: idOf(client),
  personId: member.personId,
  assigned,
  dossierIds: [],
  ...more,
})
const office = () =>
  holding(
    ...['Atelier Verrières', 'Aurore Lemaistre', 'Clinique des Ormes'].map((name, at) =>
      create(Clients, {
        clientId: idOf(at),
        name,
        kind: 'company',
        email: null,
        state: at === 2 ? 'archived' : 'active',
        createdAt: NOW,
        createdBy: idOf(90),
      }),
    ),
    create(ClientAssignments, assignmentOf(0)),
    create(ClientAssignments, assignmentOf(2, { assigned: null, dossierIds: [idOf(1)] })),
    create(ClientAssignments, { ...assignmentOf(1), personId: idOf(91) }),
  )
const listed = async (persona: Persona, table: Table = office(), whose: object = member) => {
  const input = { limit: 50 }
  const { view } = await granted(
    ask(listMemberClients, { as: personOf(persona), table, things: { member: whose }, input }),
  )
  return view
}

test('S-03: the clients assigned to a member are listed, each with why; an archived one as well', async () => {
  expect(await listed('administrator')).toEqual({
    items: [
      { clientId: idOf(0), name: 'Atelier Verrières', assigned, ownedDossiers: 0 },
      { clientId: idOf(2), name: 'Clinique des Ormes', assigned: null, ownedDossiers: 1 },
    ],
    cursor: null,
  })
})

test('S-04: the member sees the names of their clients; whoever may see none is told none', async () => {
  const names = async (persona: Persona) => (await listed(persona)).items.map(({ name }) => name)
  expect(await names('assigned profile reader')).toEqual(['Atelier Verrières', 'Clinique des Ormes'])
  expect(await names('settings reader')).toEqual([null, null])
})

test('S-10: what was taken away is listed no more, even where the index still shows it', async () => {
  const table = office()
  const lagging: Table = { ...table, list: office().list }
  await table.commit([remove(ClientAssignments, { ...assignmentOf(0), version: 1 })])
  expect((await listed('administrator', lagging)).items.map(({ clientId }) => clientId)).toEqual([idOf(2)])
})

test('D-20: what was assigned by name before a deactivation is not listed again after', async () => {
  const { items } = await listed('administrator', office(), { ...member, reinstatedAt: '2026-03-02T09:00:01.000Z' })
  expect(items.map(({ clientId }) => clientId)).toEqual([idOf(2)])
})
