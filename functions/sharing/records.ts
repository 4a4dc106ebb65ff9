import { endedBefore, isActiveColleague, type Person } from '../../shared/people.ts'
import { indexed, record, within } from '../../shared/table/record.ts'

/** That a dossier is shared with a collaborator: the whole of it, to read or to read and write (D-03, D-04). */
export type Share = {
  readonly dossierId: string
  readonly personId: string
  readonly access: 'read' | 'write'
  readonly givenBy: string
  readonly givenAt: string
  /** When it ends by itself, UTC; `null` for as long as nobody ends it. */
  readonly until: string | null
}

export const Shares = record<Share>()({
  name: 'share',
  holds: 'That a dossier is shared with a collaborator: how far, since when, by whom, until when.',
  key: ({ dossierId, personId }: { dossierId: string; personId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `SHARE#${personId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The collaborators of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'SHARE#',
    ),
    ofPerson: indexed<Share, { personId: string }>(
      'gsi1',
      'The dossiers shared with a member, oldest first',
      ({ personId }) => `SHARED#${personId}`,
      ({ dossierId }) => dossierId,
    ),
    ending: indexed<Share, { until?: string | null }>(
      'gsi2',
      'The shares of the organisation that end by themselves, by when they do',
      ({ until = '' }) => (until === null ? undefined : 'SHARES-ENDING'),
      ({ until, dossierId, personId }) => `${until}#${dossierId}#${personId}`,
      { shards: 4 },
    ),
  },
  trail: ({ dossierId }) => `DOSSIER#${dossierId}`,
})

/**
 * Whether a share gives its collaborator anything at this moment: a guest never has any of it (D-04), and a deactivation
 * ended what they were given until then, also once they are reactivated (D-20).
 */
export const isLiveFor = (collaborator: Person, share: Share, now: string): boolean =>
  isLiveShare(share, now) && isActiveColleague(collaborator) && !endedBefore(collaborator, share.givenAt)

/** Whether a share still holds at this moment: its end date is checked when it is read, not when it is tidied away. */
export const isLiveShare = ({ until }: Pick<Share, 'until'>, now: string): boolean => until === null || until > now
