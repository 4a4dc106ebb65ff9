import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { Clients } from './records.ts'

/** A client's profile; whose sheet does not cover it may not know that it exists (S-04). */
export const client = resource({
  kind: 'client',
  known: 'client.read',
  load: ({ params: { clientId = '' } }) => ({ client: the(Clients, { clientId }) }),
})
