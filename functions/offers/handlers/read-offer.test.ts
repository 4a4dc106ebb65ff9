import { expect, test } from 'vitest'
import { dossier, GIVER, offered, RECIPIENT } from '../../../test/offering.ts'
import { told } from '../../../test/town.ts'
import { idOf, personOf } from '../../../test/world.ts'

test('D-11: the recipient sees enough to decide, of a dossier they may not read: number, client, counts, message', async () => {
  const town = await offered(undefined, { message: 'Je pars en congé.' })
  await town.changeDossier({ contents: { open: 5, confidential: 2 } })
  const { status, body } = await town.read(RECIPIENT, town.offerId)
  expect(status).toBe(200)
  expect(JSON.parse(body)).toMatchObject({
    giver: { personId: personOf(GIVER).personId, name: personOf(GIVER).name },
    recipient: { name: personOf(RECIPIENT).name },
    dossier: { number: dossier.number, clientName: dossier.clientName, label: 'partially-confidential' },
    counts: { items: 7, shares: 0 },
    message: 'Je pars en congé.',
    progress: { asks: 1, nextAskAt: '2026-03-05T09:00:00.000Z' },
  })
})

test.each([
  ['as a whole', { confidential: true }],
  ['because all of it is marked', { contents: { open: 0, confidential: 2 } }],
])('D-09: of a dossier that is confidential %s the client is not named, to nobody', async (_, confidential) => {
  const town = await offered()
  await town.changeDossier(confidential)
  for (const reader of [RECIPIENT, GIVER, 'coordinator'] as const) {
    const answer = await town.read(reader, town.offerId)
    expect(told(answer).dossier).toMatchObject({ number: dossier.number, clientName: null, label: 'confidential' })
    expect(answer.body).not.toContain(dossier.clientName)
  }
})

test('D-11: once it has ended, who may not read the dossier sees nothing of it any more but its number', async () => {
  const town = await offered()
  await town.refuse(RECIPIENT, town.offerId)
  expect(told(await town.read(RECIPIENT, town.offerId))).toMatchObject({
    state: 'refused',
    dossier: { number: dossier.number, clientName: null, label: null },
    counts: null,
    progress: null,
  })
  expect(told(await town.read(GIVER, town.offerId))).toMatchObject({ dossier: { clientName: dossier.clientName } })
})

test('C-05: for everybody else it is not there, as if there were none', async () => {
  const town = await offered()
  const nothing = await town.read('responsible', idOf(404))
  for (const who of ['responsible', 'documentation reader', 'guest'] as const)
    expect(await town.read(who, town.offerId)).toEqual(nothing)
  expect(nothing.status).toBe(404)
})

test('D-11: past its time it reads as expired, before anybody has written that down', async () => {
  const town = await offered()
  town.passDays(14)
  expect(told(await town.read(GIVER, town.offerId))).toMatchObject({
    state: 'expired',
    timeline: [{ step: 'offered' }, { step: 'asked' }, { step: 'expired', at: '2026-03-16T09:00:00.000Z' }],
  })
})
