import { AdminListGroupsForUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { routes as requests } from '../../functions/access-requests/routes.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { type EmailClaim, EmailClaims, People } from '../../shared/people.ts'
import { askingIn } from './ask-for-access.ts'
import { asOwner, localStack } from './local-stack.ts'
import { takeClock } from './own-clock.ts'
import { fieldOf, openPage, postForm, until } from './people-in-town.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const settled = await settledDossier(settlement)
const { office, practitioner, dossier, params, administrator } = settled
const { request, decide, withdraw, linkTo, stateOf, forgetDeadLinks } = askingIn(settlement, settled)
const { town } = settlement
const DAY = 86_400_000

let letClockGo = () => {}
beforeAll(async () => {
  letClockGo = await takeClock(stack)
}, 130_000)
afterAll(() => letClockGo())
beforeEach(forgetDeadLinks)

const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString()
const personAt = async (email: string) => {
  const { personId } = await settlement.stored<EmailClaim>(EmailClaims, { email })
  return settlement.stored<{ profile: string; status: string; personId: string }>(People, { personId })
}

test('P-11: opening the link decides nothing, however often mail scanners do', async () => {
  const { link, state } = await request('Baudouin Ussel')
  const methods = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? 'GET' : 'HEAD'))
  await Promise.all(methods.map((method) => fetch(link, { method })))
  expect(await state()).toBe('pending')
  expect((await openPage(link)).status).toBe(200)
})

test('P-11: the page shows who asks for what, in the language asked for, and is kept by nobody', async () => {
  const { link, name, email } = await request('Clotilde Vaugelas')
  for (const [language, title, profile] of [
    ['fr', 'Accès complet', 'Clotilde Vaugelas reprend la saisie.'],
    ['en', 'Full Access', 'Clotilde Vaugelas reprend la saisie.'],
  ] as const) {
    const answer = await fetch(link, { headers: { 'accept-language': language } })
    const page = await answer.text()
    expect(page).toContain(`<html lang="${language}">`)
    for (const said of [name, email, administrator.name, 'Atelier Verrières', String(dossier.number), title, profile])
      expect(page).toContain(said)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  }
})

test('P-11: the right link decides once; the new user gets the profile that was given, and its group', async () => {
  const asked = await request('Adélaïde Tournemire', 'client-full-access')
  const { status, page } = await decide(asked.link, { decision: 'approve', profile: 'client-document-delivery' })
  expect(status).toBe(200)
  expect(page).toContain('Adélaïde Tournemire')
  expect(await asked.state()).toBe('approved')
  const { outcome } = await administrator.call(requests.readAccessRequest, {
    params: { ...params, requestId: asked.requestId },
  })
  expect(outcome).toMatchObject({ by: practitioner.personId, profile: 'client-document-delivery' })

  const person = await personAt(asked.email)
  expect(person).toMatchObject({ profile: 'client-document-delivery', status: 'invited' })
  const pool = new CognitoIdentityProviderClient(asOwner(stack))
  const groups = await until('group of the new user', async () => {
    const of = { UserPoolId: stack.outputs.UserPoolId, Username: person.personId }
    const found = await pool.send(new AdminListGroupsForUserCommand(of)).catch(() => undefined)
    return found?.Groups?.length ? found.Groups.map(({ GroupName }) => GroupName) : undefined
  })
  expect(groups).toEqual(['client-document-delivery'])
  await town.mailTo(asked.email, ({ text }) => text.includes('/activations/'))
  await town.mailTo(administrator.email, ({ text }) => text.includes('Adélaïde Tournemire'))
})

test('P-12: when approval and refusal meet, exactly one is the outcome, and what it says is so', async () => {
  for (const name of ['Rosemonde Mazeret', 'Célimène Kerbrat', 'Théodule Ferrandi']) {
    const { link, email, state } = await request(name)
    const { page } = await openPage(link)
    const version = fieldOf(page, 'version')
    const answers = await Promise.all([
      postForm(link, { decision: 'approve', profile: 'client-full-access', reason: '', version }),
      postForm(link, { decision: 'refuse', reason: 'Pas cette année.', version }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const ended = await state()
    expect(ended).toBe(answers[0]?.status === 200 ? 'approved' : 'refused')
    const claims = await settlement.table.load({
      claim: { record: EmailClaims, key: EmailClaims.key({ email }), required: false },
    })
    expect(claims.claim !== undefined).toBe(ended === 'approved')
  }
})

test('P-11: a refusal needs a reason, and the form says so without losing anything', async () => {
  const { link, state } = await request('Philippine Auzoux')
  for (const fields of [
    { decision: 'refuse', reason: '  ' },
    { decision: '' },
    { decision: 'approve', profile: 'administrator' },
  ])
    expect((await decide(link, fields as unknown as Record<string, string>)).status).toBe(422)
  expect(await state()).toBe('pending')
  expect((await decide(link, { decision: 'refuse', reason: 'Pas assez connue.' })).status).toBe(200)
  await town.mailTo(administrator.email, ({ text }) => text.includes('Pas assez connue.'))
})

test('P-12: a decision on what has meanwhile changed is shown again, and decides nothing', async () => {
  const { link, state } = await request('Evariste Collomb')
  const { page } = await openPage(link)
  const configure = (modules: ('archive' | 'figures')[]) =>
    office.call(dossiers.configureDossier, { params, input: { modules } })
  await configure(['figures'])
  const form = { decision: 'approve', profile: 'client-full-access', reason: '', version: fieldOf(page, 'version') }
  expect((await postForm(link, form)).status).toBe(409)
  expect(await state()).toBe('pending')
  await configure(['archive'])
  // It is set up again as it was seen.
  expect((await decide(link, form)).status).toBe(200)
})

test('P-12: what was withdrawn cannot be approved any more', async () => {
  const { link, requestId, email, state } = await request('Capucine Dreyfond')
  const { page } = await openPage(link)
  await withdraw(requestId)
  const form = { decision: 'approve', profile: 'client-full-access', reason: '', version: fieldOf(page, 'version') }
  expect((await postForm(link, form)).status).toBe(404)
  expect(await state()).toBe('withdrawn')
  const { claim } = await settlement.table.load({
    claim: { record: EmailClaims, key: EmailClaims.key({ email }), required: false },
  })
  expect(claim).toBeUndefined()
})

test('P-12: a repeated request for the same address joins the pending one, whoever makes it and however often', async () => {
  const first = await request('Wilhelmine Quérol')
  const colleague = await settlement.clientUser({
    name: 'Ursule Orcival',
    profile: 'client-full-access',
    of: dossier.dossierId,
  })
  const input = { name: 'W. Quérol', email: first.email.toUpperCase(), profile: 'client-full-access' as const }
  const again = await Promise.all(
    [administrator, colleague, colleague].map((who) => who.call(requests.requestAccess, { params, input })),
  )
  expect(again.map(({ requestId }) => requestId)).toEqual([first.requestId, first.requestId, first.requestId])
  expect((await decide(first.link, { decision: 'refuse', reason: 'Déjà trois utilisateurs.' })).status).toBe(200)
  for (const person of [administrator, colleague])
    await town.mailTo(person.email, ({ text }) => text.includes('Déjà trois utilisateurs.'))
})

test("P-11: nobody asks for themself, nor for a user who is one already, nor for a member's address", async () => {
  const ask = async (email: string) => {
    const input = { name: 'Moi-même', email, profile: 'client-administrator' as const }
    const { status, body } = await administrator.ask(requests.requestAccess, { params, input })
    return [status, (body as { code: string }).code]
  }
  expect(await ask(administrator.email)).toEqual([409, 'already-assigned'])
  expect(await ask(practitioner.email)).toEqual([409, 'email-taken'])
})

describe('P-12: silence is never a yes', () => {
  test('after three days a reminder brings a new link beside the old one; once one has served, both are dead', async () => {
    const { link, email, state } = await request('Venance Pradines')
    await town.tickAt(inDays(3.01))
    const reminded = await linkTo(practitioner, email, ({ text }) => !text.includes(link))
    expect(reminded).not.toBe(link)
    expect((await openPage(link)).status).toBe(200)
    expect((await openPage(reminded)).status).toBe(200)
    expect((await decide(reminded, { decision: 'refuse', reason: 'Plus utile.' })).status).toBe(200)
    expect(await state()).toBe('refused')
    expect((await openPage(link)).status).toBe(404)
  })

  test('a tick repeated reminds once', async () => {
    const { email } = await request('Tancrède Nivollet')
    const at = inDays(3.01)
    await Promise.all([town.tickAt(at), town.tickAt(at)])
    await town.tickAt(at)
    const mails = async () =>
      (await stack.mailbox.list()).filter(({ to, text }) => to.includes(practitioner.email) && text.includes(email))
    await until('reminder', async () => ((await mails()).length === 2 ? true : undefined))
    await town.tickAt(at)
    await request('Sidonie Labrousse')
    expect(await mails()).toHaveLength(2)
  })

  test('at its end it expires, who asked is told, and the link is dead', async () => {
    const { requestId, link, name } = await request('Ysoline Rambaud')
    await until('expiry', async () => {
      await town.tickAt(inDays(14.01))
      return (await stateOf(requestId)) === 'expired' ? true : undefined
    })
    await town.mailTo(administrator.email, ({ text }) => text.includes(name))
    expect((await openPage(link)).status).toBe(404)
  })

  test('where the responsible has left, the administrators are asked, each by a link of their own', async () => {
    await settlement.change(practitioner, { status: 'inactive' })
    const email = settlement.address('Anselme Ducros')
    const input = { name: 'Anselme Ducros', email, profile: 'client-full-access' as const }
    const { requestId } = await administrator.call(requests.requestAccess, { params, input })
    const link = await linkTo(office, email)
    expect((await decide(link, { decision: 'approve', profile: 'client-full-access' })).status).toBe(200)
    expect(await stateOf(requestId)).toBe('approved')
    await settlement.change(practitioner, { status: 'active' })
  })
})
