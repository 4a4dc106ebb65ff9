/** Approvals over HTTP, with the deployed workflow and real mails: by amount and party, in order, any, by a deputy, by link. */
import { describe, expect, test } from 'vitest'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { upload } from '../../test/journeys/move-files.ts'
import { fieldOf, linkIn, openPage, postForm, until } from '../../test/journeys/people-in-town.ts'
import { type Settler, settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as absences } from '../absences/routes.ts'
import { routes as archive } from '../archive-transfers/routes.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes as processing } from '../processing/routes.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { practitioner: owner, administrator, dossier, params } = await settledDossier(settlement)
const user = (name: string, profile: 'client-document-processing' | 'client-document-delivery') =>
  settlement.clientUser({ name, profile, of: dossier.dossierId })
const [author, deputy, delivery] = await Promise.all([
  user('Venance Pradines', 'client-document-processing'),
  user('Wilhelmine Quérol', 'client-document-processing'),
  user('Zacharie Sorbier', 'client-document-delivery'),
])
const supplier = await owner.call(processing.createParty, {
  params,
  input: { name: 'Papeterie Sorbier', roles: ['supplier'] },
})

const euros = (amount: number) => ({ minor: amount * 100, currency: 'EUR' })
let files = 0
/** A document of the author, of which this was said, submitted. */
const submit = async (said: object) => {
  const bytes = Buffer.from(`Facture ${++files}`)
  const documentId = await upload(author, params, { name: `facture-${files}.pdf`, bytes })
  const of = { ...params, documentId }
  await author.call(processing.processDocument, { params: of, input: said })
  const { state } = await author.call(processing.submitDocument, { params: of })
  return { of, documentId, state }
}
type Submitted = Awaited<ReturnType<typeof submit>>

const stateOf = async ({ of }: Submitted) => (await author.call(documents.readDocument, { params: of })).state
const read = (who: Client, { of }: Submitted) => who.call(routes.readApproval, { params: of })
const answer = async (who: Client, it: Submitted, more: object = {}) => {
  const { approval, version } = await read(owner, it)
  const input = { verdict: 'approved', approvalId: approval?.approvalId ?? '', version, ...more } as const
  return who.ask(routes.giveVerdict, { params: it.of, input })
}
const linkTo = async (who: Settler) =>
  linkIn(
    await settlement.town.mailTo(who.email, ({ text }) => text.includes(`facture-${files}.pdf`)),
    'document-approvals',
  )
/** Whoever it waits for, once the workflow has asked them. */
const askedIn = (it: Submitted, asked: number) =>
  until(`${asked}th asking`, async () => {
    const { approval } = await read(owner, it)
    const steps = approval?.timeline.filter(({ step }) => step === 'asked') ?? []
    return steps.length === asked ? approval?.waitsFor : undefined
  })

describe('approvals', () => {
  test('P-07: by amount and party, in order, by link and signed in; a change of rules meanwhile traps nothing', async () => {
    const { rules } = await administrator.call(routes.addApprovalRule, {
      params,
      input: {
        name: 'Papeterie, 1 000 € et plus',
        kinds: ['purchase'],
        partyIds: [supplier.partyId],
        atLeast: euros(1000),
        approverIds: [delivery.personId, owner.personId],
        mode: 'in-order',
      },
    })
    const said = { kind: 'purchase', partyId: supplier.partyId }
    expect((await submit({ ...said, amount: euros(999) })).state).toBe('approved')
    const it = await submit({ ...said, amount: euros(1000) })
    expect(it.state).toBe('to-approve')
    const send = { params, input: { documentIds: [it.documentId] } }
    expect(await author.ask(archive.sendDocuments, send)).toMatchObject({ status: 409 })

    const link = await linkTo(delivery)
    const { status, page } = await openPage(link)
    expect([status, page.includes('Papeterie Sorbier'), page.includes(author.name)]).toEqual([200, true, true])
    expect(await answer(owner, it)).toMatchObject({ status: 409, body: { code: 'not-your-turn' } })
    await administrator.call(routes.removeApprovalRule, { params: { ...params, ruleId: rules[0]?.ruleId ?? '' } })
    const form = { decision: 'approve', reason: '', version: fieldOf(page, 'version') }
    expect((await postForm(link, form)).status).toBe(200)
    expect(await settlement.statusOf(link)).toBe(404)
    await settlement.forgetDeadLinks()

    expect(await askedIn(it, 2)).toMatchObject([{ personId: owner.personId }])
    expect(await stateOf(it)).toBe('to-approve')
    expect((await answer(owner, it)).status).toBe(200)
    expect(await stateOf(it)).toBe('approved')
    await settlement.town.mailTo(author.email, ({ subject }) => /approuvé/.test(subject))
    const { approval } = await read(author, it)
    expect(approval?.timeline.map(({ step }) => step)).toEqual(['begun', 'asked', 'approved', 'asked', 'approved'])
  })

  test('P-07, B-11: any one is enough, never one’s own; in an absent person’s place their deputy is asked', async () => {
    const now = new Date().toISOString()
    await administrator.call(absences.setAbsence, {
      input: { from: now, until: addSeconds(now, 7 * DAY), deputyId: deputy.personId },
    })
    await owner.call(routes.addApprovalRule, {
      params,
      input: {
        name: 'Ventes',
        kinds: ['sale'],
        approverIds: [author, administrator].map(({ personId }) => personId),
        mode: 'any',
      },
    })
    const it = await submit({ kind: 'sale', amount: euros(10) })
    expect(await askedIn(it, 1)).toMatchObject([
      { personId: deputy.personId, for: { personId: administrator.personId } },
    ])
    expect(await answer(author, it)).toMatchObject({ status: 403, body: { rule: 'document.approve/never-own' } })
    const { items } = await deputy.call(routes.listAwaitedApprovals, { input: {} })
    expect(items).toMatchObject([{ documentId: it.documentId, for: { name: administrator.name } }])
    await linkTo(deputy)
    expect((await answer(deputy, it)).status).toBe(403)
    expect((await answer(deputy, it, { onBehalfOf: administrator.personId })).status).toBe(200)
    expect(await stateOf(it)).toBe('approved')
    expect((await deputy.call(routes.listAwaitedApprovals, { input: {} })).items).toEqual([])
  })

  test('P-07: a rejection has a reason, which whoever submitted it is mailed; processed again it starts over', async () => {
    await owner.call(routes.addApprovalRule, {
      params,
      input: { name: 'Banque', kinds: ['bank'], approverIds: [owner.personId], mode: 'all' },
    })
    const it = await submit({ kind: 'bank' })
    await askedIn(it, 1)
    expect((await answer(owner, it, { verdict: 'rejected' })).status).toBe(400)
    const reason = 'Ce relevé est celui du mois passé.'
    expect((await answer(owner, it, { verdict: 'rejected', reason })).status).toBe(200)
    expect(await stateOf(it)).toBe('rejected')
    const { text } = await settlement.town.mailTo(author.email, ({ subject }) => /rejeté/.test(subject))
    expect(text).toContain(reason)
    await author.call(processing.processDocument, { params: it.of, input: { kind: 'bank', number: '2026-03' } })
    expect((await author.call(processing.submitDocument, { params: it.of })).state).toBe('to-approve')
  })
})
