import { labelOf } from '../dossiers/contents.ts'
import type { Dossier } from '../dossiers/records.ts'
import type { OwnerRequestClaim } from './records.ts'

/** A dossier as whoever meets it sees it: neither its client's name nor anything it holds (D-22, D-09). */
export const showCard = (
  dossier: Dossier,
  owner: { readonly name: string } | undefined,
  claim: OwnerRequestClaim | undefined,
  now: string,
) => ({
  dossierId: dossier.dossierId,
  number: dossier.number,
  ownerId: dossier.ownerId,
  ownerName: owner?.name ?? '',
  state: dossier.state,
  label: labelOf(dossier),
  requestId: claim !== undefined && claim.expiresAt > now ? claim.requestId : null,
})
