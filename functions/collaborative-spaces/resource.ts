import { resource } from '../../shared/contract/resource.ts'
import { Holdings, People } from '../../shared/people.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { CollaborativeSpaces, Companions, SpaceEntries } from './records.ts'

const spaceAndTie = (spaceId: string, actorId: string) => ({
  collaborativeSpace: the(CollaborativeSpaces, { spaceId }),
  companion: perhaps(Companions, { spaceId, personId: actorId }),
})

/** A collaborative space, with whether the actor is a member of it. To whoever is not, it does not exist (D-16). */
export const collaborativeSpace = resource({
  kind: 'collaborative-space',
  known: 'collaborative-space.read',
  load: ({ params: { spaceId = '' }, actorId }) => spaceAndTie(spaceId, actorId),
})

/** Something in a collaborative space: every member of the space sees all of it (D-17). */
export const spaceEntry = resource({
  kind: 'collaborative-space',
  known: 'collaborative-space.read',
  load: ({ params: { spaceId = '', spaceEntryId = '' }, actorId }) => ({
    entry: the(SpaceEntries, { spaceId, entryId: spaceEntryId }),
    ...spaceAndTie(spaceId, actorId),
  }),
})

/**
 * That somebody is to be a member of a collaborative space. The person need not exist, so that an answer does not tell
 * whether they do.
 */
export const invitation = resource({
  kind: 'collaborative-space',
  known: 'collaborative-space.read',
  load: ({ params: { spaceId = '', personId = '' }, actorId }) => ({
    grantee: perhaps(People, { personId }),
    holdings: perhaps(Holdings, { personId }),
    ...spaceAndTie(spaceId, actorId),
  }),
})
