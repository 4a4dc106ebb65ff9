import { event } from '../../../shared/events.ts'
import { problem } from '../../../shared/problems.ts'
import { awaitedOf, stopAwaiting } from '../../documents/awaited-approvals.ts'
import { moveDocument } from '../../documents/records.ts'
import { showDocument } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Takes a document back from those who were to approve it; what they said until then stays on record (P-07). */
export const withdrawSubmission: Handler<typeof routes.withdrawSubmission> = async ({ actor, document, read, now }) => {
  const { dossierId, documentId, state, approval } = document
  if (state !== 'to-approve' || approval === undefined) return problem('not-in-approval')
  const awaited = await read(awaitedOf(document))
  const changes = { approval: { ...approval, endedAt: now }, approvers: undefined }
  const { approvalId } = approval
  return {
    view: showDocument({ ...document, state: 'in-process', approvers: [] }),
    version: document.version + 1,
    writes: [moveDocument(document, 'in-process', changes), ...stopAwaiting(awaited)],
    events: [event('approval-ended', { dossierId, documentId, approvalId, outcome: 'withdrawn', by: actor.personId })],
  }
}
