import { Holdings } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { create, perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { mayStillJoin } from '../join-space.ts'
import { type CollaborativeSpace, CollaborativeSpaces, Companions } from '../records.ts'
import type { routes } from '../routes.ts'
import { tellDossier } from '../show-space.ts'

/**
 * Creates a collaborative space with its first member (D-16). It is bound to a dossier that whoever creates it may know
 * of, and opens nothing of that dossier (D-19).
 */
export const createCollaborativeSpace: Handler<typeof routes.createCollaborativeSpace> = async (context) => {
  const { actor, input, read, now, newId } = context
  const [boundTo, { holdings }] = await Promise.all([
    tellDossier(input.boundTo, context),
    read({ holdings: perhaps(Holdings, actor) }),
  ])
  if (input.boundTo !== null && boundTo === null)
    return problem('not-found', { errors: [{ pointer: '#/boundTo', detail: input.boundTo }] })
  const { personId } = actor
  const space: CollaborativeSpace = {
    spaceId: newId(),
    name: input.name,
    about: input.about,
    boundTo: input.boundTo,
    state: 'open',
    memberIds: [personId],
    members: 1,
    createdAt: now,
    createdBy: personId,
    closedAt: null,
    closedBy: null,
  }
  return {
    view: { ...space, boundTo },
    version: 1,
    writes: [
      create(CollaborativeSpaces, space),
      create(Companions, { spaceId: space.spaceId, personId, invitedBy: personId, joinedAt: now }),
      ...mayStillJoin(actor, holdings),
    ],
  }
}
