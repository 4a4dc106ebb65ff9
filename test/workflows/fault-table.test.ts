import { expect, test } from 'vitest'
import { faultKinds, faultTable, totalOf } from './fault-table.ts'

test('P-09: whatever goes wrong at whichever step, no document is lost, doubled or in two states, and none fails without its reason', async () => {
  const cells = await faultTable()
  expect(cells.filter(({ lost }) => lost > 0)).toEqual([])
  for (const { injected, documents, recovered, resumed } of cells) {
    expect(injected).toBeGreaterThan(0)
    expect(recovered + resumed).toBe(documents)
  }
  const steps = Map.groupBy(cells, ({ workflow, step }) => `${workflow} ${step}`)
  const everywhere = faultKinds.filter((kind) => kind !== 'S3 error' && kind !== 'checksum mismatch')
  const withFiles = ['archive-transfer copy', 'archive-transfer verify']
  expect([...steps.keys()]).toEqual([
    'archive-transfer plan',
    ...withFiles,
    ...['record', 'record-failure', 'finish'].map((step) => `archive-transfer ${step}`),
    ...['plan', 'send', 'finish'].map((step) => `sending-batch ${step}`),
  ])
  for (const [step, those] of steps)
    expect([step, those.map(({ fault }) => fault)]).toEqual([
      step,
      withFiles.includes(step) ? [...faultKinds] : everywhere,
    ])
  expect(totalOf(cells).injected).toBeGreaterThan(400)
}, 120_000)
