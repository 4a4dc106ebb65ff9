import { perhaps } from '../../../shared/table/table.ts'
import type { JobTools } from '../../kernel/job.ts'
import { standingsOf } from '../outcome.ts'
import { Transfers } from '../records.ts'
import type { OfAttempt, OfDocument } from './task-input.ts'

/** What is still to be sent. An attempt that a newer one has taken over from finds nothing to do. */
export const plan = async ({ dossierId, transferId, attempt }: OfAttempt, { read }: JobTools) => {
  const { transfer } = await read({ transfer: perhaps(Transfers, { dossierId, transferId }) })
  const current = transfer !== undefined && transfer.state === 'sending' && transfer.attempt === attempt
  const open = current ? (await standingsOf(read, transfer)).filter(({ state }) => state === 'sending') : []
  const documents: OfDocument[] = open.map(({ documentId, versionId }) => ({
    dossierId,
    transferId,
    attempt,
    documentId,
    versionId,
  }))
  return { dossierId, transferId, attempt, documents }
}
