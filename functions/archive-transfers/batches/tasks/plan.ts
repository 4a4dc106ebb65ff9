import type { Stored } from '../../../../shared/table/record.ts'
import { create, perhaps, update } from '../../../../shared/table/table.ts'
import { type Document, Documents } from '../../../documents/records.ts'
import { type JobTools, TryAgain } from '../../../kernel/job.ts'
import { isCurrent, isOpen, type OfBatch, type OfPart, readParts } from '../attempt.ts'
import { decideFor, neededToDecide } from '../decide-for.ts'
import { BatchParts, MOST_IN_A_BATCH, partsOf, type SendingBatch, SendingBatches } from '../records.ts'

const PAGE = 500

/** Finds what is to be sent where it was not named, once, and says which parts have something left to do. */
export const plan = async (
  asked: OfBatch,
  tools: JobTools,
): Promise<OfBatch & { readonly parts: readonly OfPart[] }> => {
  const { dossierId, batchId, attempt } = asked
  const { batch } = await tools.read({ batch: perhaps(SendingBatches, { dossierId, batchId }) })
  const ids = { dossierId, batchId, attempt }
  if (!isCurrent(batch, asked)) return { ...ids, parts: [] }
  if (batch.state === 'asked') await begin(batch, tools)

  const { begun } = await tools.read({ begun: perhaps(SendingBatches, { dossierId, batchId }) })
  if (!isCurrent(begun, asked)) return { ...ids, parts: [] }
  const parts = await readParts(begun, tools.read)
  const open = parts.filter(({ entries }) => entries.some((entry) => isOpen(entry, attempt)))
  return { ...ids, parts: open.map(({ part }) => ({ ...ids, part })) }
}

const begin = async (batch: Stored<SendingBatch>, tools: JobTools): Promise<void> => {
  const found = batch.isPlanned ? undefined : await findDocuments(batch, tools)
  const changes = found && {
    documents: Math.min(found.length, MOST_IN_A_BATCH),
    isPlanned: true,
    leavesMore: found.length > MOST_IN_A_BATCH,
  }
  const committed = await tools.act({
    action: 'document.send',
    dossierId: batch.dossierId,
    writes: [
      update(SendingBatches, batch, { state: 'running', ...changes }),
      ...partsOf(batch, found?.slice(0, MOST_IN_A_BATCH) ?? []).map((part) => create(BatchParts, part)),
    ],
  })
  if (committed === 'conflict') throw new TryAgain('The batch changed while it was being planned.')
}

/** What whoever asked may send at this moment, in the order it came in; one more than a batch takes tells that there is more. */
const findDocuments = async (
  { dossierId, by, scope }: SendingBatch,
  { table, read, now }: JobTools,
): Promise<readonly string[]> => {
  const { whyNot } = decideFor(await read(neededToDecide(dossierId, by)), now)
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await table.list<Document>(Documents.by.ofDossier, { dossierId }, { limit: PAGE, cursor })
    const meant = page.items.filter(({ state }) => scope === 'ready' || state === 'approved')
    found.push(...meant.filter((document) => whyNot(document) === undefined).map(({ documentId }) => documentId))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && found.length <= MOST_IN_A_BATCH)
  return found
}
