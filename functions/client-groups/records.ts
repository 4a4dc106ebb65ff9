import { indexed, record, within } from '../../shared/table/record.ts'

/** Dossiers that are looked after together, and who answers their access requests where the group does (P-11). */
export type ClientGroup = {
  readonly clientGroupId: string
  readonly name: string
  readonly responsibleIds: readonly string[]
  /** How many dossiers are in it: changed with each, so that a group that is deleted is empty. */
  readonly dossiers: number
  readonly createdAt: string
  readonly createdBy: string
}

export const ClientGroups = record<ClientGroup>()({
  name: 'client-group',
  holds: 'A group of dossiers, and the members who answer for it.',
  key: ({ clientGroupId }: { clientGroupId: string }) => ({ pk: `CLIENT-GROUP#${clientGroupId}`, sk: 'CLIENT-GROUP' }),
  by: {
    all: indexed<ClientGroup, object>(
      'gsi1',
      'The client groups of the organisation, oldest first',
      () => 'CLIENT-GROUPS',
      ({ clientGroupId }) => clientGroupId,
    ),
  },
  trail: ({ clientGroupId }) => `CLIENT-GROUP#${clientGroupId}`,
})

/** That a dossier is in a client group: an item of its own, by which a group finds its dossiers. */
export type GroupedDossier = {
  readonly clientGroupId: string
  readonly dossierId: string
  readonly at: string
  readonly by: string
}

export const GroupedDossiers = record<GroupedDossier>()({
  name: 'grouped-dossier',
  holds: 'That a dossier is in a client group, since when and by whom; the dossier itself says which group it is in.',
  key: ({ clientGroupId, dossierId }: { clientGroupId: string; dossierId: string }) => ({
    pk: `CLIENT-GROUP#${clientGroupId}`,
    sk: `DOSSIER#${dossierId}`,
  }),
  by: {
    ofGroup: within<{ clientGroupId: string }>(
      'The dossiers of a client group, oldest first',
      ({ clientGroupId }) => `CLIENT-GROUP#${clientGroupId}`,
      'DOSSIER#',
    ),
  },
  trail: ({ clientGroupId }) => `CLIENT-GROUP#${clientGroupId}`,
})
