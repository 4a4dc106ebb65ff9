import { expect, test } from 'vitest'
import { isProblem, problem } from '../../../shared/problems.ts'
import { newId } from '../../../test/ask.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import type { Document } from '../../documents/records.ts'
import { sendDocuments } from './send-documents.ts'

const actor = personOf('Full Access of the dossier')

const send = (...states: readonly Document['state'][]) => {
  const each = states.map((state, at) => ({
    document: { ...documentAt(at + 1, 'Full Access of the dossier', { state }).document, version: 1 },
    dossier,
  }))
  return sendDocuments({ actor, dossier, each, language: 'en', now: NOW, newId } as never)
}

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
  ['already-sent', 'sent'],
  ['document-in-transfer', 'sending'],
  ['document-in-transfer', 'failed'],
] as const)('P-09: all or nothing: %s where one document is %s', async (code, state) => {
  const outcome = await send('received', state, 'received')
  expect(outcome).toMatchObject(problem(code, { errors: [{ pointer: '#/documentIds/1', detail: expect.any(String) }] }))
  expect(outcome).not.toHaveProperty('writes')
})
