import type { Handler } from '../../kernel/handler.ts'
import { SpaceEntries, type SpaceEntry } from '../records.ts'
import type { routes } from '../routes.ts'
import { showItem } from '../show-entry.ts'

/** What is in a collaborative space, newest first: every member sees all of it (D-17). */
export const listEntries: Handler<typeof routes.listEntries> = async ({ collaborativeSpace, input, list }) => {
  const { spaceId } = collaborativeSpace
  const page = await list<SpaceEntry>(SpaceEntries.by.ofSpace, { spaceId }, { ...input, newestFirst: true })
  return { view: { ...page, items: page.items.map(showItem) } }
}
