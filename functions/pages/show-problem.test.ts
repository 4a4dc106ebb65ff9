import { expect, test } from 'vitest'
import { asking } from '../../test/asking.ts'
import { showProblem } from './show-problem.ts'

const FORGED = 'B'.repeat(43)

test('P-11: tried more than a few times from one address, links slow down, the right one too', async () => {
  const town = asking()
  await town.request('Administrator of the dossier')
  await town.deliver()
  const token = town.linkOf('responsible')
  for (let time = 0; time < 5; time++) expect((await town.openDecision(FORGED)).status).toBe(404)
  const slowed = await town.openDecision(token)
  expect(slowed.status).toBe(429)
  expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
  expect((await town.openDecision(token, { source: 'elsewhere' })).status).toBe(200)
  town.passDays(1 / 24)
  expect((await town.openDecision(token)).status).toBe(200)
})

test('failures that meet are all counted', async () => {
  const town = asking()
  await Promise.all([1, 2, 3].map(() => town.openDecision(FORGED)))
  const attempts = town.table.everything().filter(({ recordName }) => recordName === 'link-attempts')
  expect(attempts).toMatchObject([{ failures: 3 }])
})

test('P-11: a token of another shape, a form with surplus fields and a forged token are all the same dead page', async () => {
  const town = asking()
  const forged = await town.openDecision(FORGED)
  expect(forged.status).toBe(404)
  expect(await town.openDecision('../../etc')).toEqual(forged)
  expect(await town.decide(FORGED, { surplus: 'yes' })).toEqual(forged)
})

test('a failure of ours says so, with the number that finds it in the logs', async () => {
  const { world } = asking()
  const request = { language: 'en', requestId: 'request-7', source: 'somewhere' } as never
  const { status, headers, body } = await showProblem({ problem: 'internal-error' }, request, world)
  expect(status).toBe(500)
  expect(body).toContain('request-7')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})
