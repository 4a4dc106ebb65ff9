import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Clients } from '../records.ts'
import type { routes } from '../routes.ts'

/** Changes the profile of a client; what is not named stays as it is (S-04). */
export const changeClient: Handler<typeof routes.changeClient> = ({ client, input }) => {
  const { name = client.name, kind = client.kind, email = client.email } = input
  const changes = { name, kind, email }
  return {
    view: { ...client, ...changes },
    version: client.version + 1,
    writes: [update(Clients, client, changes)],
  }
}
