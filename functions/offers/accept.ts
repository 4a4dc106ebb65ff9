import type { DomainEvent } from '../../shared/events.ts'
import { endedBefore, isActivePractitioner, type Person } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import type { Write } from '../../shared/table/table.ts'
import { foundOf, moveDossiers, neededToMove, wholeTo } from '../dossiers/move-dossier.ts'
import type { Dossier } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { endOffer, type Offer, type OfferClaim } from './records.ts'

type Accepting = Pick<Tools, 'actor' | 'read' | 'now'> & {
  readonly offer: Stored<Offer>
  readonly claim: Stored<OfferClaim> | undefined
  readonly dossier: Stored<Dossier>
}

type Accepted = {
  readonly writes: readonly Write[]
  readonly events: readonly DomainEvent[]
}

/** The end of an offer that is accepted. */
export const acceptance = ({ personId }: Pick<Person, 'personId'>, now: string) =>
  ({ state: 'accepted', outcome: { by: personId, at: now, reason: null } }) as const

/**
 * What an acceptance writes: the offer ends and the dossier goes to the recipient, content and responsibility together, in
 * one transaction (D-11). Who is no active practitioner at this moment accepts nothing, nor who was deactivated since the
 * offer (D-20). Problems: `recipient-not-eligible`; `conflict` where the giver owns the dossier no more.
 */
export const accept = async ({ actor, offer, claim, dossier, read, now }: Accepting): Promise<Accepted | Problem> => {
  const { dossierId, giverId } = offer
  if (!isActivePractitioner(actor) || endedBefore(actor, offer.offeredAt)) return problem('recipient-not-eligible')
  if (dossier.ownerId !== giverId) return problem('conflict')
  const to = actor.personId
  const needed = foundOf(await read(neededToMove(giverId, [{ dossierId, to }])))
  // What was decided on is what is moved: of the dossier and of the person, as they were loaded.
  const found = { ...needed, dossier: () => dossier, person: () => actor }
  const { state, outcome } = acceptance(actor, now)
  const { writes, events } = endOffer(offer, claim, state, outcome)
  return {
    writes: [...writes, ...moveDossiers(giverId, [wholeTo(dossier, to)], found, { at: now, by: to })],
    events,
  }
}
