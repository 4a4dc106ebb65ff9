import { expect, test } from 'vitest'
import { addSeconds } from '../../shared/ports/clock.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import { update } from '../../shared/table/table.ts'
import { bulkTransferId, type Transferring, transferring } from '../../test/bulk-transferring.ts'
import { NOW } from '../../test/world.ts'
import { beginAttempt } from './begin-attempt.ts'
import { nextAttempt } from './next-attempt.ts'
import { BulkTransfers } from './records.ts'
import { reviveBulkTransfers } from './revive-bulk-transfers.ts'

/** Workflows that only remember what was started; none of them runs unless named. */
const workflowsWith = (...running: readonly string[]): Workflows & { readonly started: string[] } => {
  const started: string[] = []
  return {
    started,
    start: async (workflow, name, input) => void started.push(`${workflow} ${name} ${JSON.stringify(input)}`),
    answer: async () => 'gone',
    isRunning: async (_workflow, name) => running.includes(name),
  }
}
const after = (it: Transferring, seconds: number) => ({ ...it.tools(), now: addSeconds(NOW, seconds) })

test('D-12: a transfer whose workflow is lost goes on as its next attempt, once, after a minute', async () => {
  const it = await transferring(1)
  expect(await reviveBulkTransfers(after(it, 59), workflowsWith())).toBe(0)
  expect(await reviveBulkTransfers(after(it, 61), workflowsWith(`${bulkTransferId}-1`))).toBe(0)
  expect(await reviveBulkTransfers(after(it, 61), workflowsWith())).toBe(1)
  expect(await reviveBulkTransfers(after(it, 62), workflowsWith())).toBe(0)
  expect(it.transfer()).toMatchObject({ state: 'planned', attempt: 2 })
  expect(it.events()).toMatchObject([{ type: 'bulk-transfer-asked', data: { bulkTransferId, attempt: 2 } }])
})

test('D-12: a part that outlives its execution, and changes the transfer meanwhile, does not keep it from going on', async () => {
  const it = await transferring(1)
  let changes = 0
  const busy = it.tools((table) => ({
    ...table,
    load: async (lookups) => {
      const found = await table.load(lookups)
      // Whoever read it has read an older version by now, the first two times.
      if (changes++ < 2) await it.write(update(BulkTransfers, it.transfer(), { activeAt: NOW }))
      return found
    },
  }))
  expect(await reviveBulkTransfers({ ...busy, now: addSeconds(NOW, 61) }, workflowsWith())).toBe(1)
  expect(it.transfer()).toMatchObject({ attempt: 2 })
})

test('D-12: a transfer that has ended is not revived', async () => {
  const it = await transferring(1)
  await it.execute()
  expect(await reviveBulkTransfers(after(it, 600), workflowsWith())).toBe(0)
})

test('D-12: an attempt is started under its own name; one that was overtaken is not', async () => {
  const it = await transferring(1)
  const workflows = workflowsWith()
  await beginAttempt({ bulkTransferId, attempt: 1 }, it.tools(), workflows)
  expect(workflows.started).toEqual([
    `bulk-transfer ${bulkTransferId}-1 {"bulkTransferId":"${bulkTransferId}","attempt":1}`,
  ])
  await it.write(...nextAttempt(it.transfer(), NOW).writes)
  await beginAttempt({ bulkTransferId, attempt: 1 }, it.tools(), workflows)
  expect(workflows.started).toHaveLength(1)
})
