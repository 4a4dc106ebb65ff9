import { expect, test } from 'vitest'
import { EmailClaims, People } from '../../../shared/people.ts'
import { create } from '../../../shared/table/table.ts'
import { asking, newUser } from '../../../test/asking.ts'
import { told } from '../../../test/town.ts'
import { NOW, personOf } from '../../../test/world.ts'

const REQUESTER = 'Administrator of the dossier'
const ANOTHER = 'Full Access of the dossier'

test('P-11: any client user asks, and the request waits fourteen days', async () => {
  const town = asking()
  const answer = await town.request('Document Delivery of the dossier')
  expect(answer.status).toBe(201)
  expect(told(answer)).toMatchObject({
    ...newUser,
    requestedBy: personOf('Document Delivery of the dossier').personId,
    state: 'pending',
    askedAt: NOW,
    expiresAt: '2026-03-16T09:00:00.000Z',
    outcome: null,
    progress: { asks: 0, nextAskAt: NOW },
  })
  expect(town.events().map(({ type }) => type)).toEqual(['access-requested'])
})

test('nothing but the request is shown: no token, no claim, no list of who joined', async () => {
  const shown = told(await asking().request(REQUESTER))
  const asked = ['askedAt', 'dossierId', 'email', 'expiresAt', 'language', 'message', 'name', 'profile', 'requestedBy']
  const stands = ['also', 'outcome', 'progress', 'questions', 'refusedBefore', 'requestId', 'state', 'timeline']
  expect(new Set(Object.keys(shown))).toEqual(new Set([...asked, ...stands]))
})

test("the new user's language is the asker's, unless said", async () => {
  const { language: _, ...unsaid } = newUser
  expect(told(await asking().request(REQUESTER, unsaid)).language).toBe(personOf(REQUESTER).language)
  expect(told(await asking().request(REQUESTER, { ...newUser, language: 'en' })).language).toBe('en')
})

test('P-12: a repeat joins the pending request, by the same person or another, however the address is written', async () => {
  const town = asking()
  const first = told(await town.request(REQUESTER))
  const second = told(await town.request(REQUESTER, { ...newUser, email: newUser.email.toUpperCase() }))
  const third = told(await town.request(ANOTHER))
  expect([second.requestId, third.requestId]).toEqual([first.requestId, first.requestId])
  expect(town.requests()).toHaveLength(1)
  expect(town.requests()[0]?.joinedBy).toEqual([personOf(ANOTHER).personId])
  expect((await town.read(ANOTHER, first.requestId)).status).toBe(200)
})

test('P-12: asked twice at the same moment, there is one request', async () => {
  const town = asking()
  const answers = await Promise.all([town.request(REQUESTER), town.request(ANOTHER), town.request(REQUESTER)])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map((answer) => told(answer).requestId)).size).toBe(1)
  expect(town.events().filter(({ type }) => type === 'access-requested')).toHaveLength(1)
})

test('P-12: once a request has ended, the address may be asked for again', async () => {
  const town = asking()
  const first = told(await town.request(REQUESTER))
  await town.withdraw(REQUESTER, first.requestId)
  const second = told(await town.request(REQUESTER))
  expect(second.requestId).not.toBe(first.requestId)
})

test('P-12: a request whose time is over is joined by nobody: it ends, and the new one stands alone', async () => {
  const town = asking()
  await town.request(REQUESTER)
  town.passDays(14)
  await town.request(REQUESTER)
  expect(town.requests().map(({ state }) => state)).toEqual(['expired', 'pending'])
  expect(town.claims()).toHaveLength(1)
})

test('P-11: nobody asks for themself, nor for a user whom the dossier has already', async () => {
  const town = asking()
  for (const persona of [REQUESTER, ANOTHER] as const) {
    const { email } = personOf(persona)
    const answer = await town.request(REQUESTER, { ...newUser, email, profile: 'client-administrator' })
    expect([answer.status, told(answer).code]).toEqual([409, 'already-assigned'])
  }
})

test('P-01: who has another profile elsewhere needs another address, and is told so', async () => {
  const town = asking()
  await town.request(REQUESTER)
  await town.deliver()
  // A user of another dossier: known by the address, without access here.
  const elsewhere = { ...newUser, email: 'person-elsewhere@greffe.example' }
  const person = { ...personOf('Full Access elsewhere'), email: elsewhere.email }
  town.table.put(create(People, person), create(EmailClaims, person))
  expect(told(await town.request(REQUESTER, elsewhere)).code).toBe('profile-differs')
  expect((await town.request(REQUESTER, { ...elsewhere, profile: 'client-full-access' })).status).toBe(201)
})

test("a member's address is taken", async () => {
  const answer = await asking().request(REQUESTER, { ...newUser, email: personOf('stranger').email })
  expect([answer.status, told(answer).code]).toEqual([409, 'email-taken'])
})

test('wrong fields are named, and nothing is kept of them', async () => {
  const town = asking()
  const wrong = { name: '', email: 'no address', profile: 'administrator', message: 'x'.repeat(1001), surplus: true }
  const answer = await town.request(REQUESTER, wrong)
  expect(answer.status).toBe(400)
  expect(
    told(answer)
      .errors.map(({ pointer }: { pointer: string }) => pointer)
      .sort(),
  ).toEqual(['#/email', '#/message', '#/name', '#/profile', '#/surplus'])
  expect(town.requests()).toEqual([])
})
