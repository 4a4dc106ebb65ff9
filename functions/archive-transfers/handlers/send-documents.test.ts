import { expect, test } from 'vitest'
import { isProblem, problem } from '../../../shared/problems.ts'
import { create, update } from '../../../shared/table/table.ts'
import { holding, newId } from '../../../test/ask.ts'
import type { MemoryTable } from '../../../test/memory-table.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Document, Documents } from '../../documents/records.ts'
import { type ApprovalRule, type PortalSettings, PortalSettingsOf } from '../../portal/records.ts'
import { sendDocuments } from './send-documents.ts'

const actor = personOf('Full Access of the dossier')

type Wanted = Document['state'] | Partial<Document>

const given = (wanted: readonly Wanted[], table: MemoryTable) => ({
  actor,
  dossier,
  each: wanted.map((one, at) => {
    const changes = typeof one === 'string' ? { state: one } : one
    return { document: { ...documentAt(at + 1, 'Full Access of the dossier', changes).document, version: 1 }, dossier }
  }),
  language: 'en',
  read: table.load,
  now: NOW,
  newId,
})
const send = (...wanted: readonly Wanted[]) => sendDocuments(given(wanted, holding()) as never)

/** Purchases of 100 euros or more, of anybody. */
const rule: ApprovalRule = {
  ruleId: idOf(810),
  name: 'Achats importants',
  kinds: ['purchase'],
  atLeast: { minor: 10_000, currency: 'EUR' },
  approverIds: [actor.personId],
  mode: 'any',
}
const settings: PortalSettings = {
  dossierId: dossier.dossierId,
  transmission: 'off',
  rulesVersion: 1,
  rules: [rule],
  changedAt: NOW,
  changedBy: actor.personId,
}
const purchase = (minor: number, state: Document['state']): Partial<Document> => ({
  kind: 'purchase',
  amount: { minor, currency: 'EUR' },
  state,
})

test('P-09: asking for documents to be sent makes them all "sending" and tells of it in the same commit', async () => {
  const outcome = await send('received', 'received')
  if (isProblem(outcome)) throw new Error(outcome.problem)
  const { view, writes = [], events } = outcome
  expect(view).toMatchObject({
    state: 'sending',
    attempt: 1,
    percent: 0,
    documents: [{ reason: null }, { reason: null }],
  })
  const documents = writes.filter(({ record }) => record.name === 'document')
  expect(documents.map((write) => 'item' in write && write.item)).toMatchObject([
    { state: 'sending', transferId: view.transferId },
    { state: 'sending', transferId: view.transferId },
  ])
  expect(events).toEqual([
    { type: 'transfer-asked', data: { dossierId: dossier.dossierId, transferId: view.transferId, attempt: 1 } },
  ])
})

test.each([
  ['upload-not-complete', 'awaiting-upload'],
  ['document-in-approval', 'to-approve'],
  ['document-rejected', 'rejected'],
  ['document-replaced', 'replaced'],
  ['already-sent', 'sent'],
  ['already-sent', 'archived'],
  ['document-in-transfer', 'sending'],
  ['document-in-transfer', 'failed'],
] as const)('P-09: all or nothing: %s where one document is %s', async (code, state) => {
  const outcome = await send('received', state, 'received')
  expect(outcome).toMatchObject(problem(code, { errors: [{ pointer: '#/documentIds/1', detail: expect.any(String) }] }))
  expect(outcome).not.toHaveProperty('writes')
})

test('P-07: what a rule covers is not sent before it is approved, and each such document is pointed at', async () => {
  const table = holding(create(PortalSettingsOf, settings))
  const asked = (...wanted: readonly Wanted[]) => sendDocuments(given(wanted, table) as never)
  const covered = await asked(purchase(9_999, 'received'), purchase(10_000, 'received'), purchase(20_000, 'in-process'))
  expect(covered).toMatchObject(
    problem('approval-needed', {
      errors: [1, 2].map((at) => ({ pointer: `#/documentIds/${at}`, detail: 'to be approved first' })),
    }),
  )
  // Of what nobody has said what it is, the rule counts as met.
  expect(await asked('received')).toMatchObject({ problem: 'approval-needed' })
  expect(await asked(purchase(20_000, 'approved'), { kind: 'sale', state: 'received' })).toMatchObject({
    view: { state: 'sending' },
  })
})

test.each([
  ['the first rule is made', []],
  ['a rule is added', [create(PortalSettingsOf, { ...settings, rules: [] })]],
] as const)('P-07: nothing goes past an approval when %s at the same moment', async (_, there) => {
  const asked = given(['received'], holding())
  const table = holding(...there, ...asked.each.map(({ document }) => create(Documents, document)))
  const outcome = await sendDocuments({ ...asked, read: table.load } as never)
  if (isProblem(outcome)) throw new Error(outcome.problem)
  const [before] = there
  const added =
    before === undefined
      ? create(PortalSettingsOf, settings)
      : update(PortalSettingsOf, { ...settings, rules: [], version: 1 }, { rules: [rule] })
  expect(await table.commit([added])).toBe('done')
  expect(await table.commit(outcome.writes ?? [])).not.toBe('done')
})
