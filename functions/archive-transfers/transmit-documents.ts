/** Sending without a person, as a dossier's portal settings have it (P-08). */
import { event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import { type Lookup, perhaps } from '../../shared/table/table.ts'
import { type Document, Documents } from '../documents/records.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { type PortalSettings, PortalSettingsOf, settingsAsRead } from '../portal/records.ts'
import { newTransfer } from './new-transfer.ts'
import { MOST_DOCUMENTS } from './records.ts'
import { whyNotSend } from './why-not-send.ts'

/** How often documents are read again where one of them changed at the same moment. */
const TRIES = 4
/** How many documents of a dossier are looked through for one event: what is left is told by another. */
const PAGE = MOST_DOCUMENTS
const PAGES = 10

/**
 * Sends those of the documents that are to be sent without a person, as they are at this moment: a sending for each
 * person who put some of them in, in whose name it goes. What changed meanwhile, or is on its way already, is left alone.
 * @returns how many are on their way.
 */
export const transmitDocuments = async (
  dossierId: string,
  documentIds: readonly string[],
  tools: JobTools,
): Promise<number> => {
  let sent = 0
  for (let run = 1; run <= TRIES; run++) {
    const { settings, documents } = await readDue(dossierId, documentIds, tools)
    let met = false
    for (const together of Map.groupBy(documents, ({ createdBy }) => createdBy).values()) {
      const [{ createdBy }] = together as [Stored<Document>]
      const asked = { dossierId, transferId: tools.newId(), askedBy: createdBy, askedAt: tools.now, automatic: true }
      const { writes, events } = newTransfer(asked, together)
      const unchanged = settingsAsRead(dossierId, settings)
      const committed = await tools.act({
        action: 'document.send',
        dossierId,
        writes: [...writes, unchanged],
        events,
      })
      if (committed === 'done') sent += together.length
      else met = true
    }
    if (!met) return sent
  }
  throw new TryAgain('The documents or the settings of the dossier keep changing.')
}

const readDue = async (dossierId: string, documentIds: readonly string[], { read }: JobTools) => {
  const found = (await read({
    settings: perhaps(PortalSettingsOf, { dossierId }),
    dossier: perhaps(Dossiers, { dossierId }),
    ...Object.fromEntries(
      documentIds.map((documentId): [string, Lookup] => [
        `document ${documentId}`,
        perhaps(Documents, { dossierId, documentId }),
      ]),
    ),
  })) as Readonly<Record<string, unknown>>
  const settings = found.settings as Stored<PortalSettings> | undefined
  const dossier = found.dossier as Stored<Dossier> | undefined
  const documents = documentIds.flatMap((documentId) => {
    const document = found[`document ${documentId}`] as Stored<Document> | undefined
    return document !== undefined && isDue(document, dossier, settings) ? [document] : []
  })
  return { settings, documents }
}

/**
 * Whether a document is sent without a person: approved, or also received where everything is and no rule covers it. What
 * is confidential waits for one of the few who may send it (D-09).
 */
const isDue = (document: Document, dossier: Dossier | undefined, settings: PortalSettings | undefined): boolean => {
  if (settings === undefined || settings.transmission === 'off') return false
  if (dossier?.state !== 'active' || dossier.confidential === true || document.confidential === true) return false
  const isMeant = document.state === 'approved' || (settings.transmission === 'all' && document.state === 'received')
  return isMeant && whyNotSend(document, settings.rules) === undefined
}

/** Sends what waits in a dossier since before it was set to be sent without a person; a large dossier in several goes. */
export const transmitWaiting = async (
  { dossierId, after }: { readonly dossierId: string; readonly after: string | null },
  tools: JobTools,
): Promise<void> => {
  let cursor = after ?? undefined
  for (let page = 1; page <= PAGES; page++) {
    const found = await tools.table.list<Document>(Documents.by.ofDossier, { dossierId }, { limit: PAGE, cursor })
    const waiting = found.items.filter(({ state }) => state === 'approved' || state === 'received')
    if (waiting.length > 0)
      await transmitDocuments(
        dossierId,
        waiting.map(({ documentId }) => documentId),
        tools,
      )
    if (found.cursor === null) return
    cursor = found.cursor
  }
  const goOn = event('transmission-set', { dossierId, after: cursor ?? null })
  await tools.act({ action: 'document.send', dossierId, writes: [], events: [goOn] })
}
