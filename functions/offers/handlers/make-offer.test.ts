import { expect, test } from 'vitest'
import { faultsIn, GIVER, offered, offering, RECIPIENT } from '../../../test/offering.ts'
import { told } from '../../../test/town.ts'
import { idOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'

test('D-11: an offer is pending, until its time; nothing of the dossier has changed', async () => {
  const town = offering()
  const { version, ...before } = town.dossier()
  const { status, body } = await town.offer(GIVER, RECIPIENT, { message: 'Je pars en congé.', days: 3 })
  expect(status).toBe(201)
  expect(JSON.parse(body)).toMatchObject({
    state: 'pending',
    message: 'Je pars en congé.',
    offeredAt: '2026-03-02T09:00:00.000Z',
    expiresAt: '2026-03-05T09:00:00.000Z',
    outcome: null,
    timeline: [{ step: 'offered' }],
  })
  // Its version alone moves on: whoever moves or closes it at the same moment must meet the offer.
  expect(town.dossier()).toMatchObject({ ...before, version: version + 1 })
  expect(faultsIn(town)).toEqual([])
})

test('D-11: it waits 14 days unless set, from 1 to 60', () => {
  const parsed = (more: object) => routes.makeOffer.input.safeParse({ recipientId: idOf(1), ...more })
  expect(parsed({}).data).toMatchObject({ days: 14 })
  expect([1, 60].map((days) => parsed({ days }).success)).toEqual([true, true])
  for (const days of [0, 61, -1, 1.5, '3', null]) expect(parsed({ days }).success, String(days)).toBe(false)
})

test.each([
  ['oneself', GIVER],
  ['a guest', 'guest'],
  ['a member who is no practitioner', 'documentation reader'],
  ['nobody that there is', idOf(404)],
])('D-13: a dossier is not offered to %s, and the refusal says why', async (_, to) => {
  const town = offering()
  const { status, body } = await town.offer(GIVER, to)
  expect([status, JSON.parse(body)]).toMatchObject([403, { code: 'refused', source: 'D-13' }])
  expect(town.offers()).toEqual([])
})

test('D-13: nor to somebody who is deactivated', async () => {
  const town = offering()
  await town.change(RECIPIENT, { status: 'inactive' })
  expect(told(await town.offer())).toMatchObject({ code: 'refused', source: 'D-13' })
})

test.each(['closed', 'archived'] as const)('D-11: a %s dossier is not offered', async (state) => {
  const town = offering()
  await town.changeDossier({ state })
  expect((await town.offer()).status).toBe(403)
})

test.each([
  ['coordinator', 403],
  ['documentation reader', 403],
  [RECIPIENT, 404],
] as const)('D-11: the owner alone offers: %s does not', async (who, status) => {
  expect((await offering().offer(who, 'responsible')).status).toBe(status)
})

test('D-14: a dossier with a pending offer cannot be offered again, not even to the same person', async () => {
  const town = await offered()
  for (const to of [RECIPIENT, 'responsible'] as const)
    expect(told(await town.offer(GIVER, to))).toMatchObject({ code: 'offer-pending' })
  expect(town.offers()).toHaveLength(1)
})

test('D-14: of several offers at once one is made', async () => {
  const town = offering()
  const answers = await Promise.all(['responsible', RECIPIENT, RECIPIENT].map((to) => town.offer(GIVER, to)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  expect(faultsIn(town)).toEqual([])
})

test('D-14: an offer and the closing of its dossier at once: no pending offer is left on a closed dossier', async () => {
  const town = offering()
  const closing = town.changeDossier({ state: 'closed' }).catch(() => undefined)
  const [{ status }] = await Promise.all([town.offer(), closing])
  if (town.dossier().state === 'closed') expect([status, town.offers()]).toEqual([expect.any(Number), []])
  else expect(status).toBe(201)
})

test('D-14: one whose time is over and that no tick has ended yet gives its place to the new one, and is told of', async () => {
  const town = await offered()
  town.passDays(14)
  expect((await town.offer(GIVER, 'responsible')).status).toBe(201)
  expect(town.offers().map(({ state }) => state)).toEqual(['expired', 'pending'])
  expect(faultsIn(town)).toEqual([])
  await town.deliver()
  expect(town.mails.filter(({ kind }) => kind === 'offer-ended')).toHaveLength(2)
})
