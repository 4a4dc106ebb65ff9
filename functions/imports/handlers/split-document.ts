import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { create, perhaps, require } from '../../../shared/table/table.ts'
import { Documents, DocumentTexts } from '../../documents/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { notArrangeable } from '../may-arrange.ts'
import { asRanges, missingPages, pagesOf } from '../page-ranges.ts'
import { partName } from '../part-name.ts'
import { type PageArrangement, PageArrangements } from '../records.ts'
import type { routes } from '../routes.ts'
import { showArrangement } from '../show-arrangement.ts'

/**
 * Asks for a document to be split by its pages. How many it has is known for certain once its file is read; what is
 * missing by all that is known now is told at once, the rest when it is done (P-06).
 */
export const splitDocument: Handler<typeof routes.splitDocument> = async (context) => {
  const { actor, document, input, read, now, newId, language } = context
  const stopped = notArrangeable(document, 'split')
  if (stopped !== undefined) return stopped
  const { dossierId, documentId } = document
  const versionId = document.currentVersionId ?? ''
  const { text } = await read({ text: perhaps(DocumentTexts, { documentId, versionId }) })
  const named = [...input.parts.flatMap(({ pages }) => pagesOf(pages)), ...droppedOf(input.droppedPages)]
  const missing = missingPages(named, Math.max(text?.pages ?? 0, ...named))
  if (missing.length > 0) return problem('pages-missing', missingIn(missing))

  const arrangement: PageArrangement = {
    dossierId,
    arrangementId: newId(),
    kind: 'split',
    state: 'asked',
    reason: null,
    pages: null,
    sources: [{ documentId, versionId }],
    parts: input.parts.map(({ pages, name }, at) => ({
      documentId: newId(),
      versionId: newId(),
      name: name ?? partName(document.name, at + 1),
      pages,
    })),
    droppedPages: input.droppedPages ?? null,
    askedBy: actor.personId,
    askedAt: now,
    endedAt: null,
  }
  return {
    view: showArrangement(arrangement, language),
    writes: [create(PageArrangements, arrangement), require(Documents, document)],
    events: [event('pages-asked', { dossierId, arrangementId: arrangement.arrangementId })],
  }
}

const droppedOf = (pages: string | undefined): readonly number[] => (pages === undefined ? [] : pagesOf(pages))

const missingIn = (missing: readonly number[]) => {
  const detail = asRanges(missing)
  return { detail: { en: `Pages ${detail}.`, fr: `Pages ${detail}.` }, errors: [{ pointer: '#/parts', detail }] }
}
