import { expect, test } from 'vitest'
import { AUTHOR, FIRST, OWNER, submitted, THIRD } from '../../../test/approving.ts'
import { personOf } from '../../../test/world.ts'

const linked = async (...asked: Parameters<typeof submitted>) => {
  const town = await submitted(...asked)
  return { ...town, token: town.linkOf(FIRST) }
}

test('P-07, B-16: shows who put in what, what was said of it and by which rule, never its content', async () => {
  const town = await linked([FIRST, THIRD])
  const { status, headers, body } = await town.open(town.token, { language: 'en' })
  expect([status, headers['content-security-policy']]).toEqual([200, expect.stringContaining("default-src 'none'")])
  for (const text of ['facture-0187.pdf', personOf(AUTHOR).name, '€1,500.00', 'purchase', 'Purchases of 1,000 €'])
    expect(body).toContain(text)
})

test('P-07: opening it changes nothing at all, however often mail scanners do', async () => {
  const town = await linked([FIRST])
  const before = town.table.everything()
  for (let time = 0; time < 3; time++) expect((await town.open(town.token)).status).toBe(200)
  expect(town.table.everything()).toEqual(before)
})

test('D-09: of what became confidential nothing is shown, and a client user finds a dead link', async () => {
  const town = await linked([FIRST, OWNER], 'all')
  await town.changeDocument({ confidential: true })
  expect((await town.open(town.token)).status).toBe(404)
  const { status, body } = await town.open(town.linkOf(OWNER))
  expect([status, body.includes('facture-0187'), body.includes('confidentiel')]).toEqual([200, false, true])
})
