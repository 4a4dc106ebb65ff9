import { type DomainEvent, event } from '../../shared/events.ts'
import { type FollowUp, FollowUps } from '../../shared/follow-ups.ts'
import { People, type Person } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, require, update, type Write } from '../../shared/table/table.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { endOffer, type Offer, type OfferClaim, OfferClaims, Offers, stateAt } from './records.ts'

type Opened = {
  readonly offer: Offer
  readonly followUp: FollowUp
  readonly dossier: Stored<Dossier>
  readonly recipient: Stored<Person>
  /** Which offer of the dossier is pending, if one is. */
  readonly claim: Stored<OfferClaim> | undefined
}
type Placed = { readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] }

/**
 * The writes that make an opened offer the pending one of its dossier (D-11, D-14). The caller has looked whether the
 * recipient may be given a dossier. Problem: `offer-pending`.
 */
export const placeOffer = async (
  { offer, followUp, dossier, recipient, claim }: Opened,
  { read, now }: Pick<Tools, 'read' | 'now'>,
): Promise<Placed | Problem> => {
  const { dossierId, offerId, giverId: from, recipientId: to } = offer
  const { earlier } = claim === undefined ? { earlier: undefined } : await read({ earlier: perhaps(Offers, claim) })
  if (earlier !== undefined && stateAt(earlier, now) === 'pending') return problem('offer-pending')
  // One whose time is over and that no tick has ended yet gives its place to the new one.
  const ended =
    earlier?.state === 'pending'
      ? endOffer(earlier, undefined, 'expired', { by: null, at: now, reason: null })
      : { writes: [], events: [] }
  const newClaim = { dossierId, offerId }
  return {
    writes: [
      ...ended.writes,
      create(Offers, offer),
      create(FollowUps, followUp),
      claim === undefined ? create(OfferClaims, newClaim) : update(OfferClaims, claim, newClaim),
      // Whoever moves or closes the dossier at the same moment meets this: no offer is left behind that they did not see.
      update(Dossiers, dossier, {}),
      // Who is deactivated at the same moment is offered nothing.
      require(People, recipient),
    ],
    events: [...ended.events, event('offer-made', { dossierId, offerId, from, to })],
  }
}
