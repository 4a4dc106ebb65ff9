import type { Handler } from '../../kernel/handler.ts'
import { askWho } from '../ask-who.ts'
import { asInPaths } from '../named-things.ts'
import type { routes } from '../routes.ts'

/** Who may do what in a collaborative space: its members alone, each since when and by whose invitation (B-02, B-18). */
export const listWhoCanInSpace: Handler<typeof routes.listWhoCanInSpace> = ({
  collaborativeSpace,
  input,
  ...tools
}) => {
  const { spaceId } = collaborativeSpace
  const { limit, cursor, action, at, ...named } = input
  const about = { kind: 'collaborative-space', spaceId } as const
  return askWho(tools, about, { ...asInPaths(named), spaceId }, { limit, cursor, action, at })
}
