import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { accessOf, documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { awaitApproval } from '../awaited-approvals.ts'
import { type Approval, Documents } from '../records.ts'
import { countDocuments } from './count-documents.ts'
import { listDocuments } from './list-documents.ts'

const table = holding(
  create(Documents, documentAt(1, 'Document Delivery of the dossier').document),
  create(Documents, documentAt(2, 'Full Access of the dossier').document),
  create(Documents, documentAt(3, 'Document Delivery of the dossier').document),
)

const listed = async (persona: Persona, access?: object, input: object = { limit: 50 }) =>
  (await granted(ask(listDocuments, { as: personOf(persona), table, things: { dossier, access }, input }))).view

const idsOf = ({ items }: Awaited<ReturnType<typeof listed>>) => items.map(({ documentId }) => documentId)
const all = [603, 602, 601].map(idOf)

test.each([
  'Administrator of the dossier',
  'Full Access of the dossier',
  'Document Processing of the dossier',
  'Document Processing + Archive of the dossier',
] as const)('P-04: %s sees all documents in process, newest first', async (persona) => {
  expect(idsOf(await listed(persona, accessOf(persona)))).toEqual(all)
})

test('D-01: the owner sees all documents of the dossier', async () => {
  expect(idsOf(await listed('owner'))).toEqual(all)
})

test('P-04: Document Delivery sees their own, page by page', async () => {
  const access = accessOf('Document Delivery of the dossier')
  const first = await listed('Document Delivery of the dossier', access, { limit: 1 })
  expect(idsOf(first)).toEqual([idOf(603)])
  const rest = await listed('Document Delivery of the dossier', access, { limit: 1, cursor: first.cursor })
  expect(idsOf(rest)).toEqual([idOf(601)])
})

test('P-04: a former user of the dossier sees none, not even their own', async () => {
  expect(idsOf(await listed('Document Delivery of the dossier'))).toEqual([])
})

test('P-04: Full Feedback sees no document in process', async () => {
  expect(idsOf(await listed('Full Feedback of the dossier', accessOf('Full Feedback of the dossier')))).toEqual([])
})

test('D-09: a marked document is listed to the owner, whose list says that it shows it, and to no client user', async () => {
  const marked = documentAt(4, 'Full Access of the dossier', { confidential: true }).document
  const more = holding(create(Documents, documentAt(1, 'owner').document), create(Documents, marked))
  const ofOwner = await granted(
    ask(listDocuments, { as: personOf('owner'), table: more, things: { dossier }, input: { limit: 50 } }),
  )
  expect(idsOf(ofOwner.view)).toEqual([604, 601].map(idOf))
  expect(ofOwner.revealed).toEqual([{ kind: 'document', id: marked.documentId }])
  const persona = 'Full Access of the dossier'
  const things = { dossier, access: accessOf(persona) }
  const ofUser = await granted(ask(listDocuments, { as: personOf(persona), table: more, things, input: { limit: 50 } }))
  expect([idsOf(ofUser.view), ofUser.revealed]).toEqual([[idOf(601)], []])
})

const delivery = 'Document Delivery of the dossier'
const { personId } = personOf(delivery)
const approval = { approvalId: idOf(811) } as Approval

/** What others put in, some of it to be approved by Document Delivery; the last one by somebody else. */
const named = (at: number, approvers: readonly string[]) =>
  documentAt(at, 'Full Access of the dossier', { state: 'to-approve', kind: 'purchase', approval, approvers }).document
const toApprove = [4, 5].map((at) => named(at, [personId]))
const among = holding(
  ...[1, 3].map((at) => create(Documents, documentAt(at, delivery).document)),
  create(Documents, documentAt(2, 'Full Access of the dossier').document),
  ...[...toApprove, named(6, [idOf(77)])].map((one) => create(Documents, one)),
  ...toApprove.flatMap((one) => awaitApproval({ ...one, approval }, [personId], NOW)),
)
const ofDelivery = { as: personOf(delivery), table: among, things: { dossier, access: accessOf(delivery) } }
const listedWith = async (input: object) =>
  (await granted(ask(listDocuments, { ...ofDelivery, input: { limit: 50, ...input } }))).view
const countedWith = async (input: object) => (await granted(ask(countDocuments, { ...ofDelivery, input }))).view

test('P-04: Document Delivery sees their own and what is to be approved by them, in one order, page by page', async () => {
  expect(idsOf(await listedWith({}))).toEqual([605, 604, 603, 601].map(idOf))
  const pages: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await listedWith({ limit: 1, ...(cursor === undefined ? {} : { cursor }) })
    pages.push(...idsOf(page))
    cursor = page.cursor
  } while (cursor !== null)
  expect(pages).toEqual([605, 604, 603, 601].map(idOf))
})

test('P-04: what they are named for no longer is gone, though the index may not know it yet', async () => {
  const table = holding(
    create(Documents, named(4, [])),
    ...awaitApproval({ ...named(4, []), approval }, [personId], NOW),
  )
  expect((await granted(ask(listDocuments, { ...ofDelivery, table, input: { limit: 50 } }))).view.items).toEqual([])
})

test('P-04: counts count what the list holds, with the same filters', async () => {
  expect(await countedWith({})).toMatchObject({
    count: 4,
    whole: true,
    byState: { received: 2, 'to-approve': 2, sent: 0 },
    byKind: { purchase: 2, sale: 0 },
  })
  for (const filter of [{ state: 'received' }, { kind: 'purchase' }, { kind: 'sale' }, { partyId: idOf(9) }]) {
    expect((await countedWith(filter)).count).toBe((await listedWith(filter)).items.length)
  }
})

test('P-06: a list is narrowed by state, kind and party; what is left out shortens no page', async () => {
  const party = { partyId: idOf(9), kind: 'sale', state: 'in-process' } as const
  const table = holding(
    ...Array.from({ length: 60 }, (_, at) =>
      create(Documents, documentAt(at + 1, 'owner', at % 20 === 0 ? party : {}).document),
    ),
  )
  const asked = async (input: object) =>
    (await granted(ask(listDocuments, { as: personOf('owner'), table, things: { dossier }, input }))).view
  const all = [641, 621, 601].map(idOf)
  for (const filter of [{ state: 'in-process' }, { kind: 'sale' }, { partyId: idOf(9) }, party])
    expect(idsOf(await asked({ limit: 3, ...filter }))).toEqual(all)
  const first = await asked({ limit: 2, kind: 'sale' })
  expect(idsOf(first)).toEqual(all.slice(0, 2))
  expect(idsOf(await asked({ limit: 2, kind: 'sale', cursor: first.cursor }))).toEqual(all.slice(2))
})

test('P-04: of more documents than are counted, the newest are, and the count says that it is not whole', async () => {
  const table = holding(
    ...Array.from({ length: 501 }, (_, at) =>
      create(Documents, documentAt(at % 200, 'owner', { documentId: idOf(2000 + at) }).document),
    ),
  )
  const { view } = await granted(ask(countDocuments, { as: personOf('owner'), table, things: { dossier } }))
  expect(view).toMatchObject({ count: 500, whole: false, byState: { received: 500 } })
})
