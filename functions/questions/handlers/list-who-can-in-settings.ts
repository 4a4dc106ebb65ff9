import type { Handler } from '../../kernel/handler.ts'
import { askWho } from '../ask-who.ts'
import { asInPaths } from '../named-things.ts'
import type { routes } from '../routes.ts'

/** Who may do what with the settings and whatever else a right over the whole organisation opens (B-02, B-18). */
export const listWhoCanInSettings: Handler<typeof routes.listWhoCanInSettings> = ({ input, ...tools }) => {
  const { limit, cursor, action, at, ...named } = input
  return askWho(tools, { kind: 'settings' }, asInPaths(named), { limit, cursor, action, at })
}
