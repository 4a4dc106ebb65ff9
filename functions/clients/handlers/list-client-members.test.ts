import { expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { ClientAssignments } from '../records.ts'
import { listClientMembers } from './list-client-members.ts'

const as = personOf('administrator')
const client = { clientId: idOf(501) }
const assigned = { by: as.personId, at: NOW }
const [reader, owner, back] = (['assigned documentation reader', 'owner', 'stranger'] as const).map(personOf)
const people = [reader, owner, { ...back, reinstatedAt: '2026-03-02T09:00:01.000Z' }]
const assignmentOf = (personId = '', more: object = {}) =>
  create(ClientAssignments, { ...client, personId, assigned, dossierIds: [], ...more })
const table = holding(
  ...people.map((person) => create(People, person as never)),
  assignmentOf(reader?.personId),
  assignmentOf(owner?.personId, { assigned: null, dossierIds: [idOf(1), idOf(2)] }),
  assignmentOf(back?.personId),
  // Another client whose id ends alike: its assignments lie in the same partition.
  assignmentOf(personOf('coordinator').personId, { clientId: client.clientId.replace('019c', '019d') }),
)

test('S-03: the members a client is assigned to are listed with their names and why, and nobody else', async () => {
  const { view } = await granted(ask(listClientMembers, { as, table, things: { client }, input: { limit: 50 } }))
  expect(view).toEqual({
    items: [
      { personId: owner?.personId, name: 'Apolline Guérande', status: 'active', assigned: null, ownedDossiers: 2 },
      { personId: reader?.personId, name: 'Romaric Nogaret', status: 'active', assigned, ownedDossiers: 0 },
    ],
    cursor: null,
  })
})
