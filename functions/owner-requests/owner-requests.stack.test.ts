/** Cards and requests to owners over HTTP: who meets a dossier asks for it, and gets nothing that its owner does not give. */
import { describe, expect, test } from 'vitest'
import { addSeconds, DAY, systemClock } from '../../shared/ports/clock.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { guestSheet } from '../../shared/sheet.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { withOwnClock } from '../../test/journeys/own-clock.ts'
import { until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as clients } from '../clients/routes.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as offers } from '../offers/routes.ts'
import { routes as settings } from '../settings/routes.ts'
import { routes as shares } from '../sharing/routes.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { office, practitioner: owner, client, dossier, params, administrator } = await settledDossier(settlement)

// To read it takes more than to know of it: those who ask below know of every dossier by their role, and open nothing of it.
await owner.call(dossiers.setConfidentiality, { params, input: { confidential: true } })

const choose = (dossiersMet: boolean) => office.call(settings.changeWorkspace, { input: { dossiersMet } })
const colleague = (name: string) => settlement.member({ name, roles: ['practitioner', 'coordinator'] })
const card = (who: Client, of = params) => who.ask(routes.readCard, { params: of })
const askFor = (who: Client, input: { wants: 'share' | 'transfer'; access?: 'read' | 'write'; message?: string }) =>
  who.ask(routes.askOwner, { params, input })
const asked = async (who: Client, input: Parameters<typeof askFor>[1] = { wants: 'share' }) => {
  const { requestId } = await who.call(routes.askOwner, { params, input })
  return { params: { ...params, ownerRequestId: requestId } }
}
/** What a dossier holds is open to whoever owns it, or has a share. */
const opens = async (who: Client) => (await who.ask(documents.listDocuments, { params, input: {} })).status
const mailAbout = (who: { email: string }, subject: string) =>
  settlement.town.mailTo(who.email, (mail) => mail.subject.includes(subject))

describe('meeting a dossier', () => {
  test('D-22: a member who may not open it sees its card, where the organisation says so, and nothing else', async () => {
    const [who, guest] = await Promise.all([
      settlement.member({ name: 'Célimène Kerbrat' }),
      settlement.member({ name: 'Ignace Lavergnas', roles: ['guest'], sheet: guestSheet }),
    ])
    await withOwnClock(stack, async () => {
      expect((await card(who)).status).toBe(404)
      expect((await askFor(who, { wants: 'share' })).status).toBe(404)
      expect((await who.ask(routes.findCard, { input: { number: dossier.number } })).body).toEqual({ items: [] })
    })
    // Whoever else chooses for the organisation meanwhile: it is chosen again.
    await withOwnClock(stack, async () => {
      const [met, found, ofGuest] = await until('dossier that is met', async () => {
        await choose(true)
        const by = { input: { number: dossier.number } }
        const answers = await Promise.all([card(who), who.ask(routes.findCard, by), card(guest)])
        return answers[0].status === 200 && JSON.stringify(answers[1].body) !== '{"items":[]}' ? answers : undefined
      })
      await choose(false)
      expect(met.body).toMatchObject({
        number: dossier.number,
        ownerId: owner.personId,
        ownerName: owner.name,
        label: 'confidential',
      })
      expect(JSON.stringify(met.body)).not.toContain(client.name)
      expect(found.body).toEqual({ items: [met.body] })
      expect(ofGuest.status).toBe(404)
    })
    expect((await who.ask(dossiers.readDossier, { params })).status).toBe(404)
    expect((await card(who, { dossierId: newUuid() })).status).toBe(404)
    expect((await card(administrator)).status).toBe(200)
  })

  test('S-08: whoever may not edit the settings does not choose that dossiers are met', async () => {
    expect(await owner.ask(settings.changeWorkspace, { input: { dossiersMet: true } })).toMatchObject({ status: 403 })
    expect((await office.ask(settings.readWorkspace)).status).toBe(200)
  })
})

describe('asking the owner', () => {
  test('D-22: a share is asked for, granted on the owner’s terms, and opens the dossier on the next request', async () => {
    const who = await colleague('Aurélien Joannis')
    const request = await asked(who, { wants: 'share', message: 'Je reprends la comptabilité.' })
    expect(await askFor(who, { wants: 'transfer' })).toMatchObject({ status: 409, body: { code: 'already-asked' } })
    const mail = await mailAbout(owner, 'On vous demande un dossier')
    expect(mail.text).toContain(`${who.name} vous demande de partager un dossier`)
    expect(mail.text).toContain('> Je reprends la comptabilité.')
    expect(mail.text).not.toContain(client.name)

    const { items } = await owner.call(routes.listOwnerRequests, { params, input: {} })
    expect(items).toMatchObject([{ requestedBy: who.personId, requestedByName: who.name, state: 'pending' }])
    expect((await office.ask(routes.grantOwnerRequest, { ...request, input: {} })).status).toBe(404)
    expect((await who.ask(routes.grantOwnerRequest, { ...request, input: {} })).status).toBe(403)
    expect(await opens(who)).toBe(403)

    const ending = addSeconds(systemClock(), 30 * DAY)
    const granted = await owner.call(routes.grantOwnerRequest, {
      ...request,
      input: { access: 'write', until: ending },
    })
    expect(granted).toMatchObject({ state: 'granted', outcome: { by: owner.personId } })
    expect(await opens(who)).toBe(200)
    expect((await owner.call(shares.listShares, { params, input: {} })).items).toMatchObject([
      { personId: who.personId, access: 'write', until: ending },
    ])
    expect((await askFor(who, { wants: 'transfer' })).status).toBe(403)
  })

  test('D-22: a refusal tells its reason and gives nothing; what was withdrawn is answered no more', async () => {
    const [refused, withdrawn] = await Promise.all([colleague('Sidonie Labrousse'), colleague('Evariste Collomb')])
    const request = await asked(refused)
    await owner.call(routes.refuseOwnerRequest, { ...request, input: { reason: 'Le client ne le souhaite pas.' } })
    const mail = await mailAbout(refused, 'a été refusée')
    expect(mail.text).toContain('> Le client ne le souhaite pas.')
    expect(await refused.call(routes.readOwnerRequest, request)).toMatchObject({ state: 'refused' })
    expect(await opens(refused)).toBe(403)

    const other = await asked(withdrawn)
    await withdrawn.call(routes.withdrawOwnerRequest, other)
    expect(await owner.ask(routes.grantOwnerRequest, { ...other, input: {} })).toMatchObject({ status: 403 })
    expect(await askFor(withdrawn, { wants: 'share' })).toMatchObject({ status: 201 })
  })

  test('D-22, D-11: a transfer that is granted is an offer, and theirs only once they accept it', async () => {
    // Of another client: whoever owns a dossier of one reads its others by their sheet.
    const { clientId } = await office.call(clients.createClient, {
      input: { name: 'Moulin Vauclair', kind: 'company' },
    })
    const own = await office.call(dossiers.createDossier, { input: { clientId, ownerId: owner.personId } })
    const of = { dossierId: own.dossierId }
    const who = await colleague('Violaine Rességuier')
    const { requestId } = await who.call(routes.askOwner, { params: of, input: { wants: 'transfer' } })
    const granted = await owner.call(routes.grantOwnerRequest, {
      params: { ...of, ownerRequestId: requestId },
      input: {},
    })
    const offerId = granted.outcome?.offerId ?? ''
    expect((await owner.call(dossiers.readDossier, { params: of })).ownerId).toBe(owner.personId)
    await who.call(offers.acceptOffer, { params: { ...of, offerId }, input: {} })
    expect((await who.call(dossiers.readDossier, { params: of })).ownerId).toBe(who.personId)
    expect((await owner.ask(dossiers.readDossier, { params: of })).status).toBe(404)
  })

  test('D-22: of a withdrawal and an answer at the same moment one wins, and gives all or nothing', async () => {
    const who = await colleague('Capucine Dreyfond')
    const request = await asked(who)
    await Promise.all([
      who.ask(routes.withdrawOwnerRequest, request),
      owner.ask(routes.grantOwnerRequest, { ...request, input: {} }),
    ])
    const { state } = await who.call(routes.readOwnerRequest, request)
    expect(await opens(who)).toBe(state === 'granted' ? 200 : 403)
    expect(['granted', 'withdrawn']).toContain(state)
  })

  test('D-22: what nobody answers expires by the clock, and both sides are told', async () => {
    const who = await colleague('Josselin Cazaubon')
    await withOwnClock(stack, async () => {
      const request = await asked(who)
      await settlement.town.tickAt(addSeconds(systemClock(), 14 * DAY + 60))
      const { state, outcome } = await who.call(routes.readOwnerRequest, request)
      expect([state, outcome?.by]).toEqual(['expired', null])
      for (const one of [who, owner])
        expect(
          (await settlement.town.mailTo(one.email, ({ text }) => text.includes('a expiré sans réponse'))).text,
        ).toContain(`dossier ${dossier.number}`)
      expect((await askFor(who, { wants: 'share' })).status).toBe(201)
    })
  })
})
