import { indexed, record } from '../../shared/table/record.ts'

/** The person or company that dossiers are about. */
export type Client = {
  readonly clientId: string
  readonly name: string
  readonly kind: 'person' | 'company'
  readonly email: string | null
  readonly createdAt: string
  readonly createdBy: string
}

export const Clients = record<Client>()({
  name: 'client',
  holds: 'The profile of a person or company that dossiers are about.',
  key: ({ clientId }: { clientId: string }) => ({ pk: `CLIENT#${clientId}`, sk: 'CLIENT' }),
  by: {
    all: indexed<Client, object>(
      'gsi1',
      'All clients of the organisation, oldest first',
      () => 'CLIENTS',
      ({ clientId }) => clientId,
      { shards: 4 },
    ),
  },
})
