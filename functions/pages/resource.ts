import { resource } from '../../shared/contract/resource.ts'
import { FollowUps } from '../../shared/follow-ups.ts'
import { hashOfToken, Links } from '../../shared/links.ts'
import { People } from '../../shared/people.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { Absences } from '../absences/records.ts'
import { AccessRequests } from '../access-requests/records.ts'
import { ClientGroups } from '../client-groups/records.ts'
import { Documents } from '../documents/records.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { OfferClaims, Offers } from '../offers/records.ts'
import { Workspaces } from '../settings/records.ts'

/**
 * A link that decides an access request. Its holder acts; who may not decide may not know that it is one, so that every
 * link that does not serve is answered alike (P-11).
 */
export const decisionLink = resource({
  kind: 'link',
  known: 'access-request.decide',
  load: ({ params: { token = '' } }) => ({ link: the(Links, { tokenHash: hashOfToken(token) }) }),
  follow: ({ link: { personId, subject } }) => {
    const { dossierId = '', requestId = '', for: absentId = personId, clientGroupId = 'none' } = subject
    return {
      person: the(People, { personId }),
      dossier: the(Dossiers, { dossierId }),
      request: the(AccessRequests, { dossierId, requestId }),
      followUp: perhaps(FollowUps, { dossierId, requestId }),
      // Whoever stands in for nobody: their own, by which they are nobody's deputy.
      absence: perhaps(Absences, { personId: absentId }),
      clientGroup: perhaps(ClientGroups, { clientGroupId }),
      workspace: perhaps(Workspaces, {}),
    }
  },
})

/**
 * A link that answers the offer of a dossier. Its holder acts; who may not answer may not know that it is one, so that every
 * link that does not serve is answered alike (D-11).
 */
export const offerLink = resource({
  kind: 'link',
  known: 'offer.answer-by-link',
  load: ({ params: { token = '' } }) => ({ link: the(Links, { tokenHash: hashOfToken(token) }) }),
  follow: ({ link: { personId, subject } }) => {
    const { dossierId = '', offerId = '' } = subject
    return {
      person: the(People, { personId }),
      dossier: the(Dossiers, { dossierId }),
      offer: the(Offers, { dossierId, offerId }),
      claim: perhaps(OfferClaims, { dossierId }),
    }
  },
})

/**
 * A link that approves a document. Its holder acts, for themself or in the place of whoever was absent when it was mailed;
 * who may not approve may not know that it is one, so that every link that does not serve is answered alike (P-07).
 */
export const approvalLink = resource({
  kind: 'link',
  known: 'document.approve-by-link',
  load: ({ params: { token = '' } }) => ({ link: the(Links, { tokenHash: hashOfToken(token) }) }),
  follow: ({ link: { personId, subject } }) => {
    const { dossierId = '', documentId = '', for: absentId = 'nobody' } = subject
    return {
      person: the(People, { personId }),
      dossier: the(Dossiers, { dossierId }),
      document: the(Documents, { dossierId, documentId }),
      access: perhaps(DossierAccesses, { dossierId, personId }),
      absence: perhaps(Absences, { personId: absentId }),
    }
  },
})

/** A link that activates the account of whoever it was mailed to. */
export const activationLink = resource({
  kind: 'link',
  known: 'account.activate',
  load: ({ params: { token = '' } }) => ({ link: the(Links, { tokenHash: hashOfToken(token) }) }),
  follow: ({ link: { personId } }) => ({ person: the(People, { personId }) }),
})
