import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { create, perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { problemOfState } from '../in-the-way.ts'
import { makeCurrent } from '../receive-version.ts'
import { type DocumentVersion, DocumentVersions, fileKey } from '../records.ts'
import type { routes } from '../routes.ts'
import { showVersion } from '../show-document.ts'
import { mayMove } from '../states.ts'

/**
 * Makes an earlier version current again: a new version with the same bytes, so that what was before stays in order and
 * can be restored in its turn. The document keeps its mark, and so who sees it (D-21).
 */
export const restoreVersion: Handler<typeof routes.restoreVersion> = async (context) => {
  const { actor, document, params, read, now, newId } = context
  const { dossierId, documentId } = document
  const { earlier } = await read({ earlier: perhaps(DocumentVersions, { documentId, versionId: params.versionId }) })
  if (earlier === undefined) return problem('not-found')
  if (earlier.state !== 'received') return problem('upload-not-complete')
  // What was replaced is taken back first.
  if (document.state === 'replaced' || !mayMove(document.state, 'received'))
    return problem(problemOfState(document.state))

  const { version: _, parts: __, ...received } = earlier
  const versionId = newId()
  const restored: DocumentVersion = {
    ...received,
    versionId,
    restoredFrom: earlier.versionId,
    storedKey: fileKey(earlier),
    createdAt: now,
    createdBy: actor.personId,
    receivedAt: now,
  }
  return {
    view: showVersion(restored),
    writes: [create(DocumentVersions, restored), makeCurrent(document, restored)],
    events: [event('document-received', { dossierId, documentId, versionId })],
  }
}
