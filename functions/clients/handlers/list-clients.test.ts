import { describe, expect, test } from 'vitest'
import type { Stored } from '../../../shared/table/record.ts'
import { create, perhaps, remove, type Table } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Client, type ClientAssignment, ClientAssignments, Clients } from '../records.ts'
import { listClients } from './list-clients.ts'

const names = ['Atelier Verrières', 'Aurore Lemaistre', 'Boulangerie Sagnier', 'Clinique des Ormes', 'Eustache Ricard']
const clients = names.map(
  (name, at): Client => ({
    clientId: idOf(at),
    name,
    kind: 'company',
    state: 'active',
    email: null,
    createdAt: NOW,
    createdBy: idOf(90),
  }),
)
const allClients = () => holding(...clients.map((client) => create(Clients, client)))

test('S-04: whose sheet opens all profiles sees every client, oldest first, over as many pages as they ask for', async () => {
  const table = allClients()
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const input = { limit: 2, ...(cursor === undefined ? {} : { cursor }) }
    const { view } = await granted(ask(listClients, { as: personOf('profile reader'), table, input }))
    seen.push(...view.items.map(({ name }) => name))
    cursor = view.cursor ?? undefined
  } while (cursor !== undefined)
  expect(seen).toEqual(names)
})

test('S-04: a member whose sheet covers none gets a list that tells nothing, not even that there is more', async () => {
  for (const persona of ['stranger', 'administrator, shut sheet', 'documentation editor'] as const) {
    const { view } = await granted(
      ask(listClients, { as: personOf(persona), table: allClients(), input: { limit: 2 } }),
    )
    expect(view).toEqual({ items: [], cursor: null })
  }
})

test('S-10: what the index still shows but is gone is not listed', async () => {
  const table = allClients()
  const lagging: Table = { ...table, list: allClients().list }
  const { gone } = await table.load({ gone: perhaps(Clients, { clientId: idOf(1) }) })
  await table.commit([remove(Clients, gone as Stored<Client>)])
  const { view } = await granted(
    ask(listClients, { as: personOf('profile reader'), table: lagging, input: { limit: 50 } }),
  )
  expect(view.items.map(({ name }) => name)).toEqual(names.filter((name) => name !== 'Aurore Lemaistre'))
})

describe('whose sheet opens the profiles of assigned clients', () => {
  const as = personOf('assigned profile reader')
  const assignment = (client: number, more: Partial<ClientAssignment> = {}): ClientAssignment => ({
    clientId: idOf(client),
    personId: as.personId,
    assigned: { by: idOf(90), at: NOW },
    dossierIds: [],
    ...more,
  })
  const office = () => {
    const table = allClients()
    const owner = { assigned: null, dossierIds: [idOf(77)] }
    table.put(...[assignment(1), assignment(2, owner), assignment(4)].map((one) => create(ClientAssignments, one)))
    return table
  }
  const listed = async (table: Table, limit: number) => {
    const pages: string[][] = []
    let cursor: string | undefined | null
    while (cursor !== null) {
      const input = { limit, ...(cursor === undefined ? {} : { cursor }) }
      const { view } = await granted(ask(listClients, { as, table, input }))
      pages.push(view.items.map(({ name }) => name))
      cursor = view.cursor
    }
    return pages
  }

  test('S-03: sees the clients assigned by name or by a dossier they own, on full pages', async () => {
    expect(await listed(office(), 2)).toEqual([['Aurore Lemaistre', 'Boulangerie Sagnier'], ['Eustache Ricard']])
  })

  test('S-10: an assignment that ended shows nothing any more, even where the index still does', async () => {
    const table = office()
    const lagging: Table = { ...table, list: office().list }
    await table.commit([remove(ClientAssignments, { ...assignment(1), version: 1 })])
    expect(await listed(lagging, 1)).toEqual([['Boulangerie Sagnier'], ['Eustache Ricard']])
  })

  test('D-20: what was assigned before a deactivation is not there again after', async () => {
    const table = office()
    const back = { ...as, reinstatedAt: '2026-03-02T09:00:01.000Z' }
    const { view } = await granted(
      ask(listClients, { as: back, table, input: { limit: 1 }, now: '2026-03-02T10:00:00.000Z' }),
    )
    expect(view).toMatchObject({ items: [{ name: 'Boulangerie Sagnier' }], cursor: null })
  })
})
