import type { Handler } from '../../kernel/handler.ts'
import { askWho } from '../ask-who.ts'
import { asInPaths } from '../named-things.ts'
import type { routes } from '../routes.ts'

/** Who may do what with a client: whom it is assigned to, and whose sheet opens all profiles (B-02, B-18). */
export const listWhoCanWithClient: Handler<typeof routes.listWhoCanWithClient> = ({ client, input, ...tools }) => {
  const { limit, cursor, action, at, ...named } = input
  return askWho(
    tools,
    { kind: 'client', clientId: client.clientId },
    { ...asInPaths(named), clientId: client.clientId },
    { limit, cursor, action, at },
  )
}
