import { resource } from '../../shared/contract/resource.ts'
import { People } from '../../shared/people.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { ClientAssignments, Clients, Contacts } from './records.ts'

/** A client's profile, with the actor's assignment to it; whose sheet does not cover it may not know that it exists (S-04). */
export const client = resource({
  kind: 'client',
  known: 'client.read',
  load: ({ params: { clientId = '' }, actorId }) => ({
    client: the(Clients, { clientId }),
    assignment: perhaps(ClientAssignments, { clientId, personId: actorId }),
  }),
})

/** A contact of a client, with the client and the actor's assignment to it: who sees a client sees its contacts (S-04). */
export const contact = resource({
  kind: 'client',
  known: 'client.read',
  load: ({ params: { clientId = '', contactId = '' }, actorId }) => ({
    contact: the(Contacts, { clientId, contactId }),
    client: the(Clients, { clientId }),
    assignment: perhaps(ClientAssignments, { clientId, personId: actorId }),
  }),
})

/**
 * What a member is to a client, under a name of its own: `assignment` is the actor's. The member is loaded as whom it is
 * about and as who receives it (S-03). Every member knows of a colleague, but not of every client: who may neither see
 * the client nor assign it is told that nothing is there.
 */
export const clientOfMember = resource({
  kind: 'member',
  known: ['client.read', 'assignment.give', 'assignment.end'],
  load: ({ params: { clientId = '', personId = '' }, actorId }) => ({
    theirs: perhaps(ClientAssignments, { clientId, personId }),
    member: the(People, { personId }),
    grantee: the(People, { personId }),
    client: the(Clients, { clientId }),
    assignment: perhaps(ClientAssignments, { clientId, personId: actorId }),
  }),
})
