import { type DomainEvent, event } from '../../shared/events.ts'
import type { Stored } from '../../shared/table/record.ts'
import type { Write } from '../../shared/table/table.ts'
import { awaitApproval } from '../documents/awaited-approvals.ts'
import { type Approval, type Document, moveDocument } from '../documents/records.ts'
import type { ApprovalRule } from '../portal/records.ts'

type Beginning = {
  readonly document: Stored<Document>
  /** The rule that covers it, and the version of the dossier's rules that it stands in. */
  readonly rule: ApprovalRule
  readonly rulesVersion: number
  /** Those of the rule who may approve it now, in the rule's order; at least one. */
  readonly approverIds: readonly string[]
  readonly approvalId: string
  readonly by: string
  readonly at: string
}

type Begun = {
  readonly changes: Pick<Document, 'state' | 'approval' | 'approvers'>
  readonly writes: readonly Write[]
  readonly events: readonly DomainEvent[]
}

/**
 * A document waits for approval: it keeps the rule as it is now, so that a change of rules traps nothing in flight, and
 * everybody named finds it among what they are to approve (P-07).
 */
export const beginApproval = ({ document, rule, rulesVersion, approverIds, approvalId, by, at }: Beginning): Begun => {
  const approval: Approval = {
    approvalId,
    ruleId: rule.ruleId,
    ruleName: rule.name,
    rulesVersion,
    mode: rule.mode,
    approverIds,
    verdicts: [],
    begunAt: at,
    begunBy: by,
    endedAt: null,
  }
  const { dossierId, documentId } = document
  const named = { approval, approvers: approverIds }
  return {
    changes: { state: 'to-approve', ...named },
    writes: [moveDocument(document, 'to-approve', named), ...awaitApproval({ ...document, approval }, approverIds, at)],
    events: [event('approval-begun', { dossierId, documentId, approvalId })],
  }
}
