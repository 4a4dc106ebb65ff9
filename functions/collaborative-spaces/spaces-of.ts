/** The collaborative spaces that a person is in, as they are now: both reads are consistent. */
import { type FullPage, fullPage, pageFrom } from '../../shared/table/full-page.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'
import { type CollaborativeSpace, CollaborativeSpaces, type Companion, Companions } from './records.ts'

export type InSpace = { readonly space: Stored<CollaborativeSpace>; readonly companion: Stored<Companion> }

type Reader = Pick<Tools, 'list' | 'read'>

/** As many as one read brings. */
const AT_ONCE = 100

/** A page of them, oldest first, of those that are to be shown. */
export const pageOfSpaces = (
  personId: string,
  { list, read }: Reader,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
  shows: (one: InSpace) => boolean = () => true,
): Promise<FullPage<InSpace>> =>
  fullPage(asked, async (place, size) => {
    const after = place === '' ? place : Companions.key({ spaceId: place, personId }).sk
    const { items, cursor } = await list<Companion>(Companions.by.ofPerson, { personId }, pageFrom(after, size))
    const found = items.length === 0 ? {} : await readSpaces(items, read)
    const shown = items.flatMap((companion) => {
      const space = found[companion.spaceId]
      const item = space && { space, companion }
      return item !== undefined && shows(item) ? [{ place: companion.spaceId, item }] : []
    })
    return { shown, next: cursor === null ? undefined : items.at(-1)?.spaceId }
  })

/** All of them: what somebody must know who takes a person out of every one. */
export const allSpacesOf = async (personId: string, reader: Reader): Promise<readonly InSpace[]> => {
  const all: InSpace[] = []
  let cursor: string | undefined
  do {
    const page: FullPage<InSpace> = await pageOfSpaces(personId, reader, { limit: AT_ONCE - 1, cursor })
    all.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return all
}

/** Whether nobody else is in it: whoever goes leaves nobody who reads it (D-18). */
export const isLastIn = ({ space }: InSpace): boolean => space.memberIds.length === 1

const readSpaces = (companions: readonly Companion[], read: Tools['read']) =>
  read(Object.fromEntries(companions.map(({ spaceId }) => [spaceId, perhaps(CollaborativeSpaces, { spaceId })])))
