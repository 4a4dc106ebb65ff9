import { expect, test } from 'vitest'
import { asking } from '../../../test/asking.ts'
import { told } from '../../../test/town.ts'

const asked = async () => {
  const town = asking()
  const { requestId } = told(await town.request('Full Access of the dossier'))
  return { ...town, requestId: requestId as string }
}

test('P-12: the requester, the Administrator of the dossier and the office see where it stands', async () => {
  const { read, requestId } = await asked()
  const seers = ['Full Access of the dossier', 'Administrator of the dossier', 'responsible', 'administrator'] as const
  for (const persona of seers) {
    const answer = await read(persona, requestId)
    expect([answer.status, told(answer).state]).toEqual([200, 'pending'])
  }
})

test('D-06: to everybody else a request answers exactly like one that does not exist', async () => {
  const { read, requestId } = await asked()
  const nothing = await read('Document Delivery of the dossier', '019cabcd-0000-7000-8000-ffffffffffff')
  expect(nothing.status).toBe(404)
  expect(await read('Document Delivery of the dossier', requestId)).toEqual(nothing)
  expect(await read('stranger', requestId)).toEqual(nothing)
})

test('P-12: past its time it reads as expired, even before any tick has written that down', async () => {
  const town = await asked()
  town.passDays(14)
  expect(told(await town.read('Full Access of the dossier', town.requestId))).toMatchObject({
    state: 'expired',
    progress: null,
  })
})
