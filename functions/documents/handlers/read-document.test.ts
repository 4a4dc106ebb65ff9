import { expect, test } from 'vitest'
import { ask, granted } from '../../../test/ask.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import type { Document } from '../records.ts'
import { DocumentView } from '../routes.ts'
import { documentStateNames } from '../states.ts'
import { readDocument } from './read-document.ts'

const read = async (changes: Partial<Document>, version = 1) => {
  const document = { ...documentAt(1, 'Full Access of the dossier', changes).document, version }
  const as = personOf('Document Processing of the dossier')
  const outcome = await granted(ask(readDocument, { as, things: { document, dossier } }))
  return { ...outcome, view: DocumentView.parse(outcome.view) }
}

test('P-06: a document shows what it is, whose it is and since when', async () => {
  const { view } = await read({})
  const { document, bytes } = documentAt(1, 'Full Access of the dossier')
  expect(view).toEqual({
    dossierId: dossier.dossierId,
    documentId: document.documentId,
    name: 'facture-1.pdf',
    contentType: 'application/pdf',
    announcedType: 'application/pdf',
    typeDiffers: false,
    length: bytes.length,
    sha256: document.sha256,
    state: 'received',
    currentVersionId: document.currentVersionId,
    transferId: null,
    failure: null,
    kind: null,
    partyId: null,
    number: null,
    date: null,
    amount: null,
    approvers: [],
    cameBy: null,
    confidential: false,
    createdAt: NOW,
    createdBy: personOf('Full Access of the dossier').personId,
  })
})

test.each(documentStateNames)('P-06: a document that is %s says so, and reading changes nothing', async (state) => {
  const { view, writes = [], events = [] } = await read({ state })
  expect(view.state).toBe(state)
  expect([writes, events]).toEqual([[], []])
})

test('P-06: before its bytes have come, a document has no current version', async () => {
  expect((await read({ state: 'awaiting-upload' })).view.currentVersionId).toBeNull()
})

test('P-09: a document whose sending failed says why, and in which transfer', async () => {
  const { view } = await read({ state: 'failed', failure: 'source-differs', transferId: idOf(550) })
  expect(view).toMatchObject({ state: 'failed', failure: 'source-differs', transferId: idOf(550) })
})

test.each([1, 4])('B-14: a document tells its version, %i, for whoever changes it next', async (version) => {
  expect((await read({}, version)).version).toBe(version)
})
