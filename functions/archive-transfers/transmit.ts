/** Told that a document came in or is approved, sends it where its dossier has it so, without a person (P-08). */
import type { SQSEvent } from 'aws-lambda'
import type { OutboxEntry } from '../../shared/events.ts'
import { consume } from '../kernel/consume.ts'
import type { JobTools } from '../kernel/job.ts'
import { transmitDocuments, transmitWaiting } from './transmit-documents.ts'

type Named = { readonly dossierId: string; readonly documentId: string }

/** The documents that the events of one delivery name: those of one dossier go together, whichever event comes first. */
const namedIn = ({ Records }: SQSEvent): readonly Named[] =>
  Records.flatMap(({ body }) => {
    const { type, data } = JSON.parse(body) as OutboxEntry
    return type === 'document-ready' || type === 'document-received' ? [data] : []
  })

export const handler = (delivery: SQSEvent) => {
  const named = namedIn(delivery)
  const transmit = async ({ data: { dossierId } }: { data: Named }, tools: JobTools): Promise<void> => {
    const together = named.filter((one) => one.dossierId === dossierId).map(({ documentId }) => documentId)
    await transmitDocuments(dossierId, [...new Set(together)], tools)
  }
  return consume('transmit', {
    'document-ready': transmit,
    'document-received': transmit,
    'transmission-set': ({ data }, tools) => transmitWaiting(data, tools),
    // While it was not active nothing was sent.
    'dossier-state-changed': async ({ data: { dossierId, state } }, tools) => {
      if (state === 'active') await transmitWaiting({ dossierId, after: null }, tools)
    },
  })(delivery)
}
