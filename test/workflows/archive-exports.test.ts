// Every call that the workflow of an export makes to the table and to the buckets goes wrong once, in each way.
import { expect, test } from 'vitest'
import { type ArchiveExport, ArchiveExports, exportKey } from '../../functions/archive/records.ts'
import { tasksOf } from '../../functions/archive/tasks/tasks-of.ts'
import { executionOf, exportArchive } from '../../functions/archive/workflow.ts'
import { DossierAccesses } from '../../functions/dossiers/records.ts'
import { Outbox } from '../../shared/events.ts'
import type { Streams } from '../../shared/ports/streams.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { type Archiving, archiving } from '../archiving.ts'
import { accessOf, dossier, sha256Of } from '../one-dossier.ts'
import { runWorkflow } from '../run-workflow.ts'
import { idOf, NOW, personOf } from '../world.ts'
import { breakable, type Fault, faults, Throttled } from './faults.ts'
import { Killed } from './interpret.ts'

const asker = 'Full Access of the dossier'
const ids = { dossierId: dossier.dossierId, personId: personOf(asker).personId, exportId: idOf(8500) }

/** An export of two files that was asked for, in a world whose nth call of the table goes wrong from then on. */
const asked = async () => {
  let broken: ReturnType<typeof breakable> | undefined
  const it = archiving((table) => {
    broken = breakable(table)
    return broken.table
  })
  for (const at of [1, 2]) await it.add(at, { date: '2026-02-01' })
  const file = { expiresAt: null, entries: null, length: null, sha256: null, storedVersionId: null }
  const times = { askedAt: NOW, activeAt: NOW, endedAt: null }
  const period = { from: '2026-01-01', until: '2026-12-31' }
  it.table.put(
    create(DossierAccesses, accessOf(asker)),
    create(ArchiveExports, { ...ids, ...period, state: 'asked', reason: null, attempt: 1, ...times, ...file }),
  )
  return { it, broken: broken as NonNullable<typeof broken> }
}

const execute = (it: Archiving, streams: Streams = it.streams): Promise<unknown> => {
  const tasks = tasksOf(streams)
  const attempt = { ...ids, attempt: 1 }
  return runWorkflow(
    exportArchive.definition((job) => job),
    executionOf(attempt),
    attempt,
    ({ task, input }) => tasks[task as keyof typeof tasks](input as never, it.tools()),
  )
}

const expectMade = async (it: Archiving): Promise<void> => {
  const loaded = await it.table.load({ made: perhaps(ArchiveExports, ids) })
  const made = loaded.made as ArchiveExport | undefined
  expect(made).toMatchObject({ state: 'done', entries: 2 })
  const place = { bucket: 'documents', key: exportKey(ids), versionId: made?.storedVersionId ?? null } as const
  expect(sha256Of(it.store.bytesOf(place) ?? Buffer.alloc(0))).toBe(made?.sha256)
  const told = it.table
    .everything()
    .filter(({ recordName, type }) => recordName === Outbox.name && type === 'archive-export-ended')
  expect(told).toHaveLength(1)
}

/** Runs it with its nth call of the table going wrong; what was cut off is begun again under the same name. */
const runBroken = async (nth: number, fault: Fault): Promise<number> => {
  const { it, broken } = await asked()
  broken.arm(nth, fault)
  const run = () => execute(it).catch((error: unknown) => expect(error).toBeInstanceOf(Killed))
  await run()
  await run()
  await expectMade(it)
  return broken.calls()
}

test.each(faults)('P-10: whichever call of the table is %s, there is one export, told once', async (fault) => {
  const calls = await runBroken(Number.POSITIVE_INFINITY, fault)
  expect(calls).toBeGreaterThan(6)
  for (let nth = 0; nth < calls; nth++) await runBroken(nth, fault)
})

test('P-10: whichever reading or writing of a file fails, there is one export, told once', async () => {
  for (const part of ['read', 'write'] as const)
    for (let nth = 0; nth < (part === 'read' ? 6 : 1); nth++) {
      const { it } = await asked()
      let calls = 0
      const whole = it.streams[part] as (...given: never[]) => Promise<never>
      const streams = {
        ...it.streams,
        [part]: async (...given: never[]) => {
          if (calls++ === nth) throw new Throttled()
          return whole(...given)
        },
      }
      await execute(it, streams)
      await expectMade(it)
    }
})
