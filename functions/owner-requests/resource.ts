import { resource } from '../../shared/contract/resource.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { Workspaces } from '../settings/records.ts'
import { OwnerRequestClaims, OwnerRequests } from './records.ts'

/** A dossier as one meets it: what the actor is to it, whether dossiers are met at all, and what they asked for already. */
export const card = resource({
  kind: 'dossier',
  known: 'dossier.meet',
  load: ({ params: { dossierId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
    workspace: perhaps(Workspaces, {}),
    claim: perhaps(OwnerRequestClaims, { dossierId, personId: actorId }),
  }),
})

/** A request to the owner of a dossier. */
export const ownerRequest = resource({
  kind: 'owner-request',
  known: 'owner-request.read',
  load: ({ params: { dossierId = '', ownerRequestId = '' }, actorId }) => ({
    request: the(OwnerRequests, { dossierId, requestId: ownerRequestId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
