import { event } from '../../../shared/events.ts'
import { create, require } from '../../../shared/table/table.ts'
import { Documents } from '../../documents/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { notArrangeable } from '../may-arrange.ts'
import { type PageArrangement, PageArrangements } from '../records.ts'
import type { routes } from '../routes.ts'
import { showArrangement } from '../show-arrangement.ts'

/** Asks for documents to be merged, in their order, into one (P-06). */
export const mergeDocuments: Handler<typeof routes.mergeDocuments> = (context) => {
  const { actor, dossier, each, input, now, newId, language } = context
  const documents = each.map(({ document }) => document)
  for (const document of documents) {
    const stopped = notArrangeable(document, 'merge')
    if (stopped !== undefined) return stopped
  }
  const { dossierId } = dossier
  const arrangement: PageArrangement = {
    dossierId,
    arrangementId: newId(),
    kind: 'merge',
    state: 'asked',
    reason: null,
    pages: null,
    sources: documents.map(({ documentId, currentVersionId }) => ({ documentId, versionId: currentVersionId ?? '' })),
    parts: [{ documentId: newId(), versionId: newId(), name: input.name, pages: null }],
    droppedPages: null,
    askedBy: actor.personId,
    askedAt: now,
    endedAt: null,
  }
  return {
    view: showArrangement(arrangement, language),
    writes: [create(PageArrangements, arrangement), ...documents.map((document) => require(Documents, document))],
    events: [event('pages-asked', { dossierId, arrangementId: arrangement.arrangementId })],
  }
}
