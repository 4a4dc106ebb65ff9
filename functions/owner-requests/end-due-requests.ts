import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { endRequest, stateAt } from './end-request.ts'
import { type OwnerRequest, OwnerRequestClaims, OwnerRequests } from './records.ts'

const PAGE = 100

/**
 * Ends every request to an owner whose time is over by the tick's own time, and has both sides told (D-22). It could be
 * answered no more from its end on, whenever the tick comes: that is checked each time a request is read.
 * @returns how many expired.
 */
export const endDueRequests = async (tools: JobTools): Promise<number> => {
  const upTo = `${tools.now}~`
  let ended = 0
  let cursor: string | undefined
  do {
    const page = await tools.table.list<OwnerRequest>(OwnerRequests.by.due, {}, { limit: PAGE, cursor, upTo })
    for (const request of page.items) if (await end(request, tools)) ended++
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return ended
}

const end = async (listed: Stored<OwnerRequest>, tools: JobTools): Promise<boolean> => {
  const { dossierId, requestId, requestedBy: personId } = listed
  // An index lags: what it lists is read again, and one that was answered meanwhile needs nothing.
  const { request, claim, dossier } = await tools.read({
    request: perhaps(OwnerRequests, { dossierId, requestId }),
    claim: perhaps(OwnerRequestClaims, { dossierId, personId }),
    dossier: perhaps(Dossiers, { dossierId }),
  })
  if (request === undefined || dossier === undefined) return false
  if (request.state !== 'pending' || stateAt(request, tools.now) !== 'expired') return false
  const outcome = { by: null, at: tools.now, reason: null }
  const { writes, events } = endRequest(request, claim, dossier.ownerId, 'expired', outcome)
  return (await tools.act({ action: 'owner-request.expire', dossierId, writes, events })) === 'done'
}
