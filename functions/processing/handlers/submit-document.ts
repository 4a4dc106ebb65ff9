import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { problemOfState } from '../../documents/in-the-way.ts'
import { DocumentVersions, moveDocument } from '../../documents/records.ts'
import { showDocument } from '../../documents/show-document.ts'
import { mayMove } from '../../documents/states.ts'
import type { Handler } from '../../kernel/handler.ts'
import { PortalSettingsOf, ruleCovering, settingsAsRead } from '../../portal/records.ts'
import { beginApproval } from '../begin-approval.ts'
import type { routes } from '../routes.ts'
import { whoMayApprove } from '../who-may-approve.ts'

/**
 * Submits a document. A rule that covers it names who is to approve it; where none does, it is ready to be sent. Either
 * way by the rules as they are at that moment, also where they change at the same time (P-07, P-08).
 */
export const submitDocument: Handler<typeof routes.submitDocument> = async (context) => {
  const { actor, document, read, now, newId } = context
  const { dossierId, documentId, currentVersionId, state } = document
  if (!mayMove(state, 'to-approve') || state === 'to-approve') return problem(problemOfState(state))
  const { settings, current } = await read({
    settings: perhaps(PortalSettingsOf, { dossierId }),
    current: perhaps(DocumentVersions, { documentId, versionId: currentVersionId ?? '' }),
  })
  const rule = ruleCovering(settings?.rules ?? [], document)
  const asRead = settingsAsRead(dossierId, settings)
  const version = document.version + 1
  if (rule === undefined || settings === undefined) {
    const ready = { approval: undefined, approvers: undefined }
    return {
      view: showDocument({ ...document, state: 'approved', approvers: [] }),
      version,
      writes: [moveDocument(document, 'approved', ready), asRead],
      events: [event('document-ready', { dossierId, documentId })],
    }
  }

  const authorIds = [document.createdBy, ...(current === undefined ? [] : [current.createdBy])]
  const approverIds = await whoMayApprove(rule.approverIds, { ...context, authorIds })
  if (approverIds.length === 0) return problem('no-approver')
  const { rulesVersion } = settings
  const of = { document, rule, rulesVersion, approverIds }
  const begun = beginApproval({ ...of, approvalId: newId(), by: actor.personId, at: now })
  return {
    view: showDocument({ ...document, ...begun.changes }),
    version,
    writes: [...begun.writes, asRead],
    events: begun.events,
  }
}
