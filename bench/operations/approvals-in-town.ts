/** Approvals and absences in a town, told with the writes that put them into the table. */
import { Absences } from '../../functions/absences/records.ts'
import { ApprovalProgresses } from '../../functions/approvals/records.ts'
import { awaitApproval } from '../../functions/documents/awaited-approvals.ts'
import { type Approval, type Document, Documents } from '../../functions/documents/records.ts'
import type { Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { create, type Write } from '../../shared/table/table.ts'
import type { Town } from './standing-world.ts'

type Waiting = { readonly document: Document; readonly approval: Approval; readonly writes: readonly Write[] }

/** A document that a coordinator put in waits for these, who have been asked. */
export const waiting = (
  town: Town,
  dossier: Parameters<Town['document']>[0],
  approverIds: readonly string[],
): Waiting => {
  const approval: Approval = {
    approvalId: town.newId(),
    ruleId: town.newId(),
    ruleName: 'Tout',
    rulesVersion: 1,
    mode: 'all',
    approverIds,
    verdicts: [],
    begunAt: town.now,
    begunBy: town.coordinator.personId,
    endedAt: null,
  }
  const put = { state: 'to-approve', approval, approvers: approverIds, createdBy: town.coordinator.personId } as const
  const { document } = town.document(dossier, put)
  const { dossierId, documentId } = document
  const { approvalId, begunAt } = approval
  const steps = approverIds.map((personId) => ({ step: 'asked' as const, at: begunAt, personId, for: null }))
  return {
    document,
    approval,
    writes: [
      create(Documents, document),
      ...awaitApproval({ dossierId, documentId, approval }, approverIds, begunAt),
      create(ApprovalProgresses, { dossierId, documentId, approvalId, begunAt, since: begunAt, steps }),
    ],
  }
}

/** That somebody is absent, from so many days from now on, for a month. */
export const absenceOf = ({ now }: Town, { personId }: Person, { personId: deputyId }: Person, inDays = -1): Write =>
  create(Absences, {
    personId,
    deputyId,
    from: addSeconds(now, inDays * DAY),
    until: addSeconds(now, (inDays + 30) * DAY),
    setAt: addSeconds(now, -2 * DAY),
  })
