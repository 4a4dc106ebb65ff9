import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Document } from '../documents/records.ts'
import type { Dossier } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import type { ApprovalRule } from '../portal/records.ts'
import { Parties } from '../processing/records.ts'
import { whoMayApprove } from '../processing/who-may-approve.ts'

type Checking = Pick<Tools, 'read' | 'now' | 'policy'> & { readonly dossier: Stored<Dossier> }

/** A document that is nobody's, not confidential: what whoever is named is asked about before there is one. */
const someDocument = { createdBy: 'nobody' } as Stored<Document>

/**
 * What is wrong with a rule, if anything: whoever approves is an active person who reaches the dossier, decided by the
 * rules as if they were named on a document of somebody else (P-07); a party is one of the dossier. A person who does not
 * exist is answered like one who may not. Problems: `approver-not-eligible`, `invalid-input`.
 */
export const checkRule = async (
  { approverIds, partyIds = [] }: Pick<ApprovalRule, 'approverIds' | 'partyIds'>,
  { read, now, policy, dossier }: Checking,
): Promise<Problem | undefined> => {
  const { dossierId } = dossier
  const [eligible, parties] = await Promise.all([
    whoMayApprove(approverIds, { read, now, policy, dossier, document: someDocument, authorIds: [] }),
    read(Object.fromEntries(partyIds.map((partyId) => [partyId, perhaps(Parties, { dossierId, partyId })]))),
  ])
  const wrong = (field: string, ids: readonly string[], isRight: (id: string) => boolean) =>
    ids.flatMap((id, at) => (isRight(id) ? [] : [{ pointer: `#/${field}/${at}`, detail: id }]))
  const people = wrong('approverIds', approverIds, (id) => eligible.includes(id))
  if (people.length > 0) return problem('approver-not-eligible', { errors: people })
  const unknown = wrong('partyIds', partyIds, (id) => parties[id] !== undefined)
  return unknown.length > 0 ? problem('invalid-input', { errors: unknown }) : undefined
}
