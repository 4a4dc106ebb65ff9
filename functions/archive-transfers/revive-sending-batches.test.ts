import { expect, test } from 'vitest'
import { addSeconds } from '../../shared/ports/clock.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import { batching } from '../../test/batching.ts'
import { NOW } from '../../test/world.ts'
import { beginBatch } from './batches/begin-attempt.ts'
import { executionOf } from './batches/workflow.ts'
import { reviveSendingBatches } from './revive-sending-batches.ts'

const workflowsWith = (...running: readonly string[]): Workflows & { readonly started: string[] } => {
  const started: string[] = []
  return {
    started,
    start: async (workflow, name) => void started.push(`${workflow} ${name}`),
    answer: async () => 'gone',
    isRunning: async (_workflow, name) => running.includes(name),
  }
}
const later = (seconds: number): string => addSeconds(NOW, seconds)

test('P-09: a batch whose execution was lost is begun again after a minute, by whoever asked for it, and once', async () => {
  const it = batching(2)
  expect(await reviveSendingBatches(it.tools(later(59)), workflowsWith())).toBe(0)
  const ticks = [61, 61, 62].map((seconds) => reviveSendingBatches(it.tools(later(seconds)), workflowsWith()))
  expect((await Promise.all(ticks)).reduce((sum, revived) => sum + revived)).toBe(1)
  expect(it.batch()).toMatchObject({ attempt: 2, state: 'asked', by: it.batch().askedBy })
})

test('P-09: a batch is left alone while its workflow runs, and once it has ended', async () => {
  const it = batching(1)
  expect(await reviveSendingBatches(it.tools(later(600)), workflowsWith(executionOf(it.batch())))).toBe(0)
  await it.execute()
  expect(await reviveSendingBatches(it.tools(later(600)), workflowsWith())).toBe(0)
})

test('P-09: an attempt is begun under its own name, and none that a newer one has overtaken', async () => {
  const it = batching(1)
  const workflows = workflowsWith()
  const { dossierId, batchId } = it.batch()
  await beginBatch({ dossierId, batchId, attempt: 1 }, it.tools(), workflows)
  await it.resume()
  await beginBatch({ dossierId, batchId, attempt: 1 }, it.tools(), workflows)
  expect(workflows.started).toEqual([`sending-batch ${batchId}-1`])
})
