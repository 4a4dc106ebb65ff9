/** What meets while a document is processed, submitted, withdrawn and approved: through the real line, all at once. */
import { expect, test } from 'vitest'
import { People } from '../../shared/people.ts'
import { create } from '../../shared/table/table.ts'
import { memoryTable } from '../../test/memory-table.ts'
import { accessOf, documentAt, dossier } from '../../test/one-dossier.ts'
import { openApi } from '../../test/whole-api.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type Document, Documents, DocumentVersions } from '../documents/records.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { PortalSettingsOf } from '../portal/records.ts'

const [author, approver] = ['Full Access of the dossier', 'Administrator of the dossier'] as const
const ofDocument = '/v1/dossiers/{dossierId}/documents/{documentId}'

const world = () => {
  const { document, version } = documentAt(1, author)
  const table = memoryTable()
  table.put(
    create(Dossiers, dossier),
    ...[author, approver].flatMap((one) => [create(People, personOf(one)), create(DossierAccesses, accessOf(one))]),
    create(Documents, document),
    create(DocumentVersions, version),
    create(PortalSettingsOf, {
      dossierId: dossier.dossierId,
      transmission: 'off',
      rulesVersion: 1,
      rules: [{ ruleId: idOf(821), name: 'Tout', approverIds: [personOf(approver).personId], mode: 'any' }],
      changedAt: NOW,
      changedBy: personOf(approver).personId,
    }),
  )
  const api = openApi(table)
  const ask = async (operation: string, input: object = {}, as: typeof author | typeof approver = author) => {
    const params = { dossierId: dossier.dossierId, documentId: document.documentId }
    const { status, problem } = await api.ask(operation, { as: personOf(as).personId, params, input })
    return problem?.problem ?? status
  }
  const held = <T>(name: string) =>
    table.everything().filter(({ recordName }) => recordName === name) as object[] as T[]
  const stored = () => held<Document & { version: number }>('document')[0] as Document & { version: number }
  return { ask, held, stored }
}

test('P-06: of two who say at once what a document is, one is told that it changed, and nothing is mixed', async () => {
  const { ask, stored } = world()
  const both = [{ kind: 'sale', number: 'F-1' }, { kind: 'bank' }]
  const ended = await Promise.all(both.map((input) => ask(`PUT ${ofDocument}/processing`, input)))
  expect(ended.toSorted()).toEqual([200, 'conflict'])
  const { kind, number } = stored()
  expect([kind, number]).toEqual(ended[0] === 200 ? ['sale', 'F-1'] : ['bank', undefined])
})

test('P-07: submitted twice at once, it begins one approval, and the other is told that it waits already', async () => {
  const { ask, held, stored } = world()
  const submit = () => ask(`POST ${ofDocument}/submission`)
  expect((await Promise.all([submit(), submit()])).toSorted()).toEqual([200, 'document-in-approval'])
  expect(held('awaited-approval')).toHaveLength(1)
  expect(held<{ type: string }>('outbox-entry').filter(({ type }) => type === 'approval-begun')).toHaveLength(1)
  expect(stored().version).toBe(2)
})

test('P-07: an approval and a withdrawal that meet end in one state, and whoever came second is told', async () => {
  const { ask, held, stored } = world()
  await ask(`POST ${ofDocument}/submission`)
  const { approval, version } = stored()
  const verdict = { verdict: 'approved', approvalId: approval?.approvalId, version }
  const [approved, withdrawn] = await Promise.all([
    ask(`POST ${ofDocument}/approval`, verdict, approver),
    ask(`DELETE ${ofDocument}/submission`),
  ])
  // Once it waits for nobody, it is nobody's to approve.
  expect([
    [200, 'not-in-approval'],
    ['refused', 200],
  ]).toContainEqual([approved, withdrawn])
  expect(stored().state).toBe(approved === 200 ? 'approved' : 'in-process')
  expect(held('awaited-approval')).toEqual([])
  expect(held<{ type: string }>('outbox-entry').filter(({ type }) => type === 'approval-ended')).toHaveLength(1)
})
