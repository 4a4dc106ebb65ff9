import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { asking, newUser } from '../../../test/asking.ts'
import { told } from '../../../test/town.ts'

const three = async () => {
  const town = asking()
  const ids: string[] = []
  for (const [at, persona] of (
    ['Administrator of the dossier', 'Full Access of the dossier', 'Full Access of the dossier'] as const
  ).entries()) {
    ids.push(told(await town.request(persona, { ...newUser, email: `nouvelle-${at}@greffe.example` })).requestId)
  }
  const listed = async (persona: Persona, query?: Record<string, string>) =>
    told(await town.list(persona, query)).items.map(({ requestId }: { requestId: string }) => requestId)
  return { ...town, ids, listed }
}

test('P-12: each sees the requests that they may see, oldest first, and no others', async () => {
  const { ids, listed } = await three()
  expect(await listed('Administrator of the dossier')).toEqual(ids)
  expect(await listed('responsible')).toEqual(ids)
  expect(await listed('Full Access of the dossier')).toEqual(ids.slice(1))
  expect(await listed('Document Delivery of the dossier')).toEqual([])
})

test('D-06: to a stranger the dossier is not there', async () => {
  const { list } = await three()
  expect((await list('stranger')).status).toBe(404)
})

test('pages follow each other without a gap', async () => {
  const { ids, list } = await three()
  const first = told(await list('responsible', { limit: '2' }))
  const second = told(await list('responsible', { limit: '2', cursor: first.cursor }))
  expect([...first.items, ...second.items].map(({ requestId }) => requestId)).toEqual(ids)
  expect(second.cursor).toBeNull()
})

test('P-12: a pending request says how often a verdict was asked for, an ended one how it ended', async () => {
  const town = await three()
  await town.deliver()
  await town.withdraw('Administrator of the dossier', town.ids[0] as string)
  const [ended, pending] = told(await town.list('responsible')).items
  expect(pending).toMatchObject({ state: 'pending', outcome: null, progress: { asks: 1 } })
  expect(ended).toMatchObject({ state: 'withdrawn', outcome: { profile: null, reason: null }, progress: null })
})
