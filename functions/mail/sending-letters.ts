/** The mails of what is sent to the archive: the office is told, and whoever asked (P-09). */
import type { Events } from '../../shared/events.ts'
import { People, type Person } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { readParts } from '../archive-transfers/batches/attempt.ts'
import { SendingBatches } from '../archive-transfers/batches/records.ts'
import { showBatch } from '../archive-transfers/batches/show-batch.ts'
import { failureReasons } from '../archive-transfers/failure-reasons.ts'
import { Transfers } from '../archive-transfers/records.ts'
import { type Document, Documents } from '../documents/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { type Letter, letter, type Sender, titleOf } from './letters.ts'

/** Those of them who are active, each once. */
const active = (people: readonly (Person | undefined)[]): Person[] => {
  const there = people.filter((person) => person !== undefined).filter(({ status }) => status === 'active')
  return [...new Map(there.map((one) => [one.personId, one])).values()]
}

/**
 * The dossier's owner is told what arrived in the archive; when something did not, whoever sent it is told as well (P-09).
 * What is a part of a batch is told by the end of that.
 */
export const tellingTransfer = async (
  { dossierId, transferId, outcome }: Events['transfer-ended'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { transfer, dossier } = await tools.read({
    transfer: perhaps(Transfers, { dossierId, transferId }),
    dossier: perhaps(Dossiers, { dossierId }),
  })
  if (transfer === undefined || dossier === undefined || transfer.batchId !== undefined) return []
  const { owner, asker } = await tools.read({
    owner: perhaps(People, { personId: dossier.ownerId }),
    asker: perhaps(People, { personId: transfer.askedBy }),
  })
  const sent = transfer.documents.filter(({ state }) => state === 'sent')
  const common = { ...sender, dossier: titleOf(dossier) }
  if (outcome === 'sent') {
    // What a confidential document is called is part of it, and mails travel outside (D-09).
    const items = await tools.read(
      Object.fromEntries(sent.map(({ documentId }) => [documentId, perhaps(Documents, { dossierId, documentId })])),
    )
    const isOpen = ({ documentId }: Pick<Document, 'documentId'>): boolean =>
      dossier.confidential !== true && items[documentId] !== undefined && items[documentId].confidential !== true
    const documents = sent.map((one) => ({ name: isOpen(one) ? one.name : null, length: one.length }))
    const by = transfer.automatic === true ? null : (asker?.name ?? '')
    const data = { ...common, by, documents, sentAt: transfer.endedAt ?? tools.now }
    return active([owner]).map((to) => letter(to, 'documents-sent', { ...data, name: to.name }))
  }
  const failed = transfer.documents.filter(({ state }) => state === 'failed')
  const reason = failed[0]?.reason
  return active([owner, asker]).map((to) =>
    letter(to, 'documents-not-sent', {
      ...common,
      name: to.name,
      reason: reason ? failureReasons[reason][to.language] : '',
      sent: sent.length,
      failed: failed.length,
    }),
  )
}

/** Whoever asked for a batch and the dossier's owner are told how many documents arrived, and why the others did not. */
export const tellingBatch = async (
  { dossierId, batchId, by }: Events['sending-batch-ended'],
  sender: Sender,
  { read }: Pick<JobTools, 'read'>,
): Promise<Letter[]> => {
  const { batch, dossier, asker } = await read({
    batch: perhaps(SendingBatches, { dossierId, batchId }),
    dossier: perhaps(Dossiers, { dossierId }),
    asker: perhaps(People, { personId: by }),
  })
  // What is at work again is told when that ends.
  if (batch === undefined || dossier === undefined || batch.endedAt === null) return []
  const { owner } = await read({ owner: perhaps(People, { personId: dossier.ownerId }) })
  const entries = (await readParts(batch, read)).flatMap((part) => part.entries)
  return active([owner, asker]).map((to) => {
    const { counts, notSent } = showBatch(batch, entries, to.language)
    return letter(to, 'sending-batch-ended', {
      ...sender,
      name: to.name,
      by: asker?.name ?? sender.organisation,
      dossier: titleOf(dossier),
      sent: counts.sent,
      notSent: counts.refused + counts.failed,
      reasons: notSent.map(({ reason, documentIds }) => ({ reason: reason.text, documents: documentIds.length })),
    })
  })
}
