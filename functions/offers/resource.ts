import { resource } from '../../shared/contract/resource.ts'
import { FollowUps } from '../../shared/follow-ups.ts'
import { People } from '../../shared/people.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { OfferClaims, OfferProgresses, Offers } from './records.ts'

/** A dossier that may be offered, with the offer that is pending, if one is. */
export const offeredDossier = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { dossierId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
    claim: perhaps(OfferClaims, { dossierId }),
  }),
})

/**
 * Somebody to whom a dossier may be offered. They need not exist, so that nobody but who offers it learns from an answer
 * whether they do.
 */
export const recipient = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { dossierId = '', recipientId = '' }, actorId }) => ({
    grantee: perhaps(People, { personId: recipientId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})

/** An offer with its dossier, which whoever sees the offer need not be able to read. */
export const offer = resource({
  kind: 'offer',
  known: 'offer.read',
  load: ({ params: { dossierId = '', offerId = '' }, actorId }) => ({
    offer: the(Offers, { dossierId, offerId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
    claim: perhaps(OfferClaims, { dossierId }),
    progress: perhaps(OfferProgresses, { dossierId, offerId }),
    waiting: perhaps(FollowUps, { dossierId, requestId: offerId }),
  }),
})
