import { endedBefore, type Person } from '../../shared/people.ts'
import { indexed, record, type Stored, within } from '../../shared/table/record.ts'
import { create, remove, update, type Write } from '../../shared/table/table.ts'

/** The person or company that dossiers are about. */
export type Client = {
  readonly clientId: string
  readonly name: string
  readonly kind: 'person' | 'company'
  readonly email: string | null
  /** Whoever is archived takes no new dossier and stays readable. */
  readonly state: 'active' | 'archived'
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
  trail: ({ clientId }) => `CLIENT#${clientId}`,
})

/** Somebody to turn to about a client: at a company, or close to a person (D-01). */
export type Contact = {
  readonly clientId: string
  readonly contactId: string
  readonly name: string
  /** What they are to the client: a function, a relation. */
  readonly relation: string | null
  readonly email: string | null
  readonly phone: string | null
  /** A postal address, as lines. */
  readonly address: string | null
  readonly note: string | null
  readonly createdAt: string
  readonly createdBy: string
}

export const Contacts = record<Contact>()({
  name: 'contact',
  holds: 'Somebody to turn to about a client, and how to reach them.',
  key: ({ clientId, contactId }: { clientId: string; contactId: string }) => ({
    pk: `CLIENT#${clientId}`,
    sk: `CONTACT#${contactId}`,
  }),
  by: {
    ofClient: within<{ clientId: string }>(
      'The contacts of a client, oldest first',
      ({ clientId }) => `CLIENT#${clientId}`,
      'CONTACT#',
    ),
  },
  trail: ({ clientId }) => `CLIENT#${clientId}`,
})

/**
 * The id of a new dossier of a client, from a new id: it ends as the client's does (62 random bits). So the key of what
 * a member is to the client follows from the dossier's id alone, and one BatchGetItem brings it with the dossier. Two
 * made for one client within one millisecond may get the same id: the later one is then not created, and made again.
 */
export const dossierIdOf = (newId: string, clientId: string): string => newId.slice(0, 18) + tailOf(clientId)

/** What the id of a client and of each of its dossiers have in common: `-8000-000000000000`. */
const tailOf = (id: string): string => id.slice(18)

/**
 * Why a member counts as assigned to a client: named by somebody (S-03), or owner of dossiers of it (S-12). It lies there
 * for as long as there is a reason; ending one never cuts what another still gives.
 */
export type ClientAssignment = {
  readonly clientId: string
  readonly personId: string
  readonly assigned: { readonly by: string; readonly at: string } | null
  /** The dossiers of the client that the member owns. */
  readonly dossierIds: readonly string[]
}

export const ClientAssignments = record<ClientAssignment>()({
  name: 'client-assignment',
  holds: 'Why a member counts as assigned to a client: named, since when and by whom, or as owner of its dossiers.',
  /** `clientId` may be the id of any dossier of the client: they end alike. */
  key: ({ clientId, personId }: { clientId: string; personId: string }) => ({
    pk: `ASSIGNMENTS#${tailOf(clientId)}`,
    sk: `MEMBER#${personId}`,
  }),
  by: {
    ofClient: within<{ clientId: string }>(
      'The members assigned to a client, by name or as owners',
      ({ clientId }) => `ASSIGNMENTS#${tailOf(clientId)}`,
      'MEMBER#',
    ),
    ofMember: indexed<ClientAssignment, { personId: string }>(
      'gsi1',
      'The clients assigned to a member, by name or as owner, oldest first',
      ({ personId }) => `ASSIGNED#${personId}`,
      ({ clientId }) => clientId,
    ),
  },
  trail: ({ clientId }) => `CLIENT#${clientId}`,
})

type Reasons = Pick<ClientAssignment, 'assigned' | 'dossierIds'>

/** The reasons that count at this moment: what a member was given by name ended with their deactivation (D-20). */
export const reasonsOf = (member: Pick<Person, 'reinstatedAt'>, assignment: Reasons | undefined): Reasons => {
  const { assigned = null, dossierIds = [] } = assignment ?? {}
  return { assigned: assigned !== null && endedBefore(member, assigned.at) ? null : assigned, dossierIds }
}

/** Whether any reason counts at this moment. */
export const isAssigned = (member: Pick<Person, 'reinstatedAt'>, assignment: Reasons | undefined): boolean => {
  const { assigned, dossierIds } = reasonsOf(member, assignment)
  return assigned !== null || dossierIds.length > 0
}

/** The write after which a member is assigned for exactly these reasons; without any, the assignment goes. */
export const assignFor = (
  before: Stored<ClientAssignment> | undefined,
  { clientId, personId }: Pick<ClientAssignment, 'clientId' | 'personId'>,
  reasons: Partial<Reasons>,
): readonly Write[] => {
  const { assigned = before?.assigned ?? null, dossierIds = before?.dossierIds ?? [] } = reasons
  if (assigned !== null || dossierIds.length > 0)
    return [
      before === undefined
        ? create(ClientAssignments, { clientId, personId, assigned, dossierIds })
        : update(ClientAssignments, before, { assigned, dossierIds }),
    ]
  return before === undefined ? [] : [remove(ClientAssignments, before)]
}
