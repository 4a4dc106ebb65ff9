import { event } from '../../../shared/events.ts'
import { isActivePractitioner } from '../../../shared/people.ts'
import { addSeconds, DAY } from '../../../shared/ports/clock.ts'
import { problem } from '../../../shared/problems.ts'
import { create, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { isLiveFor } from '../../sharing/records.ts'
import { type OwnerRequest, OwnerRequestClaims, OwnerRequests } from '../records.ts'
import type { routes } from '../routes.ts'

const DAYS_PENDING = 14

/** Asks the owner for a share or a transfer, and for nothing else; one request of a person at a time (D-22). */
export const askOwner: Handler<typeof routes.askOwner> = ({ actor, dossier, share, claim, input, now, newId }) => {
  if (claim !== undefined && claim.expiresAt > now) return problem('already-asked')
  const { dossierId, ownerId } = dossier
  const { wants, message = null } = input
  const access = wants === 'share' ? (input.access ?? 'read') : null
  if (wants === 'transfer' && !isActivePractitioner(actor)) return problem('requester-not-eligible')
  // Whoever may write does not ask at all; a share to read gives nothing to whoever reads by one.
  if (access === 'read' && share !== undefined && isLiveFor(actor, share, now)) return problem('already-shared')

  const personId = actor.personId
  const request: OwnerRequest = {
    dossierId,
    requestId: newId(),
    requestedBy: personId,
    wants,
    access,
    message,
    state: 'pending',
    askedAt: now,
    expiresAt: addSeconds(now, DAYS_PENDING * DAY),
    outcome: null,
  }
  const { requestId, expiresAt } = request
  const pending = { dossierId, personId, requestId, expiresAt }
  return {
    view: request,
    version: 1,
    writes: [
      create(OwnerRequests, request),
      // One whose time is over waits for the clock, which leaves the claim of a later one alone.
      claim === undefined ? create(OwnerRequestClaims, pending) : update(OwnerRequestClaims, claim, pending),
    ],
    events: [event('owner-request-made', { dossierId, requestId, requestedBy: personId, ownerId, wants })],
  }
}
