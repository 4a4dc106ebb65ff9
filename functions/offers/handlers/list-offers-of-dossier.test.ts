import { expect, test } from 'vitest'
import { GIVER, offered, RECIPIENT } from '../../../test/offering.ts'
import { told } from '../../../test/town.ts'

test('D-15: the owner and coordinators list the offers of a dossier; who knows of it and has no part in them, none', async () => {
  const town = await offered()
  await town.withdraw(GIVER, town.offerId)
  await town.offer(GIVER, 'responsible')
  for (const who of [GIVER, 'coordinator'] as const) {
    const { items } = told(await town.listOfDossier(who))
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['pending', 'withdrawn'])
  }
  expect(told(await town.listOfDossier('documentation reader'))).toEqual({ items: [], cursor: null })
})

test('C-05: to whom the dossier is hidden, its offers are, also one to them: they find it among theirs', async () => {
  const town = await offered()
  expect((await town.listOfDossier(RECIPIENT)).status).toBe(404)
  expect(told(await town.list(RECIPIENT, { as: 'recipient' })).items).toHaveLength(1)
})

test('D-13: the new owner sees by which offer the dossier came to them', async () => {
  const town = await offered()
  await town.accept(RECIPIENT, town.offerId)
  expect(told(await town.listOfDossier(RECIPIENT)).items).toMatchObject([{ state: 'accepted' }])
})
