import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { perhaps, require } from '../../../shared/table/table.ts'
import { placedIn } from '../../dossiers/audience.ts'
import { Dossiers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { recordCopy } from '../../notes/record-copy.ts'
import { problemOfState } from '../in-the-way.ts'
import { newDocument } from '../new-document.ts'
import { Documents, type DocumentVersion, DocumentVersions, fileKey } from '../records.ts'
import type { routes } from '../routes.ts'
import { showDocument } from '../show-document.ts'

/**
 * Copies the current version of a document into another dossier; whoever sees it there sees it here (D-21). The copy
 * names the very bytes that were received here: they never change, and so cannot differ.
 */
export const copyDocument: Handler<typeof routes.copyDocument> = async (context) => {
  const { actor, dossier, document, each, read, now, newId } = context
  const [to] = each
  if (to === undefined || to.dossier.dossierId === dossier.dossierId) return problem('already-there')
  const { documentId, currentVersionId, state } = document
  if (state === 'replaced') return problem(problemOfState(state))
  if (currentVersionId === null) return problem('upload-not-complete')
  const { current } = await read({ current: perhaps(DocumentVersions, { documentId, versionId: currentVersionId }) })
  if (current === undefined) return problem('upload-not-complete')

  const ids = { dossierId: to.dossier.dossierId, documentId: newId(), versionId: newId() }
  const { version: _, parts: __, restoredFrom: ___, ...file } = current
  const storedKey = fileKey(current)
  const by = { createdAt: now, createdBy: actor.personId, receivedAt: now }
  const version: DocumentVersion = { ...file, ...ids, ...by, storedKey }
  const confidential = placedIn(to.dossier, { dossier, item: document }).item.confidential === true
  const isConfidential = dossier.confidential === true || document.confidential === true
  const copied = newDocument(to.dossier, version, { confidential, current: true })
  const sides = {
    from: { dossierId: dossier.dossierId, itemId: documentId, itemVersion: currentVersionId },
    to: { dossierId: ids.dossierId, itemId: ids.documentId, itemVersion: ids.versionId },
  }
  return {
    view: showDocument(copied.document),
    version: 1,
    // What closes the document, or its dossier, at the same moment is not left behind.
    writes: [
      ...copied.writes,
      require(Documents, document),
      require(Dossiers, dossier),
      ...recordCopy('document', 'copied', sides, context),
    ],
    events: [event('document-received', ids)],
    revealed: isConfidential ? [{ kind: 'document', id: documentId }] : [],
  }
}
