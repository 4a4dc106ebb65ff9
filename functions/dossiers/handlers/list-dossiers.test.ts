import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create, type Table, update } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Dossier, DossierAccesses, Dossiers } from '../records.ts'
import { listDossiers } from './list-dossiers.ts'

const owner = personOf('owner').personId
const colleague = personOf('stranger').personId
const user = personOf('Document Delivery of the dossier').personId

const dossier = (number: number, ownerId: string): Dossier => ({
  dossierId: idOf(number),
  number,
  clientId: idOf(90),
  clientName: 'Atelier Verrières',
  ownerId,
  responsibleId: ownerId,
  state: 'active',
  modules: ['archive'],
  createdAt: NOW,
  createdBy: idOf(91),
})
const dossiers = [dossier(1, owner), dossier(2, colleague), dossier(3, owner), dossier(4, colleague), dossier(5, owner)]
const office = () =>
  holding(
    ...dossiers.map((one) => create(Dossiers, one)),
    ...[2, 3].map((number) =>
      create(DossierAccesses, {
        dossierId: idOf(number),
        personId: user,
        grantedBy: owner,
        grantedAt: NOW,
        requestId: null,
      }),
    ),
  )

/** The numbers of the dossiers listed, over all pages of two. */
const listedTo = async (persona: Persona, table: Table = office()): Promise<number[]> => {
  const numbers: number[] = []
  let cursor: string | undefined
  do {
    const input = { limit: 2, ...(cursor === undefined ? {} : { cursor }) }
    const { view } = await granted(ask(listDossiers, { as: personOf(persona), table, input }))
    numbers.push(...view.items.map(({ number }) => number))
    cursor = view.cursor ?? undefined
  } while (cursor !== undefined)
  return numbers
}

test('S-12: whose sheet opens all documentation is listed every dossier', async () => {
  expect(await listedTo('documentation reader')).toEqual([1, 2, 3, 4, 5])
})

test("S-12: the sheet's none closes nobody's own dossiers, and opens no other", async () => {
  expect(await listedTo('owner')).toEqual([1, 3, 5])
  expect(await listedTo('administrator, shut sheet')).toEqual([])
})

test('P-01: a client user is listed the dossiers assigned to them', async () => {
  expect(await listedTo('Document Delivery of the dossier')).toEqual([2, 3])
  expect(await listedTo('Administrator elsewhere')).toEqual([])
})

test('C-05: a guest is listed nothing, whatever sheet they have, and no cursor tells them of more', async () => {
  const as = personOf('guest with a full sheet')
  const { view } = await granted(ask(listDossiers, { as, table: office(), input: { limit: 2 } }))
  expect(view).toEqual({ items: [], cursor: null })
})

test('D-06: a dossier that changed hands is listed to its former owner no more, even where the index still shows it', async () => {
  const table = office()
  const lagging: Table = { ...table, list: office().list }
  await table.commit([
    update(Dossiers, { ...dossier(3, owner), version: 1 }, { ownerId: colleague, responsibleId: colleague }),
  ])
  expect(await listedTo('owner', lagging)).toEqual([1, 5])
})

test('D-06: an assignment that ended is listed no more, even where the index still shows it', async () => {
  const table = office()
  const lagging: Table = { ...table, list: office().list }
  const access = { dossierId: idOf(3), personId: user, grantedBy: owner, grantedAt: NOW, requestId: null, version: 1 }
  await table.commit([{ op: 'remove', record: DossierAccesses, before: access }])
  expect(await listedTo('Document Delivery of the dossier', lagging)).toEqual([2])
})
