/** Documents processed, recognised, submitted and approved over HTTP, on the deployed stack. */
import { expect, test } from 'vitest'
import { localStack } from '../../test/journeys/local-stack.ts'
import { upload } from '../../test/journeys/move-files.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as approvals } from '../approvals/routes.ts'
import { routes as transfers } from '../archive-transfers/routes.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { administrator, practitioner, params } = await settledDossier(settlement)
const of = params.dossierId
const [processing, delivery] = await Promise.all([
  settlement.clientUser({ name: 'Ambroise Tellier', profile: 'client-document-processing', of }),
  settlement.clientUser({ name: 'Solène Vaugrain', profile: 'client-document-delivery', of }),
])
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]
const invoice = Buffer.from('%PDF-1.7 Facture 2026-118')

test('P-06: a document is processed with its supplier, and recognised by its bytes and by what is said of it', async () => {
  const input = { name: 'Papeterie Soulier', roles: ['supplier' as const], vatNumber: 'BE 0403.019.261' }
  const { partyId } = await processing.call(routes.createParty, { params, input })
  const again = await practitioner.ask(routes.createParty, { params, input })
  expect(again).toMatchObject({
    status: 409,
    body: { code: 'party-exists', errors: [{ pointer: '#/vatNumber', detail: partyId }] },
  })
  const wrong = await processing.ask(routes.createParty, { params, input: { ...input, vatNumber: 'BE0403019262' } })
  expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ pointer: '#/vatNumber' }] } })
  const found = await practitioner.call(routes.listParties, { params, input: { name: 'PAPET' } })
  expect(found.items).toMatchObject([{ partyId, vatNumber: 'BE0403019261' }])

  const said = { kind: 'sale', partyId, number: 'F-118', amount: { minor: 12_000, currency: 'EUR' } } as const
  // Two uploads of the same bytes at once, under two names, by two people.
  const [mine, theirs] = await Promise.all([
    upload(processing, params, { name: 'facture.pdf', bytes: invoice }),
    upload(delivery, params, { name: 'autre nom.pdf', bytes: invoice }),
  ])
  const first = { params: { ...params, documentId: mine } }
  const second = { params: { ...params, documentId: theirs } }
  const processed = await processing.call(routes.processDocument, { ...first, input: said })
  expect(processed).toMatchObject({
    document: { ...said, state: 'in-process' },
    duplicates: [{ documentId: theirs, name: 'autre nom.pdf', by: ['content'] }],
  })
  await processing.call(routes.processDocument, { ...second, input: { ...said, number: 'f 118' } })
  const { items } = await processing.call(routes.readDuplicates, first)
  expect(items).toMatchObject([{ documentId: theirs, by: ['content', 'facts'] }])
  // Document Delivery sees their own, and is not told that there is another one like it (P-04).
  expect((await delivery.call(routes.readDuplicates, second)).items).toEqual([])
  expect(codeOf(await delivery.ask(routes.readDuplicates, first))).toEqual([404, 'not-found'])

  // No rule covers a sale: submitted, it is ready to be sent; changed, it starts over (P-06).
  expect((await delivery.call(routes.submitDocument, second)).state).toBe('approved')
  expect(codeOf(await delivery.ask(routes.submitDocument, second))).toEqual([409, 'already-approved'])
  const changed = await processing.call(routes.processDocument, { ...second, input: { ...said, number: 'F-119' } })
  expect([changed.document.state, changed.duplicates[0]?.by]).toEqual(['in-process', ['content']])
})

test('P-04, P-07: Document Delivery finds among their own what they are to approve, in list and counts, until they have', async () => {
  await administrator.call(approvals.addApprovalRule, {
    params,
    input: { name: 'Achats', kinds: ['purchase'], approverIds: [delivery.personId], mode: 'any' },
  })
  const before = await delivery.call(documents.countDocuments, { params, input: {} })
  const documentId = await upload(processing, params, { name: 'achat.pdf', bytes: Buffer.from('%PDF-1.7 Achat') })
  const it = { params: { ...params, documentId } }
  expect(codeOf(await delivery.ask(documents.readDocument, it))).toEqual([404, 'not-found'])
  await processing.call(routes.processDocument, { ...it, input: { kind: 'purchase' } })
  // What a rule covers is not sent before it is approved (P-07).
  const send = { params, input: { documentIds: [documentId] } }
  expect(codeOf(await processing.ask(transfers.sendDocuments, send))).toEqual([409, 'approval-needed'])
  const waiting = await processing.call(routes.submitDocument, it)
  expect([waiting.state, waiting.approvers]).toEqual(['to-approve', [delivery.personId]])

  const listed = async () =>
    (await delivery.call(documents.listDocuments, { params, input: {} })).items.map((one) => one.documentId)
  expect(await listed()).toContain(documentId)
  const counts = await delivery.call(documents.countDocuments, { params, input: {} })
  expect([counts.count, counts.byState['to-approve']]).toEqual([before.count + 1, 1])
  expect(counts.count).toBe((await listed()).length)

  // Meanwhile nobody changes it; each is told why, in their language.
  const inFrench = { 'accept-language': 'fr' }
  const refused = await processing.ask(routes.processDocument, { ...it, input: { kind: 'sale' }, headers: inFrench })
  expect(codeOf(refused)).toEqual([409, 'document-in-approval'])
  expect((refused.body as { title: string }).title).toContain("retirez-le de l'approbation")
  // Withdrawn, it is gone from their list; submitted again, it is there again.
  expect((await processing.call(routes.withdrawSubmission, it)).state).toBe('in-process')
  expect(await listed()).not.toContain(documentId)
  await processing.call(routes.submitDocument, it)

  const { approval, version } = await delivery.call(approvals.readApproval, it)
  await delivery.call(approvals.giveVerdict, {
    ...it,
    input: { verdict: 'approved', approvalId: approval?.approvalId ?? '', version },
  })
  expect((await processing.call(documents.readDocument, it)).state).toBe('approved')
  expect(await listed()).not.toContain(documentId)
  expect(codeOf(await delivery.ask(documents.readDocument, it))).toEqual([404, 'not-found'])
})
