/** What becomes of the collaborative spaces of a member who is deactivated, becomes a guest, or hands them over (D-20). */
import { type DomainEvent, event } from '../../shared/events.ts'
import { Holdings, isActiveColleague, People, type Person } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, remove, type Write } from '../../shared/table/table.ts'
import { mayStillJoin } from '../collaborative-spaces/join-space.ts'
import { leaveSpace } from '../collaborative-spaces/leave-space.ts'
import {
  type CollaborativeSpace,
  CollaborativeSpaces,
  type Companion,
  Companions,
  holdMembers,
} from '../collaborative-spaces/records.ts'
import type { InSpace } from '../collaborative-spaces/spaces-of.ts'
import type { Tools } from '../kernel/handler.ts'
import type { HandOverItem } from './hand-over-items.ts'

/** A transaction takes 100 items. A space that is left is four of them: itself, the companion, audit entry and event. */
export const MOST_SPACES_LEFT = 20

type Leaving = { readonly writes: readonly Write[]; readonly events: readonly DomainEvent[] }

/**
 * Takes a member out of every space they are in, in the transaction that deactivates them: whoever leaves one of these
 * spaces at the same moment meets them there, so that none is left without a reader (D-18). They are the last in none.
 * Problem: `too-many-spaces`.
 */
export const leaveSpaces = (spaces: readonly InSpace[]): Leaving | Problem => {
  if (spaces.length > MOST_SPACES_LEFT) return problem('too-many-spaces')
  const left = spaces.map(({ space, companion }) => leaveSpace(space, companion))
  return { writes: left.flatMap(({ writes }) => writes), events: left.flatMap(({ events }) => events) }
}

export type SpaceItem = Extract<HandOverItem, { kind: 'collaborative-space' }>

/** All that the items are about, as it is now: one read. */
export const readSpaceItems = async (personId: string, items: readonly SpaceItem[], read: Tools['read']) => {
  const found =
    items.length === 0
      ? {}
      : ((await read(
          Object.fromEntries(
            items.flatMap(({ spaceId, successorId }) => [
              [`space ${spaceId}`, perhaps(CollaborativeSpaces, { spaceId })],
              [`companion ${spaceId}`, perhaps(Companions, { spaceId, personId })],
              [`person ${successorId}`, perhaps(People, { personId: successorId ?? 'nobody' })],
              [`holdings ${successorId}`, perhaps(Holdings, { personId: successorId ?? 'nobody' })],
            ]),
          ),
        )) as Readonly<Record<string, unknown>>)
  return {
    space: (spaceId: string) => found[`space ${spaceId}`] as Stored<CollaborativeSpace> | undefined,
    companion: (spaceId: string) => found[`companion ${spaceId}`] as Stored<Companion> | undefined,
    person: (of: string | null) => found[`person ${of}`] as Stored<Person> | undefined,
    holdings: (of: string) => found[`holdings ${of}`] as Stored<Holdings> | undefined,
  }
}
export type FoundSpaces = Awaited<ReturnType<typeof readSpaceItems>>

/**
 * Why a space cannot be handed over so: it is not theirs any more, or not for this successor. Where others are in it, it
 * is left to them, and nobody joins whom they have not invited (D-21).
 */
export const whyNotLeaveSpace = (
  personId: string,
  { spaceId, successorId }: SpaceItem,
  at: number,
  found: FoundSpaces,
): Problem | undefined => {
  const space = found.space(spaceId)
  const isLast = space?.memberIds.length === 1
  if (!space?.memberIds.includes(personId) || (!isLast && successorId !== null))
    return problem('inventory-changed', { errors: [{ pointer: `#/items/${at}`, detail: spaceId }] })
  if (isLast && (!isActiveColleague(found.person(successorId)) || successorId === personId))
    return problem('successor-not-eligible', {
      errors: [{ pointer: `#/items/${at}/successorId`, detail: successorId ?? '' }],
    })
  return undefined
}

/** Each space left to its others, or to its successor, who is a member of it from now on and is told. */
export const leaveToSuccessors = (
  items: readonly SpaceItem[],
  found: FoundSpaces,
  { at, by }: { readonly at: string; readonly by: string },
): Leaving => {
  const left = items.map(({ spaceId, successorId }): Leaving => {
    const space = found.space(spaceId) as Stored<CollaborativeSpace>
    const companion = found.companion(spaceId) as Stored<Companion>
    if (successorId === null) return leaveSpace(space, companion)
    return {
      writes: [
        holdMembers(space, [successorId]),
        remove(Companions, companion),
        create(Companions, { spaceId, personId: successorId, invitedBy: by, joinedAt: at }),
      ],
      events: [event('space-invited', { spaceId, personId: successorId, by })],
    }
  })
  return { writes: left.flatMap(({ writes }) => writes), events: left.flatMap(({ events }) => events) }
}

/**
 * Whoever is deactivated at the same moment succeeds to nothing. Of those who succeed to dossiers as well, the move of
 * these says the same, and each item is written once.
 */
export const successorsStillJoin = (
  items: readonly SpaceItem[],
  found: FoundSpaces,
  ofDossiers: readonly string[],
): readonly Write[] =>
  [...new Set(items.flatMap(({ successorId }) => (successorId === null ? [] : [successorId])))]
    .filter((successorId) => !ofDossiers.includes(successorId))
    .flatMap((successorId) => mayStillJoin(found.person(successorId) as Stored<Person>, found.holdings(successorId)))
