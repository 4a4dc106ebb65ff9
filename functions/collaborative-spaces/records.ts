import { indexed, record, within } from '../../shared/table/record.ts'

/** That a member of the organisation is a member of a collaborative space (D-16). */
export type Companion = {
  readonly spaceId: string
  readonly personId: string
  /** Who invited them; for whoever created the space, they themself. */
  readonly invitedBy: string
  readonly joinedAt: string
}

export const Companions = record<Companion>()({
  name: 'companion',
  holds: 'That somebody is a member of a collaborative space, since when and by whose invitation.',
  key: ({ spaceId, personId }: { spaceId: string; personId: string }) => ({
    pk: `COLLABORATIVE-SPACE#${spaceId}`,
    sk: `COMPANION#${personId}`,
  }),
  by: {
    ofSpace: within<{ spaceId: string }>(
      'The members of a collaborative space',
      ({ spaceId }) => `COLLABORATIVE-SPACE#${spaceId}`,
      'COMPANION#',
    ),
    ofPerson: indexed<Companion, { personId: string }>(
      'gsi1',
      'The collaborative spaces of a person, oldest first',
      ({ personId }) => `COMPANIONS#${personId}`,
      ({ spaceId }) => spaceId,
    ),
  },
  trail: ({ spaceId }) => `COLLABORATIVE-SPACE#${spaceId}`,
})
