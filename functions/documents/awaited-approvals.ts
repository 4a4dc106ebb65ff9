/** Who has still to approve which document: items that agree with the documents' `approvers`, in the same transaction. */
import type { Stored } from '../../shared/table/record.ts'
import { create, type Lookup, perhaps, remove, type Write } from '../../shared/table/table.ts'
import { type AwaitedApproval, AwaitedApprovals, type Document } from './records.ts'

type Awaited = Pick<Document, 'dossierId' | 'documentId'> & { readonly approval: { readonly approvalId: string } }

/** That these have to approve a document; to be committed together with what sets its `approvers` to them. */
export const awaitApproval = (
  { dossierId, documentId, approval: { approvalId } }: Awaited,
  approverIds: readonly string[],
  since: string,
): readonly Write[] =>
  approverIds.map((personId) => create(AwaitedApprovals, { personId, dossierId, documentId, approvalId, since }))

/** Where it stands that the `approvers` of a document have to approve it, by their ids. */
export const awaitedOf = ({
  documentId,
  approvers = [],
}: Pick<Document, 'documentId' | 'approvers'>): Readonly<Record<string, Lookup<AwaitedApproval, false>>> =>
  Object.fromEntries(approvers.map((personId) => [personId, perhaps(AwaitedApprovals, { personId, documentId })]))

/**
 * That these have to approve a document no longer: what was read by `awaitedOf`, or some of it, where others go on; to be
 * committed together with what takes them from its `approvers`.
 */
export const stopAwaiting = (
  found: Readonly<Record<string, Stored<AwaitedApproval> | undefined>>,
  approverIds: readonly string[] = Object.keys(found),
): readonly Write[] =>
  approverIds.flatMap((personId) => {
    const awaited = found[personId]
    return awaited === undefined ? [] : [remove(AwaitedApprovals, awaited)]
  })
