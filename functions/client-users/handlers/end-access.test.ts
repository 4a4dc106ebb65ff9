import { expect, test } from 'vitest'
import { type ClientUser, introduce, People, type Person } from '../../../shared/people.ts'
import { create, perhaps } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { DossierAccesses } from '../../dossiers/records.ts'
import { endAccess } from './end-access.ts'

const persona = 'Full Access of the dossier'
const user = { ...(personOf(persona) as ClientUser), dossiers: 2, version: 1 }
const things = { user, userAccess: accessOf(persona), dossier }
const elsewhere = { ...accessOf(persona), dossierId: idOf(999) }

test('P-14: the access to this dossier ends, that to others stays, and they have one dossier less', async () => {
  const { personId } = user
  const table = holding(
    ...introduce(user as Person),
    create(DossierAccesses, things.userAccess),
    create(DossierAccesses, elsewhere),
  )
  const { writes } = await granted(ask(endAccess, { as: personOf('owner'), table, things }))
  expect(await table.commit(writes ?? [])).toBe('done')
  const left = await table.load({
    here: perhaps(DossierAccesses, { dossierId: dossier.dossierId, personId }),
    there: perhaps(DossierAccesses, { dossierId: elsewhere.dossierId, personId }),
    person: perhaps(People, { personId }),
  })
  expect(left.here).toBeUndefined()
  expect(left.there).toBeDefined()
  expect(left.person).toMatchObject({ dossiers: 1, status: 'active' })
})

test('whoever was never counted is not counted now', async () => {
  const { writes } = await granted(
    ask(endAccess, { as: personOf('owner'), things: { ...things, user: personOf(persona) } }),
  )
  expect(writes?.map(({ op }) => op)).toEqual(['remove', 'require'])
})
