import { expect, test } from 'vitest'
import { create, update } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Client, Clients } from '../records.ts'
import { changeClient } from './change-client.ts'

const as = personOf('profile editor')
const fields: Client = {
  clientId: idOf(501),
  name: 'Atelier Verrières',
  kind: 'company',
  email: 'contact@atelier-verrieres.example',
  state: 'active',
  createdAt: NOW,
  createdBy: idOf(90),
}
const client = { ...fields, version: 1 }
const change = (input: object) => granted(ask(changeClient, { as, things: { client }, input }))

test('S-04: what is named changes, the rest stays', async () => {
  const { view, version } = await change({ name: 'Atelier Verrières & Fils' })
  expect(view).toMatchObject({ ...fields, name: 'Atelier Verrières & Fils' })
  expect(version).toBe(2)
})

test('an address is taken away by naming none', async () => {
  expect((await change({ email: null })).view).toMatchObject({ name: fields.name, email: null })
})

test('of two changes of one profile at the same moment, one is done and the other told so', async () => {
  const table = holding(create(Clients, fields))
  const { writes } = await change({ kind: 'person' })
  await table.commit([update(Clients, client, { name: 'Autre' })])
  expect(await table.commit(writes ?? [])).not.toBe('done')
})
