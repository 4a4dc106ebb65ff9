import { expect, test } from 'vitest'
import { People } from '../../../shared/people.ts'
import { create, perhaps, update } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Dossier, Dossiers } from '../records.ts'
import { showDossier } from '../show-dossier.ts'
import { configureDossier } from './configure-dossier.ts'

const as = personOf('owner')
const colleague = personOf('responsible')
const fields: Dossier = {
  dossierId: idOf(1),
  number: 12,
  clientId: idOf(2),
  clientName: 'Atelier Verrières',
  ownerId: as.personId,
  responsibleId: as.personId,
  state: 'active',
  modules: ['archive', 'figures'],
  createdAt: NOW,
  createdBy: idOf(90),
}
const dossier = { ...fields, version: 1 }
const inactive = personOf('responsible, inactive')
const clientUser = personOf('Administrator of the dossier')
const guest = personOf('guest with a full sheet')
const office = () =>
  holding(
    create(Dossiers, fields),
    ...[colleague, inactive, clientUser, guest].map(({ version: _, ...person }) => create(People, person)),
  )
const configure = (input: object, table = office()) => ask(configureDossier, { as, table, things: { dossier }, input })

test('P-02: modules are switched as one set; what is not named in it is off', async () => {
  const table = office()
  const { view, writes, version } = await granted(configure({ modules: ['payment'] }, table))
  expect(view).toMatchObject({ modules: ['payment'], responsibleId: as.personId })
  expect(await table.commit(writes ?? [])).toBe('done')
  const { stored } = await table.load({ stored: perhaps(Dossiers, { dossierId: idOf(1) }) })
  expect(stored).toEqual({ ...fields, modules: ['payment'], version })
})

test('P-14: another active member becomes the responsible, and nothing else changes', async () => {
  const { view, writes } = await granted(configure({ responsibleId: colleague.personId }))
  expect(view).toEqual({ ...showDossier(dossier), responsibleId: colleague.personId })
  // B-02: since when, and by whom.
  expect(writes?.[0]).toMatchObject({ item: { responsibleNamed: { at: NOW, by: as.personId } } })
})

test.each([
  ['somebody inactive', inactive.personId],
  ['a client user', clientUser.personId],
  ['a guest', guest.personId],
  ['nobody', idOf(404)],
])('P-11: the responsible is an active member, not %s', async (_, responsibleId) => {
  expect(await configure({ responsibleId })).toEqual({ problem: 'owner-not-eligible' })
})

test('P-14: a dossier that changed at the same moment keeps that change', async () => {
  const table = office()
  const { writes } = await granted(configure({ modules: [] }, table))
  await table.commit([update(Dossiers, dossier, { state: 'closed' })])
  expect(await table.commit(writes ?? [])).not.toBe('done')
})
