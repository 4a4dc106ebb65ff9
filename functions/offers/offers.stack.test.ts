/** Offers over HTTP, with the deployed workflow and real mails: accepted over the API and by mail, refused, withdrawn, expired. */
import { describe, expect, test } from 'vitest'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { announcementOf, upload } from '../../test/journeys/move-files.ts'
import { withOwnClock } from '../../test/journeys/own-clock.ts'
import { fieldOf, linkIn, openPage, postForm, until } from '../../test/journeys/people-in-town.ts'
import { type Settler, settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as clients } from '../clients/routes.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as members } from '../members/routes.ts'
import { routes as sharing } from '../sharing/routes.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { office, practitioner: giver } = await settledDossier(settlement)
const recipient = await settlement.member({ name: 'Célimène Kerbrat' })
const file = { name: 'bilan.pdf', bytes: Buffer.from('Bilan 2026') }

/** A new dossier of the giver, with a document in it; of a client of its own, which another dossier opens to nobody. */
const ofGiver = async () => {
  const { clientId } = await office.call(clients.createClient, { input: { name: 'Tuilerie du Lac', kind: 'company' } })
  const dossier = await office.call(dossiers.createDossier, { input: { clientId, ownerId: giver.personId } })
  const params = { dossierId: dossier.dossierId }
  return { dossier, params, documentId: await upload(giver, params, file) }
}

const offering = async (to: Settler = recipient, more: { message?: string; days?: number } = {}) => {
  const it = await ofGiver()
  const { offerId } = await giver.call(routes.makeOffer, {
    params: it.params,
    input: { recipientId: to.personId, ...more },
  })
  return { ...it, offerId, offered: { ...it.params, offerId } }
}
type Offered = Awaited<ReturnType<typeof offering>>

const linkTo = async (who: Settler, { dossier }: Offered): Promise<string> => {
  const isIt = ({ text }: { text: string }): boolean =>
    text.includes('/offer-answers/') && text.includes(`${dossier.number} · `)
  return linkIn(await settlement.town.mailTo(who.email, isIt), 'offer-answers')
}
/** The mail that tells somebody how the offer of a dossier ended. */
const toldOf = (who: Settler, number: number, words: RegExp) =>
  settlement.town.mailTo(
    who.email,
    ({ subject, text }) => words.test(subject) && new RegExp(`\\b${number}\\b`).test(text),
  )
const reads = async (who: Client, { params, documentId }: Pick<Offered, 'params' | 'documentId'>) => {
  const answers = await Promise.all([
    who.ask(dossiers.readDossier, { params }),
    who.ask(documents.readDocument, { params: { ...params, documentId } }),
    who.ask(documents.importDocument, { params, input: announcementOf({ ...file, name: 'avis.pdf' }) }),
  ])
  return answers.map(({ status }) => status)
}
const ALL = [200, 200, 201]
const NOTHING = [404, 404, 404]
const view = (who: Client, { offered }: Offered) => who.call(routes.readOffer, { params: offered })
/** The steps of an offer, once everybody has been told. */
const stepsOf = (it: Offered): Promise<string[]> =>
  until('telling of the end', async () => {
    const steps = (await view(giver, it)).timeline.map(({ step }) => step)
    return steps.at(-1) === 'told' ? steps : undefined
  })

describe('an offer', () => {
  test('D-11: shows its recipient enough to decide and opens nothing; accepted, the dossier is theirs, wholly', async () => {
    const it = await offering(recipient, { message: 'Je pars en congé.' })
    await linkTo(recipient, it)
    expect(await view(recipient, it)).toMatchObject({
      state: 'pending',
      message: 'Je pars en congé.',
      giver: { name: giver.name },
      dossier: { number: it.dossier.number, clientName: it.dossier.clientName },
    })
    expect([await reads(recipient, it), await reads(giver, it)]).toEqual([NOTHING, ALL])

    const { state } = await recipient.call(routes.acceptOffer, { params: it.offered })
    expect(state).toBe('accepted')
    expect([await reads(recipient, it), await reads(giver, it)]).toEqual([ALL, NOTHING])
    expect(await stepsOf(it)).toEqual(['offered', 'asked', 'accepted', 'moved', 'told'])
    await toldOf(giver, it.dossier.number, /mains/)
    await toldOf(recipient, it.dossier.number, /mains/)
    expect((await giver.ask(routes.withdrawOffer, { params: it.offered })).status).toBe(403)
  })

  test('D-11: is accepted by the link of its mail, once; opening the page decides nothing', async () => {
    const it = await offering()
    const link = await linkTo(recipient, it)
    const { status, page } = await openPage(link)
    expect([status, page.includes(giver.name), (await view(giver, it)).state]).toEqual([200, true, 'pending'])
    const form = { decision: 'accept', reason: '', version: fieldOf(page, 'version') }
    expect((await postForm(link, form)).status).toBe(200)
    expect([await reads(recipient, it), await reads(giver, it)]).toEqual([ALL, NOTHING])
    expect(await settlement.statusOf(link)).toBe(404)
    await settlement.forgetDeadLinks()
  })

  test('D-11: is refused with a reason, which the giver is mailed; all is as it was, and it may be offered again', async () => {
    const it = await offering()
    await recipient.call(routes.refuseOffer, { params: it.offered, input: { reason: 'Plus de place avant janvier.' } })
    const { text } = await toldOf(giver, it.dossier.number, /refusé/)
    expect(text).toContain('Plus de place avant janvier.')
    expect([await reads(recipient, it), await reads(giver, it)]).toEqual([NOTHING, ALL])
    const again = { params: it.params, input: { recipientId: recipient.personId } }
    expect((await giver.ask(routes.makeOffer, again)).status).toBe(201)
    expect(await giver.ask(routes.makeOffer, again)).toMatchObject({ status: 409, body: { code: 'offer-pending' } })
  })

  test('D-11: is withdrawn, and its link is dead at once', async () => {
    const it = await offering()
    const link = await linkTo(recipient, it)
    await giver.call(routes.withdrawOffer, { params: it.offered })
    expect(await settlement.statusOf(link)).toBe(404)
    await settlement.forgetDeadLinks()
    expect((await recipient.ask(routes.acceptOffer, { params: it.offered })).status).toBe(403)
    await toldOf(recipient, it.dossier.number, /retirée/)
    expect(await stepsOf(it)).toEqual(['offered', 'asked', 'withdrawn', 'told'])
  })

  test('D-14: of an acceptance and a refusal at once one wins, and the other gets a conflict', async () => {
    const it = await offering()
    const answers = await Promise.all([
      recipient.ask(routes.acceptOffer, { params: it.offered }),
      recipient.ask(routes.refuseOffer, { params: it.offered, input: { reason: 'Plus de place.' } }),
    ])
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect([403, 409]).toContain(statuses.find((status) => status !== 200))
    const { state } = await view(recipient, it)
    expect(await reads(recipient, it)).toEqual(state === 'accepted' ? ALL : NOTHING)
  })

  test('D-11: reminds, and expires, at the time of the tick', async () => {
    await withOwnClock(stack, async () => {
      const it = await offering(recipient, { days: 5 })
      const { offeredAt, expiresAt } = await view(giver, it)
      const waits = (asks: number) =>
        until(`${asks}th asking`, async () => ((await view(giver, it)).progress?.asks === asks ? true : undefined))
      await waits(1)
      await settlement.town.tickAt(addSeconds(offeredAt, 3 * DAY))
      await waits(2)
      await settlement.town.mailTo(recipient.email, ({ subject }) => /Rappel/.test(subject))
      await settlement.town.tickAt(expiresAt)
      expect(await stepsOf(it)).toEqual(['offered', 'asked', 'reminded', 'expired', 'told'])
      await toldOf(giver, it.dossier.number, /expiré/)
      expect([await reads(recipient, it), await reads(giver, it)]).toEqual([NOTHING, ALL])
    })
  })

  test('D-14: closing the dossier cancels it, and both are told', async () => {
    const it = await offering()
    await giver.call(dossiers.closeDossier, { params: it.params })
    expect((await view(giver, it)).state).toBe('withdrawn')
    await toldOf(recipient, it.dossier.number, /retirée/)
  })

  test('D-20: handing the dossier over ends it, and the giver holds it no more', async () => {
    const it = await offering()
    const successor = await settlement.member({ name: 'Ludivine Castaing' })
    const handed = { dossierId: it.dossier.dossierId, successorId: successor.personId }
    const items = (['dossier', 'responsibility'] as const).map((kind) => ({ kind, ...handed }))
    await office.call(members.handOver, { params: { personId: giver.personId }, input: { items } })
    expect((await view(successor, it)).state).toBe('withdrawn')
    expect([await reads(giver, it), await reads(recipient, it)]).toEqual([NOTHING, NOTHING])
  })

  test('D-11: a recipient who is deactivated meanwhile accepts nothing, over the API or by link', async () => {
    const other = await settlement.member({ name: 'Zéphyrin Hublot' })
    const it = await offering(other)
    const link = await linkTo(other, it)
    await settlement.change(other, { status: 'inactive' })
    expect((await other.ask(routes.acceptOffer, { params: it.offered })).status).toBe(404)
    expect(await settlement.statusOf(link)).toBe(404)
    await settlement.forgetDeadLinks()
    expect(await reads(giver, it)).toEqual(ALL)
  })

  test('D-13: shares stay with the dossier, but for the new owner', async () => {
    const it = await offering()
    const other = await settlement.member({ name: 'Basile Tournemire' })
    for (const { personId } of [recipient, other])
      await giver.call(sharing.giveShare, { params: { ...it.params, personId }, input: { access: 'read' } })
    await recipient.call(routes.acceptOffer, { params: it.offered })
    const { items } = await recipient.call(sharing.listShares, { params: it.params, input: {} })
    expect(items.map(({ personId }) => personId)).toEqual([other.personId])
  })

  test('D-13: is not made to oneself, to a guest, to nobody, nor to a client user, and the refusal names the rule', async () => {
    const it = await ofGiver()
    const user = await settlement.clientUser({ of: it.dossier.dossierId })
    for (const recipientId of [giver.personId, user.personId, crypto.randomUUID()])
      expect(await giver.ask(routes.makeOffer, { params: it.params, input: { recipientId } })).toMatchObject({
        status: 403,
        body: { code: 'refused', source: 'D-13' },
      })
  })

  test('D-15: giver and recipient find it in their lists; nobody else does', async () => {
    const it = await offering()
    const listed = async (who: Client, as: 'giver' | 'recipient') =>
      (await who.call(routes.listOffers, { input: { as } })).items.some(({ offerId }) => offerId === it.offerId)
    expect([await listed(giver, 'giver'), await listed(recipient, 'recipient')]).toEqual([true, true])
    expect([await listed(office, 'giver'), await listed(office, 'recipient')]).toEqual([false, false])
  })
})
