import { expect, test } from 'vitest'
import { faultsIn, GIVER, offered, RECIPIENT } from '../../../test/offering.ts'
import { routes } from '../routes.ts'

test('D-11: the recipient refuses with a reason, and nothing else has changed', async () => {
  const town = await offered()
  const before = town.dossier()
  const { status, body } = await town.refuse(RECIPIENT, town.offerId, 'Pas de place.')
  expect([status, JSON.parse(body)]).toMatchObject([200, { state: 'refused', outcome: { reason: 'Pas de place.' } }])
  expect([town.dossier(), faultsIn(town)]).toEqual([before, []])
})

test('D-11: there is no refusal without a reason', () => {
  for (const input of [{}, { reason: '' }, { reason: '  ' }, { reason: 'x'.repeat(1001) }])
    expect(routes.refuseOffer.input.safeParse(input).success).toBe(false)
})

test('D-11: nobody refuses for the recipient, and nobody twice', async () => {
  const town = await offered()
  for (const [who, status] of [
    [GIVER, 403],
    ['coordinator', 403],
    ['responsible', 404],
  ] as const)
    expect((await town.refuse(who, town.offerId)).status).toBe(status)
  await town.refuse(RECIPIENT, town.offerId)
  expect((await town.refuse(RECIPIENT, town.offerId)).status).toBe(403)
})
