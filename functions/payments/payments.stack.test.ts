/** Account numbers, proposals and payment files over HTTP, on the deployed stack. */
import { expect, test } from 'vitest'
import { bankDayFrom } from '../../bench/operations/payment-examples.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { bytesAt, upload } from '../../test/journeys/move-files.ts'
import { sha256, until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as feed } from '../feed/routes.ts'
import { routes as processing } from '../processing/routes.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { administrator, practitioner, params } = await settledDossier(settlement)
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]

test('P-04, P-02: what was approved is proposed, and paid once: of two at once one is told; cancelled, it waits again', async () => {
  expect(codeOf(await administrator.ask(routes.listPaymentProposals, { params, input: {} }))).toEqual([403, 'refused'])
  const modules = ['archive', 'payment', 'financial'] as const
  await practitioner.call(dossiers.configureDossier, { params, input: { modules: [...modules] } })

  const iban = 'FR76 3000 6000 0112 3456 7890 189'
  const account = { label: 'Compte courant', holder: 'Atelier Verrières', iban }
  await administrator.call(routes.addAccount, { params, input: account })
  expect(codeOf(await practitioner.ask(routes.addAccount, { params, input: account }))).toEqual([409, 'account-exists'])

  const { partyId } = await administrator.call(processing.createParty, {
    params,
    input: { name: 'Minoterie & Fils', roles: ['supplier'], iban: 'DE89 3704 0044 0532 0130 00' },
  })
  const documentId = await upload(administrator, params, { name: 'achat.pdf', bytes: Buffer.from('%PDF-1.7 Achat') })
  const it = { params: { ...params, documentId } }
  const said = { kind: 'purchase', partyId, number: 'F-118', amount: { minor: 120_050, currency: 'EUR' } } as const
  await administrator.call(processing.processDocument, { ...it, input: said })
  await administrator.call(processing.submitDocument, it)
  const waiting = () =>
    until('proposal', async () => {
      const { items } = await administrator.call(routes.listPaymentProposals, { params, input: {} })
      return items[0]
    })
  expect(await waiting()).toMatchObject({ documentId, amount: said.amount, blockers: [] })

  const input = { documentIds: [documentId], executionDate: bankDayFrom(new Date().toISOString()) }
  const both = await Promise.all([
    administrator.ask(routes.makePaymentFile, { params, input }),
    practitioner.ask(routes.makePaymentFile, { params, input }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'already-in-payment' })
  const [file] = (await administrator.call(routes.listPaymentFiles, { params, input: {} })).items
  const made = { params: { ...params, paymentFileId: file?.paymentFileId ?? '' } }
  const download = await practitioner.call(routes.downloadPaymentFile, made)
  const bytes = await bytesAt(download)
  expect([sha256(bytes), bytes.toString()]).toEqual([
    download.sha256,
    expect.stringContaining('<InstdAmt Ccy="EUR">1200.50</InstdAmt>'),
  ])
  // Whoever of the two did not make it is told.
  const told = await until('entry in a feed', async () => {
    const feeds = await Promise.all([administrator, practitioner].map((who) => who.call(feed.listFeed, { input: {} })))
    return feeds.flatMap(({ items }) => items).find(({ type }) => type === 'payments-exported')
  })
  expect(told.about.dossierId).toBe(params.dossierId)

  const cancelled = await administrator.call(routes.cancelPaymentFile, made)
  expect(cancelled.state).toBe('cancelled')
  expect(codeOf(await practitioner.ask(routes.downloadPaymentFile, made))).toEqual([409, 'payment-file-cancelled'])
  expect(await waiting()).toMatchObject({ documentId })
})
