/** Exports of an archive under test: asked for as a request does, and made by the real workflow and tasks, in memory. */
import { unzipSync } from 'fflate'
import { askForExport } from '../functions/archive/handlers/ask-for-export.ts'
import { type ArchiveExport, ArchiveExports, exportKey } from '../functions/archive/records.ts'
import type { OfAttempt } from '../functions/archive/tasks/task-input.ts'
import { tasksOf } from '../functions/archive/tasks/tasks-of.ts'
import { executionOf, exportArchive } from '../functions/archive/workflow.ts'
import { DossierAccesses } from '../functions/dossiers/records.ts'
import { Outbox, type OutboxEntry } from '../shared/events.ts'
import type { Streams } from '../shared/ports/streams.ts'
import type { Persona } from '../shared/rules/cases.ts'
import { fromStored, type Stored } from '../shared/table/record.ts'
import { create, perhaps, type Write } from '../shared/table/table.ts'
import { type Archiving, archiving, customer, supplier } from './archiving.ts'
import { ask, granted } from './ask.ts'
import { accessOf, dossier } from './one-dossier.ts'
import { runWorkflow } from './run-workflow.ts'
import { NOW, personOf } from './world.ts'

export const asker: Persona = 'Full Access of the dossier'
export const own = { ...dossier, ownerId: personOf('owner').personId }
export const period = { from: '2026-01-01', until: '2026-12-31' }

export const world = (): Archiving => {
  const it = archiving()
  it.table.put(create(DossierAccesses, accessOf(asker)))
  return it
}
export const things = (who: Persona, more: object = {}) => ({ dossier: own, access: accessOf(who), ...more })

/** Asks as a request would, and writes down what comes of it. */
export const request = async (it: Archiving, input: object = period, who: Persona = asker): Promise<ArchiveExport> => {
  const outcome = await granted(ask(askForExport, { as: personOf(who), table: it.table, things: things(who), input }))
  const writes = outcome.writes as readonly Write[]
  if ((await it.table.commit(writes)) !== 'done') throw new Error('The export was not asked for.')
  return (writes[0] as Extract<Write, { op: 'create' }>).item as ArchiveExport
}
export const found = async ({ table }: Archiving, of: ArchiveExport): Promise<Stored<ArchiveExport>> =>
  (await table.load({ it: perhaps(ArchiveExports, of) })).it as Stored<ArchiveExport>
export const ended = ({ table }: Archiving) =>
  table
    .everything()
    .filter(({ recordName }) => recordName === Outbox.name)
    .map((stored) => fromStored<OutboxEntry>(stored))
    .filter(({ type }) => type === 'archive-export-ended')

/** Runs one execution of an attempt: the real definition and tasks. */
export const run = (
  it: Archiving,
  { dossierId, exportId, personId, attempt }: OfAttempt,
  {
    streams = it.streams,
    now = NOW,
    before,
  }: { streams?: Streams; now?: string; before?: (task: string) => void } = {},
): Promise<unknown> => {
  const tasks = tasksOf(streams)
  const input = { dossierId, exportId, personId, attempt }
  return runWorkflow(
    exportArchive.definition((job) => job),
    executionOf(input),
    input,
    async ({ task, input: given }) => {
      before?.(task)
      return tasks[task as keyof typeof tasks](given as never, it.tools(now))
    },
  )
}
export const unpacked = (it: Archiving, made: ArchiveExport): Record<string, Buffer> => {
  const bytes = it.store.bytesOf({ bucket: 'documents', key: exportKey(made), versionId: made.storedVersionId })
  return Object.fromEntries(
    Object.entries(unzipSync(bytes ?? Buffer.alloc(0))).map(([path, one]) => [path, Buffer.from(one)]),
  )
}

export const filled = async (): Promise<Archiving> => {
  const it = world()
  const facts = {
    kind: 'purchase',
    partyId: supplier.partyId,
    number: '=1+1',
    amount: { minor: 12_345, currency: 'EUR' },
  } as const
  await it.add(1, { ...facts, date: '2026-01-10' })
  await it.add(2, { ...facts, date: '2026-02-10', name: 'FACTURE-1.pdf' })
  await it.add(3, { kind: 'sale', partyId: customer.partyId, date: '2026-02-11', name: '../../évasion.pdf' })
  await it.add(4, { date: '2025-12-31' })
  await it.add(5, { date: '2026-03-01', confidential: true })
  return it
}
