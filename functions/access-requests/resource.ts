import { resource } from '../../shared/contract/resource.ts'
import { FollowUps } from '../../shared/follow-ups.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { Workspaces } from '../settings/records.ts'
import { AccessRequests, RequestProgresses } from './records.ts'

/** A dossier for which somebody asks access, with how long requests wait and how long refusals hold (P-12). */
export const askedDossier = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { dossierId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
    workspace: perhaps(Workspaces, {}),
  }),
})

/** An access request, with its dossier, what the actor is to it, and what is still to be done about the request. */
export const accessRequest = resource({
  kind: 'access-request',
  known: 'access-request.read',
  load: ({ params: { dossierId = '', requestId = '' }, actorId }) => ({
    request: the(AccessRequests, { dossierId, requestId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
    followUp: perhaps(FollowUps, { dossierId, requestId }),
    steps: perhaps(RequestProgresses, { dossierId, requestId }),
  }),
})
