import { expect, test } from 'vitest'
import type { Workflows } from '../../shared/ports/workflows.ts'
import { update } from '../../shared/table/table.ts'
import { type Sending, sending, transferId } from '../../test/sending.ts'
import { NOW } from '../../test/world.ts'
import { beginAttempt } from './begin-attempt.ts'
import { Transfers } from './records.ts'
import { reviveTransfers } from './revive-transfers.ts'

const later = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString()

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

const asked = (it: Sending) => it.events().filter(({ type }) => type === 'transfer-asked')

test('P-09: a transfer without a running workflow is begun again after a minute, as its next attempt', async () => {
  const it = sending(1)
  expect(await reviveTransfers(it.tools(later(61)), workflowsWith())).toBe(1)
  expect(it.transfer()).toMatchObject({ state: 'sending', attempt: 2, activeAt: later(61) })
  expect(asked(it)).toMatchObject([{ data: { transferId, attempt: 2 } }])
})

test('P-09: one tick after another begins it once a minute, not more', async () => {
  const it = sending(1)
  const ticks = [61, 62, 63].map((seconds) => it.tools(later(seconds)))
  for (const tick of ticks) await reviveTransfers(tick, workflowsWith())
  expect(it.transfer().attempt).toBe(2)
})

test('P-09: two ticks at the same moment begin it once', async () => {
  const it = sending(1)
  const both = [it.tools(later(61)), it.tools(later(61))].map((tick) => reviveTransfers(tick, workflowsWith()))
  expect((await Promise.all(both)).reduce((sum, revived) => sum + revived)).toBe(1)
  expect(it.transfer().attempt).toBe(2)
})

test('P-09: a transfer is left alone while its workflow runs, in its first minute, and once it has ended', async () => {
  const running = sending(1)
  expect(await reviveTransfers(running.tools(later(600)), workflowsWith(`${transferId}-1`))).toBe(0)
  const young = sending(1)
  expect(await reviveTransfers(young.tools(later(59)), workflowsWith())).toBe(0)
  const ended = sending(1)
  await ended.execute()
  expect(await reviveTransfers(ended.tools(later(600)), workflowsWith())).toBe(0)
})

test('P-09: an attempt is started under its own name, with what it needs', async () => {
  const it = sending(1)
  const workflows = workflowsWith()
  const { dossierId } = it.transfer()
  await beginAttempt({ dossierId, transferId, attempt: 1 }, it.tools(), workflows)
  const input = JSON.stringify({ dossierId, transferId, attempt: 1 })
  expect(workflows.started).toEqual([`archive-transfer ${transferId}-1 ${input}`])
})

test('P-09: an attempt that a newer one has overtaken, or whose transfer has ended, is not started', async () => {
  const it = sending(1)
  const workflows = workflowsWith()
  const transfer = it.transfer()
  const { dossierId } = transfer
  await it.tools().act({ action: 'transfer.resume', dossierId, writes: [update(Transfers, transfer, { attempt: 2 })] })
  await beginAttempt({ dossierId, transferId, attempt: 1 }, it.tools(), workflows)
  await it.execute(2)
  await beginAttempt({ dossierId, transferId, attempt: 2 }, it.tools(), workflows)
  expect(workflows.started).toEqual([])
})
