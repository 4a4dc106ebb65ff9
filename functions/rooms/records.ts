import type { Seat as Place } from '../../shared/rules/situation.ts'
import { indexed, record, within } from '../../shared/table/record.ts'

/**
 * What a person is in one room. An Assistant's seat carries a copy of what decides of their member's seat and
 * status (`attachedTo`, R-08): a decision reads one batch of items by keys known beforehand, and who the member is stands
 * in the Assistant's seat alone. Whatever changes the member's seat or status rewrites the copy in the same transaction,
 * so that it never lags; `assistants`, on the member's seat, says which seats those are.
 */
export type Seat = Place & {
  readonly givenBy: string
  readonly givenAt: string
}

export const Seats = record<Seat>()({
  name: 'seat',
  holds: "What a person is in a room: role, groups, and for an Assistant a copy of their member's place there.",
  key: ({ roomId, personId }: { roomId: string; personId: string }) => ({
    pk: `ROOM#${roomId}`,
    sk: `SEAT#${personId}`,
  }),
  by: {
    ofRoom: within<{ roomId: string }>('The people of a room', ({ roomId }) => `ROOM#${roomId}`, 'SEAT#'),
    ofPerson: indexed<Seat, { personId: string }>(
      'gsi1',
      'The rooms of a person, oldest first',
      ({ personId }) => `SEATS#${personId}`,
      ({ roomId }) => roomId,
    ),
  },
  trail: ({ roomId }) => `ROOM#${roomId}`,
})
