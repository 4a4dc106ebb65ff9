import { resource } from '../../shared/contract/resource.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { ClientAssignments, Clients } from './records.ts'

/** A client's profile, with the actor's assignment to it; whose sheet does not cover it may not know that it exists (S-04). */
export const client = resource({
  kind: 'client',
  known: 'client.read',
  load: ({ params: { clientId = '' }, actorId }) => ({
    client: the(Clients, { clientId }),
    assignment: perhaps(ClientAssignments, { clientId, personId: actorId }),
  }),
})
