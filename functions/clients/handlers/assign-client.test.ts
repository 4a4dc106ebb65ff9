import { describe, expect, test } from 'vitest'
import { deactivation, People, type Person } from '../../../shared/people.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { create, perhaps, update } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type ClientAssignment, ClientAssignments } from '../records.ts'
import { assignClient } from './assign-client.ts'
import { unassignClient } from './unassign-client.ts'

const as = personOf('settings editor')
const member = personOf('assigned documentation reader')
const client = { clientId: idOf(501) }
const ids = { ...client, personId: member.personId }
const byName: Stored<ClientAssignment> = {
  ...ids,
  assigned: { by: idOf(90), at: '2026-02-01T08:00:00.000Z' },
  dossierIds: [],
  version: 4,
}
const asOwner = { ...byName, assigned: null, dossierIds: [idOf(1), idOf(2)] }

const office = (theirs?: ClientAssignment) => {
  const { version: _, ...person } = member
  return holding(create(People, person), ...(theirs === undefined ? [] : [create(ClientAssignments, theirs)]))
}
const stored = async (table: ReturnType<typeof office>) =>
  (await table.load({ found: perhaps(ClientAssignments, ids) })).found
const assign = (theirs?: Stored<ClientAssignment>, whom: Stored<Person> = member) =>
  granted(ask(assignClient, { as, things: { theirs, member: whom, grantee: whom, client } }))
const unassign = (theirs?: Stored<ClientAssignment>) =>
  granted(ask(unassignClient, { as, things: { theirs, member, grantee: member, client } }))

describe('assigning', () => {
  test('S-03, S-11: a client is assigned to a member by name, by whom and since when', async () => {
    const table = office()
    const { view, writes } = await assign()
    expect(view).toEqual({ ...ids, assigned: { by: as.personId, at: NOW }, ownedDossiers: 0 })
    expect(await table.commit(writes ?? [])).toBe('done')
    expect(await stored(table)).toMatchObject({ assigned: { by: as.personId, at: NOW }, dossierIds: [] })
  })

  test('S-12: who owns dossiers of the client is assigned by name as well, and keeps that reason', async () => {
    const { view, writes } = await assign(asOwner)
    expect(view).toMatchObject({ assigned: { by: as.personId }, ownedDossiers: 2 })
    expect(writes?.[0]).toMatchObject({ op: 'replace', item: { dossierIds: asOwner.dossierIds } })
  })

  test('assigned once more, it stays as it was first', async () => {
    const outcome = await assign(byName)
    expect(outcome.view).toMatchObject({ assigned: byName.assigned })
    expect(outcome.version).toBe(4)
    expect(outcome.writes).toBeUndefined()
  })

  test('D-20: what was assigned before a deactivation is assigned anew', async () => {
    const { view, writes } = await assign(byName, { ...member, reinstatedAt: '2026-02-20T08:00:00.000Z' })
    expect(view).toMatchObject({ assigned: { by: as.personId, at: NOW } })
    expect(writes).toHaveLength(2)
  })

  test('D-20: a member who is deactivated at the same moment is given nothing', async () => {
    const table = office()
    const { writes } = await assign()
    const before = { ...member, version: 1 }
    await table.commit([update(People, before, deactivation(before))])
    expect(await table.commit(writes ?? [])).not.toBe('done')
  })

  test('S-12: of an assignment and a new dossier of theirs at the same moment, neither is lost', async () => {
    const table = office()
    const [one, other] = [await assign(), await assign()]
    expect(await table.commit(one.writes ?? [])).toBe('done')
    expect(await table.commit(other.writes ?? [])).not.toBe('done')
  })
})

describe('taking away', () => {
  test('S-03: a client is taken from a member, and nothing is left of it', async () => {
    const { version: _, ...theirs } = byName
    const table = office(theirs)
    const { view, writes } = await unassign({ ...byName, version: 1 })
    expect(view).toEqual({ ...ids, assigned: null, ownedDossiers: 0 })
    expect(await table.commit(writes ?? [])).toBe('done')
    expect(await stored(table)).toBeUndefined()
  })

  test('S-12: who owns dossiers of the client stays assigned by that, and the answer says so', async () => {
    const { view, writes } = await unassign({ ...asOwner, assigned: byName.assigned })
    expect(view).toMatchObject({ assigned: null, ownedDossiers: 2 })
    expect(writes).toMatchObject([{ op: 'replace', item: { assigned: null, dossierIds: asOwner.dossierIds } }])
  })

  test('what is not assigned by name changes nothing', async () => {
    for (const theirs of [undefined, asOwner]) {
      const { view, writes } = await unassign(theirs)
      expect(view).toMatchObject({ assigned: null, ownedDossiers: theirs?.dossierIds.length ?? 0 })
      expect(writes).toBeUndefined()
    }
  })
})
