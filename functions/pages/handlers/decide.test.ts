import { describe, expect, test } from 'vitest'
import { asking, newUser } from '../../../test/asking.ts'
import { hidden } from '../../../test/town.ts'
import { personOf } from '../../../test/world.ts'

const asked = async () => {
  const town = asking()
  await town.request('Administrator of the dossier')
  await town.deliver()
  const token = town.linkOf('responsible')
  const version = hidden(await town.openDecision(token), 'version')
  return { ...town, token, version }
}
const approval = { decision: 'approve', profile: newUser.profile }
const refusal = { decision: 'refuse', reason: 'Inès ne travaille plus ici.' }

describe('a decision', () => {
  test('P-11: approves with another profile than asked, and that is what the new user gets', async () => {
    const town = await asked()
    const form = { decision: 'approve', profile: 'client-document-delivery', version: town.version }
    const { status, body } = await town.decide(town.token, form, { language: 'en' })
    expect(status).toBe(200)
    expect(body).toContain('Access given')
    expect(body).toContain('Document Delivery')
    expect(town.people().find(({ email }) => email === newUser.email)).toMatchObject({
      profile: 'client-document-delivery',
    })
    expect(town.requests()[0]?.outcome).toMatchObject({
      by: personOf('responsible').personId,
      profile: 'client-document-delivery',
    })
  })

  test('P-11: refuses with its reason, and nobody gets anything', async () => {
    const town = await asked()
    const { status } = await town.decide(town.token, { ...refusal, version: town.version })
    expect(status).toBe(200)
    expect(town.requests()[0]).toMatchObject({ state: 'refused', outcome: { reason: refusal.reason, profile: null } })
    expect(town.people().some(({ email }) => email === newUser.email)).toBe(false)
    await town.deliver()
    expect(town.mails.at(-1)?.kind).toBe('access-request-refused')
  })

  test('P-11: a link serves once, whoever sends the form again, and however many at once', async () => {
    const town = await asked()
    const form = { ...approval, version: town.version }
    const answers = await Promise.all([1, 2, 3].map(() => town.decide(town.token, form)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404])
    expect((await town.decide(town.token, form)).status).toBe(404)
    expect(town.accesses()).toHaveLength(4)
  })

  test('B-07: it stands in the audit, by the door of links and under its rule, without the token', async () => {
    const town = await asked()
    await town.decide(town.token, { ...approval, version: town.version })
    const entries = town.table.everything().filter(({ recordName }) => recordName === 'audit-entry')
    const decision = entries.find(({ action }) => action === 'access-request.decide')
    expect(decision).toMatchObject({
      door: 'link',
      actorId: personOf('responsible').personId,
      ruleId: 'access-request.decide/responsible',
    })
    expect(JSON.stringify(entries)).not.toContain(town.token)
  })
})

describe('a form that decides nothing yet', () => {
  test.each([
    ['nothing chosen', {}, 422],
    ['an approval without a profile', { decision: 'approve' }, 422],
    ['a profile that there is not', { decision: 'approve', profile: 'administrator' }, 422],
    ['a refusal without a reason', { decision: 'refuse', reason: ' \r\n ' }, 422],
    ['a reason that is too long', { decision: 'refuse', reason: 'x'.repeat(1001) }, 422],
    ['another version than was seen', { ...approval, version: '999' }, 409],
    ['no version', { ...approval, version: '' }, 409],
  ])('%s: the page comes again, and nothing has changed', async (_, form, status) => {
    const town = await asked()
    const before = town.table.everything()
    const answer = await town.decide(town.token, { version: town.version, ...form })
    expect(answer.status).toBe(status)
    expect(answer.body).toContain('<form')
    expect(town.table.everything()).toEqual(before)
  })

  test('what was typed is not lost', async () => {
    const town = await asked()
    const reason = 'Une première ligne,\net « une seconde » <b>.'
    const { body } = await town.decide(town.token, { reason, version: town.version })
    expect(body).toContain('Une première ligne,\net « une seconde » &lt;b&gt;.')
  })

  test('P-12: a dossier that was set up otherwise meanwhile is shown again before anything is decided', async () => {
    const town = await asked()
    await town.changeDossier({ modules: ['archive', 'figures'] })
    expect((await town.decide(town.token, { ...approval, version: town.version })).status).toBe(409)
    const seen = hidden(await town.openDecision(town.token), 'version')
    expect((await town.decide(town.token, { ...approval, version: seen })).status).toBe(200)
  })
})

test('P-12: content that comes into the dossier meanwhile is nothing that a decision rests on', async () => {
  const town = await asked()
  await town.changeDossier({ contents: { open: 3, confidential: 0 } })
  expect((await town.decide(town.token, { ...approval, version: town.version })).status).toBe(200)
})

test('P-01: whoever has an account already can only be given the profile that they have', async () => {
  const town = await asked()
  const other = personOf('Full Access elsewhere')
  town.addPerson({ ...other, email: newUser.email })
  const page = await town.openDecision(town.token)
  expect(page.body).toContain('value="client-full-access"')
  expect(page.body).not.toContain('value="client-document-processing"')
  expect((await town.decide(town.token, { ...approval, version: town.version })).status).toBe(422)
  const form = { decision: 'approve', profile: 'client-full-access', version: town.version }
  expect((await town.decide(town.token, form)).status).toBe(200)
  expect(town.accesses().some(({ personId }) => personId === other.personId)).toBe(true)
})

type Town = Awaited<ReturnType<typeof asked>>
const deaths: readonly [string, (town: Town) => Promise<unknown>][] = [
  ['withdrawn', (town) => town.withdraw('Administrator of the dossier', town.requests()[0]?.requestId ?? '')],
  ['expired', (town) => town.tick(14)],
  ['no longer responsible', (town) => town.changeDossier({ responsibleId: personOf('stranger').personId })],
  ['no longer active', (town) => town.change('responsible', { status: 'inactive' })],
  ['a closed dossier', (town) => town.changeDossier({ state: 'closed' })],
  ['used, to refuse', (town) => town.decide(town.token, { ...refusal, version: town.version })],
]

test.each(deaths)('P-11: a link that does not serve (%s) is answered like one that never was', async (_, die) => {
  const town = await asked()
  const nothing = await town.decide('A'.repeat(43), { ...approval, version: town.version })
  await die(town)
  const answer = await town.decide(town.token, { ...approval, version: town.version })
  expect(answer).toEqual(nothing)
  expect(answer.status).toBe(404)
  expect(town.accesses()).toHaveLength(3)
})

test('P-11: a link for something else decides nothing, and a decision link activates nobody', async () => {
  const town = await asked()
  await town.decide(town.token, { ...approval, version: town.version })
  await town.request('Administrator of the dossier', { ...newUser, email: 'autre@greffe.example' })
  await town.deliver()
  const activation = town.mails.find(({ kind }) => kind === 'invitation')?.token ?? ''
  expect((await town.openDecision(activation)).status).toBe(404)
  expect((await town.openActivation(town.linkOf('responsible'))).status).toBe(404)
})
