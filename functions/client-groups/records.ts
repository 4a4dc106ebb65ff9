import { indexed, record } from '../../shared/table/record.ts'

/** Dossiers that are looked after together, and who answers their access requests where the group does (P-11). */
export type ClientGroup = {
  readonly clientGroupId: string
  readonly name: string
  readonly responsibleIds: readonly string[]
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
