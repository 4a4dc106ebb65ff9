import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { accessOf, documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { Documents } from '../records.ts'
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
