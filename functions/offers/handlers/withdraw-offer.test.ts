import { expect, test } from 'vitest'
import { faultsIn, GIVER, offered, RECIPIENT } from '../../../test/offering.ts'
import { told } from '../../../test/town.ts'
import { personOf } from '../../../test/world.ts'

test('D-11: the giver withdraws while it is pending, whatever state the dossier is in by then', async () => {
  const town = await offered()
  await town.changeDossier({ state: 'closed' })
  expect(told(await town.withdraw(GIVER, town.offerId))).toMatchObject({
    state: 'withdrawn',
    outcome: { by: personOf(GIVER).personId, reason: null },
  })
  expect(faultsIn(town)).toEqual([])
})

test('D-11: content that comes into the dossier at the same moment does not stand in its way', async () => {
  const town = await offered()
  const [answer] = await Promise.all([
    town.withdraw(GIVER, town.offerId),
    town.changeDossier({ contents: { open: 1, confidential: 0 } }),
  ])
  expect(answer.status).toBe(200)
})

test('D-11: nobody withdraws a decided offer, nor for somebody else', async () => {
  const town = await offered()
  expect((await town.withdraw(RECIPIENT, town.offerId)).status).toBe(403)
  expect((await town.withdraw('responsible', town.offerId)).status).toBe(404)
  await town.accept(RECIPIENT, town.offerId)
  expect((await town.withdraw(GIVER, town.offerId)).status).toBe(403)
  expect(town.offers()[0]).toMatchObject({ state: 'accepted' })
})
