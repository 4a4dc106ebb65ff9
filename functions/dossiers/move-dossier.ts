/**
 * What changes when dossiers change hands, whoever moves them: the answer to an offer, a hand-over, a coordinator (D-11,
 * D-12, D-13, D-20). The dossier's own item says whose it is, so that a dossier moves in a few writes however much it
 * holds; shares, confidentiality, history and versions stay as they are.
 */
import type { DomainEvent } from '../../shared/events.ts'
import { Holdings, holdMore, People, type Person } from '../../shared/people.ts'
import type { Stored } from '../../shared/table/record.ts'
import { type Lookup, perhaps, remove, require, update, type Write } from '../../shared/table/table.ts'
import { assignFor, type ClientAssignment, ClientAssignments } from '../clients/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { endOffer, type Offer, type OfferClaim, OfferClaims, Offers, stateAt } from '../offers/records.ts'
import { type Share, Shares } from '../sharing/records.ts'
import { type Dossier, Dossiers, type Naming } from './records.ts'

/** A dossier and one of the people it goes to. */
export type Destination = { readonly dossierId: string; readonly to: string }

/** Who owns a dossier from now on, who answers its access requests, or both. */
export type Move = {
  readonly dossierId: string
  readonly ownerId?: string | undefined
  readonly responsibleId?: string | undefined
}

/** The whole of a dossier to a new owner: they answer its access requests, too, where the former owner did (D-13). */
export const wholeTo = ({ dossierId, ownerId, responsibleId }: Dossier, to: string): Move => ({
  dossierId,
  ownerId: to,
  ...(responsibleId === ownerId ? { responsibleId: to } : {}),
})

/** What a move rests on, for one consistent read with whatever else is to be read; see `foundOf`. */
export const neededToMove = (from: string, destinations: readonly Destination[]): Readonly<Record<string, Lookup>> =>
  Object.fromEntries([
    [`holdings ${from}`, perhaps(Holdings, { personId: from })],
    ...destinations.flatMap(({ dossierId, to }) => [
      [`dossier ${dossierId}`, perhaps(Dossiers, { dossierId })] as const,
      [`person ${to}`, perhaps(People, { personId: to })] as const,
      [`holdings ${to}`, perhaps(Holdings, { personId: to })] as const,
      ...[from, to].map((one) => [`share ${dossierId} ${one}`, perhaps(Shares, { dossierId, personId: one })] as const),
      ...[from, to].map(
        (one) =>
          [
            `assignment ${dossierId} ${one}`,
            perhaps(ClientAssignments, { clientId: dossierId, personId: one }),
          ] as const,
      ),
    ]),
  ])

/** What `neededToMove` brought, by what it is. */
export const foundOf = (found: Readonly<Record<string, unknown>>) => ({
  dossier: (dossierId: string) => found[`dossier ${dossierId}`] as Stored<Dossier> | undefined,
  person: (personId: string) => found[`person ${personId}`] as Stored<Person> | undefined,
  holdings: (personId: string) => found[`holdings ${personId}`] as Stored<Holdings> | undefined,
  share: (dossierId: string, of: string) => found[`share ${dossierId} ${of}`] as Stored<Share> | undefined,
  assignment: (dossierId: string, of: string) =>
    found[`assignment ${dossierId} ${of}`] as Stored<ClientAssignment> | undefined,
})
export type Found = ReturnType<typeof foundOf>

/** A pending offer, and the claim that makes it the only one of its dossier. */
export type PendingOffer = { readonly offer: Stored<Offer>; readonly claim: Stored<OfferClaim> }

/** All that a move rests on, and the offers that it ends: one read, and a second one where something is offered. */
export const readToMove = async (
  from: string,
  destinations: readonly Destination[],
  read: Tools['read'],
): Promise<{ readonly found: Found; readonly offers: readonly PendingOffer[] }> => {
  const ids = [...new Set(destinations.map(({ dossierId }) => dossierId))]
  const everything = await read({
    ...neededToMove(from, destinations),
    ...Object.fromEntries(ids.map((dossierId) => [`claim ${dossierId}`, perhaps(OfferClaims, { dossierId })])),
  })
  const claims = ids.flatMap((dossierId) => {
    const claim = everything[`claim ${dossierId}`] as Stored<OfferClaim> | undefined
    return claim === undefined ? [] : [claim]
  })
  return { found: foundOf(everything), offers: await readOffers(claims, read) }
}

/** The offers of these claims. */
export const readOffers = async (
  claims: readonly Stored<OfferClaim>[],
  read: Tools['read'],
): Promise<readonly PendingOffer[]> => {
  if (claims.length === 0) return []
  const found = await read(Object.fromEntries(claims.map((claim) => [claim.offerId, perhaps(Offers, claim)])))
  return claims.flatMap((claim) => {
    const offer = found[claim.offerId]
    return offer === undefined ? [] : [{ offer, claim }]
  })
}

/**
 * Ends the offers of dossiers that go elsewhere, or are closed: they count as withdrawn by whoever does that, unless their
 * time was over, and both sides are told (D-14). An offer that is made at the same moment meets the write of its dossier.
 */
export const withdrawOffers = (
  offers: readonly PendingOffer[],
  { at, by }: Naming,
): { readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] } => {
  const ended = offers.map(({ offer, claim }) =>
    stateAt(offer, at) === 'expired'
      ? endOffer(offer, claim, 'expired', { by: null, at, reason: null })
      : endOffer(offer, claim, 'withdrawn', { by, at, reason: null }),
  )
  return { writes: ended.flatMap(({ writes }) => writes), events: ended.flatMap(({ events }) => events) }
}

/**
 * Every write by which dossiers that `from` holds go to others, each item once: the dossiers, the assignments to their
 * clients, the share of a new owner, and what everybody holds. It fails as a whole when one of the new holders is
 * deactivated, or loses the role, at the same moment. The caller has looked whether each may hold what they are given.
 */
export const moveDossiers = (from: string, moves: readonly Move[], found: Found, named: Naming): readonly Write[] => {
  const newHolders = new Set(moves.flatMap(({ ownerId, responsibleId }) => [ownerId, responsibleId]))
  newHolders.delete(undefined)
  return [
    ...moves.map((move) =>
      update(Dossiers, found.dossier(move.dossierId) as Stored<Dossier>, holdersAfter(move, named)),
    ),
    ...moveAssignments(from, moves, found),
    // An owner is no collaborator of their own dossier; whoever was given a share in the moment in which they became its
    // owner keeps none when they give it away (D-13).
    ...moves.flatMap(({ dossierId, ownerId }) =>
      (ownerId === undefined ? [] : [ownerId, from]).flatMap((one) => {
        const share = found.share(dossierId, one)
        return share === undefined ? [] : [remove(Shares, share)]
      }),
    ),
    holdMore(found.holdings(from), from, {
      dossiers: -moves.filter(({ ownerId }) => ownerId !== undefined).length,
      responsibilities: -moves.filter(({ responsibleId }) => responsibleId !== undefined).length,
    }),
    ...([...newHolders] as string[]).flatMap((to) => [
      holdMore(found.holdings(to), to, {
        dossiers: moves.filter(({ ownerId }) => ownerId === to).length,
        responsibilities: moves.filter(({ responsibleId }) => responsibleId === to).length,
      }),
      require(People, found.person(to) as Stored<Person>),
    ]),
  ]
}

const holdersAfter = ({ ownerId, responsibleId }: Move, named: Naming): Partial<Dossier> => ({
  ...(ownerId === undefined ? {} : { ownerId, ownerNamed: named }),
  ...(responsibleId === undefined ? {} : { responsibleId, responsibleNamed: named }),
})

/** Who owned counts as assigned to the client no more by this dossier, and who owns it now does (S-12). */
const moveAssignments = (from: string, moves: readonly Move[], found: Found): readonly Write[] => {
  const moved = moves.filter(({ ownerId }) => ownerId !== undefined)
  const byClient = Map.groupBy(moved, ({ dossierId }) => found.dossier(dossierId)?.clientId ?? '')
  return [...byClient].flatMap(([clientId, ofClient]) => {
    const gone = ofClient.map(({ dossierId }) => dossierId)
    const people = new Set([from, ...ofClient.map(({ ownerId }) => ownerId as string)])
    return [...people].flatMap((one) => {
      // The same item under each dossier of the client.
      const before = gone.map((dossierId) => found.assignment(dossierId, one)).find((item) => item !== undefined)
      const theirs = ofClient.filter(({ ownerId }) => ownerId === one).map(({ dossierId }) => dossierId)
      const others = (before?.dossierIds ?? []).filter((dossierId) => !gone.includes(dossierId))
      return assignFor(before, { clientId, personId: one }, { dossierIds: [...others, ...theirs] })
    })
  })
}
