/** One open collaborative space with members in it: what tests of spaces start from. */
import {
  type CollaborativeSpace,
  CollaborativeSpaces,
  Companions,
  type SpaceEntry,
} from '../functions/collaborative-spaces/records.ts'
import { introduce } from '../shared/people.ts'
import type { Persona } from '../shared/rules/cases.ts'
import type { Stored } from '../shared/table/record.ts'
import { create, perhaps } from '../shared/table/table.ts'
import { holding } from './ask.ts'
import type { MemoryTable } from './memory-table.ts'
import { idOf, NOW, personOf } from './world.ts'

const SPACE = idOf(0x5ace)

/** A space of these members, the first of whom made it, and of whoever else is in the organisation. */
export const oneSpace = (
  members: readonly Persona[],
  others: readonly Persona[] = [],
  more: Partial<CollaborativeSpace> = {},
): MemoryTable => {
  const memberIds = members.map((persona) => personOf(persona).personId)
  const [createdBy = ''] = memberIds
  const space: CollaborativeSpace = {
    spaceId: SPACE,
    name: 'Rentrée du quartier',
    about: { kind: 'group', text: 'Les familles du quartier' },
    boundTo: null,
    state: 'open',
    memberIds,
    members: memberIds.length,
    createdAt: NOW,
    createdBy,
    closedAt: null,
    closedBy: null,
    ...more,
  }
  return holding(
    ...[...members, ...others].flatMap((persona) => introduce(personOf(persona))),
    create(CollaborativeSpaces, space),
    ...space.memberIds.map((personId) =>
      create(Companions, { spaceId: space.spaceId, personId, invitedBy: createdBy, joinedAt: NOW }),
    ),
  )
}

/** The space as it is now, with what one of these is to it. */
export const spaceNow = async (table: MemoryTable, persona: Persona, spaceId: string = SPACE) => {
  const { personId } = personOf(persona)
  const found = await table.load({
    collaborativeSpace: perhaps(CollaborativeSpaces, { spaceId }),
    companion: perhaps(Companions, { spaceId, personId }),
  })
  return found as {
    collaborativeSpace: Stored<CollaborativeSpace>
    companion: Stored<{ spaceId: string; personId: string; invitedBy: string; joinedAt: string }> | undefined
  }
}

/** What lies in the table of one kind. */
export const liesThere = <T extends object>(table: MemoryTable, name: string): readonly T[] =>
  table.everything().filter(({ recordName }) => recordName === name) as unknown as T[]

/** The entries of the table. */
export const entriesIn = (table: MemoryTable): readonly Stored<SpaceEntry>[] => liesThere(table, 'space-entry')
