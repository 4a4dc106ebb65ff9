import { expect, test } from 'vitest'
import type { Stored } from '../../../shared/table/record.ts'
import { create, perhaps, remove, type Table } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Client, Clients } from '../records.ts'
import { listClients } from './list-clients.ts'

const names = ['Atelier Verrières', 'Aurore Lemaistre', 'Boulangerie Sagnier', 'Clinique des Ormes', 'Eustache Ricard']
const clients = names.map(
  (name, at): Client => ({
    clientId: idOf(at),
    name,
    kind: 'company',
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
