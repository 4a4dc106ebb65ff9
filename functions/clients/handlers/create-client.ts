import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Client, Clients } from '../records.ts'
import type { routes } from '../routes.ts'

/** Creates the profile that dossiers will be about (S-04). */
export const createClient: Handler<typeof routes.createClient> = ({ actor, input, now, newId }) => {
  const { name, kind, email = null } = input
  const made = { createdAt: now, createdBy: actor.personId }
  const client: Client = { clientId: newId(), name, kind, email, state: 'active', ...made }
  return { view: client, version: 1, writes: [create(Clients, client)] }
}
