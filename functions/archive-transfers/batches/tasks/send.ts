import type { Stored } from '../../../../shared/table/record.ts'
import { type Lookup, perhaps, require, update, type Write } from '../../../../shared/table/table.ts'
import { type Document, Documents } from '../../../documents/records.ts'
import { type JobTools, TryAgain } from '../../../kernel/job.ts'
import { settingsAsRead } from '../../../portal/records.ts'
import { newTransfer } from '../../new-transfer.ts'
import { nextAttempt } from '../../next-attempt.ts'
import { type Transfer, Transfers } from '../../records.ts'
import { isCurrent, isOpen, type OfPart } from '../attempt.ts'
import { decideFor, neededToDecide } from '../decide-for.ts'
import { type BatchEntry, type BatchPart, BatchParts, type SendingBatch, SendingBatches } from '../records.ts'

/** How many failed transfers of a part are resumed in one transaction; others have their turn at the next look. */
const MOST_RESUMED = 5
const LONGEST_WAIT_SECONDS = 30

/** `waiting`: a transfer is at work, and is to be looked after again in so many seconds. */
type Looked = OfPart & { readonly outcome: 'settled' | 'waiting' | 'too late'; readonly wait: number }

type Found = {
  readonly document: (documentId: string) => Stored<Document> | undefined
  readonly transfer: (transferId: string | undefined) => Stored<Transfer> | undefined
  readonly decided: ReturnType<typeof decideFor>
}

/** What is to become of a document of a part. */
type Step =
  | { readonly is: 'settled'; readonly entry: BatchEntry }
  | { readonly is: 'at work' }
  | { readonly is: 'to send'; readonly document: Stored<Document> }
  | { readonly is: 'to resume'; readonly document: Stored<Document>; readonly transfer: Stored<Transfer> }

/**
 * Moves one part on, as far as it goes at this moment: what may be sent is, in one transfer; what may not is settled with
 * its reason and holds up nothing; and what a transfer has done with the others is written down. Run again, it finds done
 * what is done: each document is on its way in the transaction that says so here (P-09).
 */
export const send = async (asked: OfPart, tools: JobTools): Promise<Looked> => {
  const { dossierId, batchId, attempt, part: number, looks = 0 } = asked
  const told = { dossierId, batchId, attempt, part: number, looks: looks + 1 }
  const wait = Math.min(2 ** looks, LONGEST_WAIT_SECONDS)
  const { batch, part } = await tools.read({
    batch: perhaps(SendingBatches, { dossierId, batchId }),
    part: perhaps(BatchParts, { batchId, part: number }),
  })
  if (!isCurrent(batch, asked) || part === undefined) return { ...told, outcome: 'too late', wait }
  const open = part.entries.filter((entry) => isOpen(entry, attempt))
  if (open.length === 0) return { ...told, outcome: 'settled', wait }

  const found = await findAll(batch, open, tools)
  const steps = new Map(open.map((entry) => [entry.documentId, stepOf(entry, found, attempt)]))
  const { entries, writes, events } = goOn(batch, part, steps, found, tools)
  if (entries !== part.entries) {
    const committed = await tools.act({
      action: 'document.send',
      dossierId,
      writes: [update(BatchParts, part, { entries }), require(SendingBatches, batch), ...writes],
      events,
    })
    if (committed === 'conflict') throw new TryAgain('A document of the batch changed at the same moment.')
  }
  const isSettled = entries.every((entry) => !isOpen(entry, attempt))
  return { ...told, outcome: isSettled ? 'settled' : 'waiting', wait }
}

const findAll = async (
  { dossierId, by }: SendingBatch,
  open: readonly BatchEntry[],
  { read, now }: JobTools,
): Promise<Found> => {
  const transferIds = new Set(open.flatMap(({ transferId }) => transferId ?? []))
  const found = (await read({
    ...neededToDecide(dossierId, by),
    ...Object.fromEntries([
      ...open.map(({ documentId }): [string, Lookup] => [
        `document ${documentId}`,
        perhaps(Documents, { dossierId, documentId }),
      ]),
      ...[...transferIds].map((transferId): [string, Lookup] => [
        `transfer ${transferId}`,
        perhaps(Transfers, { dossierId, transferId }),
      ]),
    ]),
  })) as Readonly<Record<string, unknown>>
  return {
    document: (documentId) => found[`document ${documentId}`] as Stored<Document> | undefined,
    transfer: (transferId) => found[`transfer ${transferId ?? ''}`] as Stored<Transfer> | undefined,
    decided: decideFor(found, now),
  }
}

const stepOf = (entry: BatchEntry, { document, transfer, decided }: Found, attempt: number): Step => {
  const { documentId } = entry
  const item = document(documentId)
  const its = transfer(entry.transferId)
  const settled = (state: BatchEntry['state'], reason?: BatchEntry['reason']): Step => ({
    is: 'settled',
    entry: { ...entry, state, attempt, ...(reason !== undefined && { reason }) },
  })
  if (its === undefined) {
    const reason = decided.whyNot(item)
    return reason === undefined ? { is: 'to send', document: item as Stored<Document> } : settled('refused', reason)
  }
  if (its.state === 'sending') return { is: 'at work' }
  const { state, reason } = its.documents.find((one) => one.documentId === documentId) ?? {}
  if (state === 'sent') {
    const { reason: _, ...sent } = entry
    return { is: 'settled', entry: { ...sent, state: 'sent', attempt } }
  }
  // Its transfer ended without it in this attempt; an earlier one is resumed, by whoever may send the document by now.
  const failed = settled('failed', reason ?? 'interrupted')
  if (entry.state === 'sending') return failed
  if (item?.state !== 'failed' || item.transferId !== its.transferId) return failed
  const refusal = decided.refusal(item)
  return refusal === undefined ? { is: 'to resume', document: item, transfer: its } : settled('refused', refusal)
}

/** What the steps change: the part's own entries, a new transfer, and the transfers that are resumed. */
const goOn = (
  batch: SendingBatch,
  part: BatchPart,
  steps: ReadonlyMap<string, Step>,
  { decided }: Found,
  { newId, now }: JobTools,
) => {
  const { dossierId, batchId, by } = batch
  const all = [...steps.values()]
  const toSend = all.flatMap((step) => (step.is === 'to send' ? [step.document] : []))
  const transferId = newId()
  const asked = { dossierId, transferId, askedBy: by, askedAt: now, batchId }
  const sent = toSend.length === 0 ? undefined : newTransfer(asked, toSend)
  const resuming = Map.groupBy(
    all.flatMap((step) => (step.is === 'to resume' ? [step] : [])),
    ({ transfer }) => transfer.transferId,
  )
  const turns = [...resuming.values()].slice(0, MOST_RESUMED)
  const resumed = turns.map((those) => {
    const { transfer } = those[0] as (typeof those)[number]
    const again = those.map(({ document }) => ({ documentId: document.documentId, item: document }))
    return nextAttempt(transfer, again, now)
  })
  const onTheirWay = new Map([
    ...toSend.map(({ documentId }): [string, string] => [documentId, transferId]),
    ...turns.flat().map(({ document, transfer }): [string, string] => [document.documentId, transfer.transferId]),
  ])

  const entries = part.entries.map((entry): BatchEntry => {
    const { documentId } = entry
    const step = steps.get(documentId)
    if (step?.is === 'settled') return step.entry
    const its = onTheirWay.get(documentId)
    // A failed transfer that somebody else resumed meanwhile is looked after like one that was resumed here.
    const at = its ?? (step?.is === 'at work' ? entry.transferId : undefined)
    return at === undefined ? entry : { documentId, state: 'sending', transferId: at }
  })
  const writes: Write[] = [
    ...(sent === undefined ? [] : [...sent.writes, settingsAsRead(dossierId, decided.settings)]),
    ...resumed.flatMap((one) => one.writes),
  ]
  const isSame = entries.every((entry, at) => JSON.stringify(entry) === JSON.stringify(part.entries[at]))
  return {
    entries: isSame ? part.entries : entries,
    writes,
    events: [...(sent?.events ?? []), ...resumed.flatMap((one) => one.events)],
  }
}
