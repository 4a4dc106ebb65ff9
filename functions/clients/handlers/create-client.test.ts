import { expect, test } from 'vitest'
import { perhaps } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { memoryTable } from '../../../test/memory-table.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { Clients } from '../records.ts'
import { createClient } from './create-client.ts'

const as = personOf('profile editor')

test('S-04: a client is created with its profile, and who made it when', async () => {
  const table = memoryTable()
  const input = { name: 'Atelier Verrières', kind: 'company', email: 'contact@atelier-verrieres.example' }
  const { view, writes } = await granted(ask(createClient, { as, table, input }))
  expect(view).toMatchObject(input)
  expect(await table.commit(writes ?? [])).toBe('done')
  const { client } = await table.load({ client: perhaps(Clients, { clientId: view.clientId }) })
  expect(client).toMatchObject({ ...input, createdAt: NOW, createdBy: as.personId })
})

test('a client needs no address', async () => {
  const { view } = await granted(ask(createClient, { as, input: { name: 'Aurore Lemaistre', kind: 'person' } }))
  expect(view.email).toBeNull()
})
