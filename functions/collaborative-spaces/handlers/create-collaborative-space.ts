import { People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { create, require } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type CollaborativeSpace, CollaborativeSpaces, Companions } from '../records.ts'
import type { routes } from '../routes.ts'
import { tellDossier } from '../show-space.ts'

/**
 * Creates a collaborative space with its first member (D-16). It is bound to a dossier that whoever creates it may know
 * of, and opens nothing of that dossier (D-19).
 */
export const createCollaborativeSpace: Handler<typeof routes.createCollaborativeSpace> = async (context) => {
  const { actor, input, now, newId } = context
  const boundTo = await tellDossier(input.boundTo, context)
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
      // Whoever is deactivated at the same moment leaves no space behind that nobody reads (D-18).
      require(People, actor),
    ],
  }
}
