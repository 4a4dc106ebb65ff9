import type { Tools } from '../kernel/handler.ts'
import { partOf, type Where } from './find-entries.ts'
import { stretchByFacts } from './places.ts'
import type { ArchivePlace, Period } from './records.ts'

/** What one export takes at most. */
export const MOST_ENTRIES = 2000
export const MOST_BYTES = 5_000_000_000

/** Where the entries of a period are found, `undefined` where they are more than one export takes. */
export const placesIn = async (
  period: Period,
  where: Where,
  reader: Pick<Tools, 'list'>,
): Promise<readonly ArchivePlace[] | undefined> => {
  const { items, next } = await partOf(stretchByFacts(period), where, MOST_ENTRIES, reader)
  const bytes = items.reduce((all, { length }) => all + length, 0)
  return next !== undefined || bytes > MOST_BYTES ? undefined : items
}
