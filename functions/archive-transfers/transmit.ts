/** Told that a document came in or is approved, sends it where its dossier has it so, without a person (P-08). */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { OutboxEntry } from '../../shared/events.ts'
import { consume } from '../kernel/consume.ts'
import type { JobTools } from '../kernel/job.ts'
import type { Outside } from '../kernel/line.ts'
import { transmitDocuments, transmitWaiting } from './transmit-documents.ts'

type Named = { readonly dossierId: string; readonly documentId: string }

/** The documents that the events of one delivery name: those of one dossier go together, whichever event comes first. */
const namedIn = ({ Records }: SQSEvent): readonly Named[] =>
  Records.flatMap(({ body }) => {
    const { type, data } = JSON.parse(body) as OutboxEntry
    return type === 'document-ready' || type === 'document-received' ? [data] : []
  })

export const transmitting =
  (options?: { readonly world: () => Outside }) =>
  (delivery: SQSEvent): Promise<SQSBatchResponse> => {
    const named = namedIn(delivery)
    const transmit = async ({ data: { dossierId } }: { data: Named }, tools: JobTools): Promise<void> => {
      const together = named.filter((one) => one.dossierId === dossierId).map(({ documentId }) => documentId)
      await transmitDocuments(dossierId, [...new Set(together)], tools)
    }
    const consumers = {
      'document-ready': transmit,
      'document-received': transmit,
      'transmission-set': ({ data }: { data: Parameters<typeof transmitWaiting>[0] }, tools: JobTools) =>
        transmitWaiting(data, tools),
      // While it was not active nothing was sent.
      'dossier-state-changed': async (
        { data: { dossierId, state } }: { data: { dossierId: string; state: string } },
        tools: JobTools,
      ) => {
        if (state === 'active') await transmitWaiting({ dossierId, after: null }, tools)
      },
    }
    return consume('transmit', consumers, options)(delivery)
  }

export const handler = transmitting()
