import type { SpaceMembership as Place } from '../../shared/rules/situation.ts'
import { indexed, record, within } from '../../shared/table/record.ts'

/** What a person is in one space: administrator or member of it, and their level in each application (C-03). */
export type SpaceMembership = Place & {
  readonly givenBy: string
  readonly givenAt: string
}

export const SpaceMemberships = record<SpaceMembership>()({
  name: 'space-membership',
  holds: 'What a person is in a space and in each of its applications, since when and by whom.',
  key: ({ spaceId, personId }: { spaceId: string; personId: string }) => ({
    pk: `SPACE#${spaceId}`,
    sk: `MEMBERSHIP#${personId}`,
  }),
  by: {
    ofSpace: within<{ spaceId: string }>('The people of a space', ({ spaceId }) => `SPACE#${spaceId}`, 'MEMBERSHIP#'),
    ofPerson: indexed<SpaceMembership, { personId: string }>(
      'gsi1',
      'The spaces of a person, oldest first',
      ({ personId }) => `MEMBERSHIPS#${personId}`,
      ({ spaceId }) => spaceId,
    ),
  },
  trail: ({ spaceId }) => `SPACE#${spaceId}`,
})
