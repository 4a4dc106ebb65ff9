import { expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { createDossier } from '../../dossiers/handlers/create-dossier.ts'
import { type Client, Clients } from '../records.ts'
import { archiveClient } from './archive-client.ts'
import { unarchiveClient } from './unarchive-client.ts'

const as = personOf('administrator')
const owner = personOf('owner')
const fields: Client = {
  clientId: idOf(501),
  name: 'Atelier Verrières',
  kind: 'company',
  email: null,
  state: 'active',
  createdAt: NOW,
  createdBy: idOf(90),
}
const office = (state: Client['state']) =>
  holding(create(Clients, { ...fields, state }), create(People, owner as never))
const input = { clientId: fields.clientId, ownerId: owner.personId }

test('S-04: a client is archived and made active again', async () => {
  const archived = await granted(ask(archiveClient, { as, things: { client: { ...fields, version: 1 } } }))
  expect(archived).toMatchObject({ view: { state: 'archived' }, version: 2 })
  const things = { client: { ...fields, state: 'archived', version: 2 } }
  expect(await granted(ask(unarchiveClient, { as, things }))).toMatchObject({ view: { state: 'active' }, version: 3 })
})

test('archived once more, nothing is written', async () => {
  const things = { client: { ...fields, state: 'archived', version: 2 } }
  const { writes, version } = await granted(ask(archiveClient, { as, things }))
  expect([writes, version]).toEqual([undefined, 2])
})

test('an archived client takes no new dossier', async () => {
  expect(await ask(createDossier, { as, table: office('archived'), input })).toEqual({ problem: 'client-archived' })
})

test('a client that is archived at the same moment takes no new dossier', async () => {
  const table = office('active')
  const { writes } = await granted(ask(createDossier, { as, table, input }))
  const archived = await granted(ask(archiveClient, { as, things: { client: { ...fields, version: 1 } } }))
  expect(await table.commit(archived.writes ?? [])).toBe('done')
  expect(await table.commit(writes ?? [])).not.toBe('done')
})
