import { resource } from '../../shared/contract/resource.ts'
import { FollowUps } from '../../shared/follow-ups.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { AccessRequests } from './records.ts'

/** An access request, with its dossier, what the actor is to it, and what is still to be done about the request. */
export const accessRequest = resource({
  kind: 'access-request',
  known: 'access-request.read',
  load: ({ params: { dossierId = '', requestId = '' }, actorId }) => ({
    request: the(AccessRequests, { dossierId, requestId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
    followUp: perhaps(FollowUps, { dossierId, requestId }),
  }),
})
