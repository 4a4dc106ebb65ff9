import { expect, test } from 'vitest'
import { remove } from '../../../shared/table/table.ts'
import { asking } from '../../../test/asking.ts'
import { told } from '../../../test/town.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { DossierAccesses } from '../../dossiers/records.ts'

const REQUESTER = 'Full Access of the dossier'
const asked = async () => {
  const town = asking()
  const { requestId } = told(await town.request(REQUESTER))
  return { ...town, requestId: requestId as string }
}

test('P-12: the requester withdraws, with their name and the moment as its end', async () => {
  const town = await asked()
  const answer = await town.withdraw(REQUESTER, town.requestId)
  expect(answer.status).toBe(200)
  expect(told(answer)).toMatchObject({
    state: 'withdrawn',
    outcome: { by: personOf(REQUESTER).personId, at: NOW, profile: null, reason: null },
  })
  expect(town.events().at(-1)).toMatchObject({ type: 'access-request-ended', data: { outcome: 'withdrawn' } })
  expect(town.claims()).toEqual([])
})

test('P-12: what has ended is not withdrawn again, and says so', async () => {
  const town = await asked()
  await town.withdraw(REQUESTER, town.requestId)
  const answer = await town.withdraw(REQUESTER, town.requestId)
  expect([answer.status, told(answer).rule]).toEqual([403, 'access-request.withdraw/never-ended'])
})

test('P-12: whoever only joined, or looks after the dossier, does not withdraw it', async () => {
  const town = await asked()
  await town.request('Administrator of the dossier')
  expect((await town.withdraw('Administrator of the dossier', town.requestId)).status).toBe(403)
  expect((await town.withdraw('responsible', town.requestId)).status).toBe(403)
  expect(town.requests()[0]?.state).toBe('pending')
})

test('D-06: a requester who no longer uses the dossier finds nothing there', async () => {
  const town = await asked()
  const access = town.accesses().find(({ personId }) => personId === personOf(REQUESTER).personId)
  await town.table.commit([remove(DossierAccesses, access as never)])
  expect((await town.withdraw(REQUESTER, town.requestId)).status).toBe(404)
  expect((await town.read(REQUESTER, town.requestId)).status).toBe(404)
})
