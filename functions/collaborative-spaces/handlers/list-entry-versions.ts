import type { Handler } from '../../kernel/handler.ts'
import { type SpaceEntryVersion, SpaceEntryVersions } from '../records.ts'
import type { routes } from '../routes.ts'

/** Every version of an entry, newest first, each with who made it. */
export const listEntryVersions: Handler<typeof routes.listEntryVersions> = async ({ entry, input, list }) => {
  const { entryId } = entry
  const page = { ...input, newestFirst: true }
  return { view: await list<SpaceEntryVersion>(SpaceEntryVersions.by.ofEntry, { entryId }, page) }
}
