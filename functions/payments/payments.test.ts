import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directory } from '../../bench/operations/ports.ts'
import { problem } from '../../shared/problems.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, the } from '../../shared/table/table.ts'
import { ask, granted, holding, newId } from '../../test/ask.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { accessOf, dossier as aDossier, documentAt } from '../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type Document, Documents, moveDocument } from '../documents/records.ts'
import { jobTools } from '../kernel/job.ts'
import { Parties, type Party } from '../processing/records.ts'
import { cancelPaymentFile } from './handlers/cancel-payment-file.ts'
import { downloadPaymentFile } from './handlers/download-payment-file.ts'
import { listPaymentFiles } from './handlers/list-payment-files.ts'
import { listPaymentProposals } from './handlers/list-payment-proposals.ts'
import { makePaymentFile } from './handlers/make-payment-file.ts'
import { readPaymentFile } from './handlers/read-payment-file.ts'
import { notePayable } from './note-payable.ts'
import { type BankAccount, BankAccounts, type PaymentFile, PaymentFiles, paymentFileKey } from './records.ts'

const dossier = { ...aDossier, modules: ['archive', 'payment'] as const }
const { dossierId } = dossier
const party: Party = {
  dossierId,
  partyId: idOf(850),
  name: 'Minoterie Auzoux',
  roles: ['supplier'],
  vatNumber: null,
  iban: 'DE89370400440532013000',
  createdAt: NOW,
  createdBy: idOf(1),
}
const account: BankAccount = {
  dossierId,
  accountId: idOf(840),
  label: 'Compte courant',
  holder: 'Boulangerie Tassin-Lemoine',
  iban: 'FR7630006000011234567890189',
  bic: null,
  createdAt: NOW,
  createdBy: idOf(1),
}
const facts = {
  kind: 'purchase',
  partyId: party.partyId,
  number: 'F-1',
  amount: { minor: 12_050, currency: 'EUR' },
} as const
const purchase = (at: number, more: Partial<Document> = {}): Document =>
  documentAt(at, 'owner', { state: 'approved', ...facts, ...more }).document

const office = async (documents: readonly Document[], more: { readonly accounts?: readonly BankAccount[] } = {}) => {
  const table = holding(
    create(Parties, party),
    ...(more.accounts ?? [account]).map((one) => create(BankAccounts, one)),
    ...documents.map((document) => create(Documents, document)),
  )
  const store = memoryStore()
  const outside = { table, files: store.files, directory, clock: () => NOW, newId, publicUrl: '' }
  const tools = jobTools(outside, 'note-payables', 'told', NOW)
  const note = (documentId: string) => notePayable({ dossierId, documentId }, tools)
  for (const { documentId } of documents) await note(documentId)
  const tiesOf = (persona: Persona) => ({
    dossier,
    access: /of the dossier$/.test(persona) ? accessOf(persona) : undefined,
    files: store.files,
  })
  const proposed = async (persona: Persona = 'owner', input: object = { limit: 50 }) => {
    const asked = { as: personOf(persona), table, things: tiesOf(persona), input }
    const { view, revealed } = await granted(ask(listPaymentProposals, asked))
    return { ...view, revealed, ids: view.items.map(({ documentId }) => documentId) }
  }
  const make = (documentIds: readonly string[], persona: Persona = 'owner', input: object = {}) =>
    ask(makePaymentFile, {
      as: personOf(persona),
      table,
      things: tiesOf(persona),
      input: { documentIds, executionDate: '2026-03-03', ...input },
    })
  const made = async (documentIds: readonly string[]) => {
    const outcome = await granted(make(documentIds))
    expect(await table.commit(outcome.writes ?? [])).toBe('done')
    return outcome.view
  }
  const file = async (paymentFileId: string) =>
    (await table.load({ it: the(PaymentFiles, { dossierId, paymentFileId }) })).it as Stored<PaymentFile>
  const about = async (handler: never, paymentFileId: string, persona: Persona = 'owner') => {
    const things = { ...tiesOf(persona), paymentFile: await file(paymentFileId) }
    return ask(handler, { as: personOf(persona), table, things }) as Promise<never>
  }
  const cancel = async (paymentFileId: string) => {
    const outcome = (await about(cancelPaymentFile as never, paymentFileId)) as { writes?: readonly never[] }
    if (outcome.writes !== undefined) expect(await table.commit(outcome.writes)).toBe('done')
    return outcome
  }
  const files = async (persona: Persona = 'owner') =>
    (
      await granted(
        ask(listPaymentFiles, { as: personOf(persona), table, things: tiesOf(persona), input: { limit: 50 } }),
      )
    ).view.items
  const document = async (documentId: string) =>
    (await table.load({ it: the(Documents, { dossierId, documentId }) })).it as Stored<Document>
  return { table, store, note, proposed, make, made, file, about, cancel, files, document }
}
const [one, two, three] = [purchase(1), purchase(2), purchase(3)]
const ids = (...documents: readonly Document[]) => documents.map(({ documentId }) => documentId)

test('P-04: purchases that are approved, or sent, wait to be paid, newest first; nothing else does', async () => {
  const { proposed } = await office([
    one,
    purchase(2, { state: 'archived' }),
    purchase(3, { kind: 'sale' }),
    purchase(4, { state: 'to-approve' }),
    purchase(5, { state: 'rejected' }),
    purchase(6, { state: 'received' }),
  ])
  expect((await proposed()).ids).toEqual([idOf(602), idOf(601)])
  expect((await proposed()).items[0]).toMatchObject({
    amount: { minor: 12_050, currency: 'EUR' },
    party: { name: 'Minoterie Auzoux', iban: party.iban },
    blockers: [],
  })
})

test('P-04: told twice that a document is ready, it waits once; changed afterwards, it waits no more', async () => {
  const { table, note, proposed, document } = await office([one])
  await note(one.documentId)
  expect((await proposed()).ids).toEqual(ids(one))
  await table.commit([moveDocument(await document(one.documentId), 'in-process')])
  expect((await proposed()).ids).toEqual([])
  await table.commit([
    moveDocument(await document(one.documentId), 'approved', { amount: { minor: 7, currency: 'EUR' } }),
  ])
  await note(one.documentId)
  expect((await proposed()).items).toMatchObject([{ amount: { minor: 7 } }])
})

test.each([
  ['no-party', { partyId: undefined }],
  ['party-gone', { partyId: idOf(851) }],
  ['no-amount', { amount: undefined }],
  ['other-currency', { amount: { minor: 1, currency: 'CHF' } }],
  ['nothing-to-pay', { amount: { minor: -1, currency: 'EUR' } }],
  ['nothing-to-pay', { amount: { minor: 0, currency: 'EUR' } }],
  ['too-much', { amount: { minor: 100_000_000_000, currency: 'EUR' } }],
] as const)('P-04: what stands in the way of a payment is told: %s', async (code, more) => {
  const { proposed, make } = await office([purchase(1, more as Partial<Document>)])
  expect((await proposed()).items).toMatchObject([{ blockers: [{ code }] }])
  expect(await make([idOf(601)])).toMatchObject({ problem: 'not-payable', errors: [{ pointer: '#/documentIds/0' }] })
})

test('P-04: the sum of a file is that of its documents, and what it was made of is paid no more', async () => {
  const { made, proposed, file, store, about } = await office([one, two, three])
  const { paymentFileId, total, count, sha256 } = await made(ids(one, two))
  expect([total, count]).toEqual([{ minor: 24_100, currency: 'EUR' }, 2])
  expect((await proposed()).ids).toEqual(ids(three))
  const kept = await file(paymentFileId)
  expect(store.bytesOf({ bucket: 'documents', key: paymentFileKey(kept) })?.toString()).toContain('<CtrlSum>241.00')
  expect(await about(downloadPaymentFile as never, paymentFileId)).toMatchObject({
    view: { sha256, contentType: 'application/xml', length: kept.length },
  })
})

test('P-04: a document is never in two files: of two at once one wins, and the other is told', async () => {
  const { table, make, note, proposed } = await office([one, two])
  const [mine, theirs] = [await granted(make(ids(one))), await granted(make(ids(two, one)))]
  expect(await table.commit(mine.writes ?? [])).toBe('done')
  expect(await table.commit(theirs.writes ?? [])).not.toBe('done')
  expect(await make(ids(two, one))).toEqual(problem('already-in-payment'))
  // Nor is it proposed again when it is archived afterwards.
  await note(one.documentId)
  expect((await proposed()).ids).toEqual(ids(two))
})

test('P-04: a cancelled file gives its documents back, once, as they are by then; it is downloaded no more', async () => {
  const { table, made, cancel, proposed, about, files, document } = await office([one, two])
  const { paymentFileId } = await made(ids(one, two))
  await table.commit([moveDocument(await document(two.documentId), 'in-process')])
  await cancel(paymentFileId)
  expect((await proposed()).ids).toEqual(ids(one))
  expect(await about(downloadPaymentFile as never, paymentFileId)).toEqual(problem('payment-file-cancelled'))
  const again = await made(ids(one))
  expect((await cancel(paymentFileId)).writes).toBeUndefined()
  expect((await proposed()).ids).toEqual([])
  expect((await files()).map(({ state, count }) => [state, count])).toEqual([
    ['made', 1],
    ['cancelled', 2],
  ])
  expect(again.payments[0]?.endToEndId).not.toBe(
    ((await about(readPaymentFile as never, paymentFileId)) as never as { view: PaymentFile }).view.payments[0]
      ?.endToEndId,
  )
})

test('D-09: what is confidential is proposed and paid by those alone who may see it, and who saw it is written down', async () => {
  const secret = purchase(2, { confidential: true })
  const { proposed, make, made, about, files } = await office([one, secret])
  const user = 'Full Access of the dossier'
  expect(await proposed()).toMatchObject({
    ids: ids(secret, one),
    revealed: [{ kind: 'document', id: secret.documentId }],
  })
  expect(await proposed(user)).toMatchObject({ ids: ids(one), revealed: [] })
  expect(await make(ids(secret), user)).toEqual(problem('not-found'))
  const { paymentFileId } = await made(ids(one, secret))
  expect([await files(user), (await files()).length]).toEqual([[], 1])
  for (const handler of [readPaymentFile, downloadPaymentFile, cancelPaymentFile])
    expect(await about(handler as never, paymentFileId, user)).toEqual(problem('not-found'))
})

test('P-04: Full Feedback sees no document in process, and so is proposed what was sent alone', async () => {
  const { proposed } = await office([one, purchase(2, { state: 'archived' })])
  expect((await proposed('Full Feedback of the dossier')).ids).toEqual([idOf(602)])
})

test.each([
  ['no account', [], {}, 'account-needed'],
  ['two accounts and none named', [account, { ...account, accountId: idOf(841) }], {}, 'account-needed'],
  ['an account of another dossier', [account], { accountId: idOf(999) }, 'account-not-found'],
  ['an account outside SEPA', [{ ...account, iban: 'TN5910006035183598478831' }], {}, 'account-outside-sepa'],
  ['a day that is over', [account], { executionDate: '2026-02-27' }, 'execution-date-not-possible'],
  ['a Sunday', [account], { executionDate: '2026-03-08' }, 'execution-date-not-possible'],
] as const)('P-04: with %s nothing is made', async (_what, accounts, input, code) => {
  const { make } = await office([one], { accounts })
  expect(await make(ids(one), 'owner', input)).toMatchObject({ problem: code })
})

test('P-04: a document of another dossier, or of none, is not found, and nothing is made of the others', async () => {
  const { make, store } = await office([one])
  expect(await make([...ids(one), idOf(998)])).toEqual(problem('not-found'))
  expect(store.countOf({ bucket: 'documents', key: 'dossiers' })).toBe(0)
})

test('P-04: however files are made and cancelled, each document is in one file or waits, never both, never neither', async () => {
  const documents = [1, 2, 3, 4].map((at) => purchase(at))
  const aStep = fc.record({ cancels: fc.boolean(), which: fc.subarray([0, 1, 2, 3], { minLength: 1 }), at: fc.nat() })
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 8 }), async (steps) => {
      const { table, make, cancel, files, file, proposed, note } = await office(documents)
      for (const { cancels, which, at } of steps) {
        const open = (await files()).filter(({ state }) => state === 'made')
        const chosen = open[at % Math.max(1, open.length)]
        if (cancels && chosen !== undefined) await cancel(chosen.paymentFileId)
        else {
          const outcome = await make(which.map((one) => (documents[one] as Document).documentId))
          if ('writes' in outcome) expect(await table.commit(outcome.writes ?? [])).toBe('done')
          else expect(outcome).toEqual(problem('already-in-payment'))
        }
        await note((documents[at % 4] as Document).documentId)
      }
      const kept = await Promise.all((await files()).map(({ paymentFileId }) => file(paymentFileId)))
      const paid = kept
        .filter(({ state }) => state === 'made')
        .flatMap(({ payments }) => payments.map(({ documentId }) => documentId))
      expect([...paid, ...(await proposed()).ids].sort()).toEqual(ids(...documents))
    }),
    { numRuns: 40 },
  )
})

test('P-04: what waits to be paid is a page at a time, all of it once', async () => {
  const documents = Array.from({ length: 7 }, (_, at) => purchase(at + 1))
  const { proposed } = await office(documents)
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page = await proposed('owner', { limit: 3, ...(cursor === null ? {} : { cursor }) })
    found.push(...page.ids)
    cursor = page.cursor
  } while (cursor !== null)
  expect(found).toEqual(ids(...documents).toReversed())
})
