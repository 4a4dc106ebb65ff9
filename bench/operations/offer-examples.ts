/** One request of each operation on offers that must succeed in the standing world. */
import { type Dossier, Dossiers } from '../../functions/dossiers/records.ts'
import { OfferClaims, Offers } from '../../functions/offers/records.ts'
import { type LinkPurpose, Links, makeLink } from '../../shared/links.ts'
import { Holdings, introduce, type Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { create, type Write } from '../../shared/table/table.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

/** A page whose items, with what the actor is to each, one BatchGetItem brings. */
const SMALL_PAGE = { limit: 30 }

/** A dossier of its own. */
const another = ({ town, client }: StandingWorld, giver: Person): { dossier: Dossier; before: Write[] } => {
  const dossier = { ...town.dossier(client, 1), ownerId: giver.personId, responsibleId: giver.personId }
  return { dossier, before: [create(Dossiers, dossier)] }
}

/** A dossier that somebody offers to the practitioner, and the practitioner's link to the page to answer on. */
const offered = (world: StandingWorld) => {
  const { town } = world
  const giver = town.member('Philippine Auzoux')
  const { dossier, before } = another(world, giver)
  const { dossierId } = dossier
  const { offer } = town.offer(dossier, giver, town.practitioner, { state: 'pending', outcome: null })
  const { offerId } = offer
  const { token, link } = makeLink({
    purpose: 'offer-answer' satisfies LinkPurpose,
    personId: town.practitioner.personId,
    subject: { dossierId, offerId },
    createdAt: town.now,
    expiresAt: addSeconds(town.now, DAY),
  })
  return {
    token,
    params: { dossierId, offerId },
    before: [
      ...introduce(giver),
      ...before,
      create(Holdings, { personId: giver.personId, dossiers: 1, responsibilities: 1 }),
      create(Offers, offer),
      create(OfferClaims, { dossierId, offerId }),
      create(Links, link),
    ],
  }
}
const answered = (world: StandingWorld, input: Example['input'] = {}): Example => {
  const { params, before } = offered(world)
  return { as: 'practitioner', params, input, before }
}
const byLink = (world: StandingWorld, input?: Example['input']): Example => {
  const { token, before } = offered(world)
  return { as: null, params: { token }, before, ...(input && { input }) }
}

export const offerExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  'makeOffer: of a dossier that is not offered': (world) => {
    const { dossier, before } = another(world, world.town.office)
    const input = { recipientId: world.town.practitioner.personId, message: 'Je pars en congé.' }
    return { as: 'office', params: { dossierId: dossier.dossierId }, input, before }
  },
  'makeOffer: after one that expired': (world) => {
    const { town } = world
    const { dossier, before } = another(world, town.office)
    const { dossierId } = dossier
    const past = { state: 'pending', outcome: null, expiresAt: town.now } as const
    const { offer } = town.offer(dossier, town.office, town.practitioner, past)
    const there = [create(Offers, offer), create(OfferClaims, { dossierId, offerId: offer.offerId })]
    const input = { recipientId: town.practitioner.personId }
    return { as: 'office', params: { dossierId }, input, before: [...before, ...there] }
  },
  'listOffers: received': () => ({ as: 'coordinator', input: { ...SMALL_PAGE, as: 'recipient' } }),
  'listOffers: made': () => ({ as: 'coordinator', input: { ...SMALL_PAGE, as: 'giver' } }),
  listOffersOfDossier: ({ dossier: { dossierId } }) => ({
    as: 'practitioner',
    params: { dossierId },
    input: SMALL_PAGE,
  }),
  readOffer: ({ dossier: { dossierId }, offer: { offerId } }) => ({ as: 'office', params: { dossierId, offerId } }),
  acceptOffer: (world) => answered(world),
  refuseOffer: (world) => answered(world, { reason: 'Plus de place avant janvier.' }),
  withdrawOffer: (world) => ({ ...answered(world), as: 'coordinator' }),
  showOffer: (world) => byLink(world),
  'answerOffer: accept': (world) => byLink(world, { decision: 'accept', reason: '', version: '1' }),
  'answerOffer: refuse': (world) => byLink(world, { decision: 'refuse', reason: 'Plus de place.', version: '1' }),
}
