import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Client, Clients } from '../records.ts'
import type { routes } from '../routes.ts'

/** The clients that the sheet covers. An index lags, so the page is read again before it is shown (S-10). */
export const listClients: Handler<typeof routes.listClients> = async ({ input, list, read, may }) => {
  // A page whose items are all left out would still tell by its cursor that there are clients (S-04).
  if (!may('client.read', {})) return { view: { items: [], cursor: null } }
  const page = await list<Client>(Clients.by.all, {}, input)
  const fresh = await read(
    Object.fromEntries(page.items.map(({ clientId }) => [clientId, perhaps(Clients, { clientId })])),
  )
  const items = page.items.flatMap(({ clientId }) => (fresh[clientId] as Stored<Client> | undefined) ?? [])
  return { view: { items, cursor: page.cursor } }
}
