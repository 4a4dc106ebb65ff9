import type { Stored } from '../../shared/table/record.ts'
import { update, type Write } from '../../shared/table/table.ts'
import { type AccessRequest, AccessRequests } from './records.ts'

/** Somebody asks for what is asked for already: they follow the pending request like whoever made it (P-12). */
export const joinRequest = (
  request: Stored<AccessRequest>,
  personId: string,
): { readonly view: AccessRequest; readonly version: number; readonly writes: readonly Write[] } => {
  if (request.requestedBy === personId || request.joinedBy.includes(personId))
    return { view: request, version: request.version, writes: [] }
  const joinedBy = [...request.joinedBy, personId]
  return { view: request, version: request.version + 1, writes: [update(AccessRequests, request, { joinedBy })] }
}
