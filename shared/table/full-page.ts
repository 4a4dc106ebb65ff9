/**
 * Pages that are full, whatever is left out of them: of a list, only what may be shown; of a cursor, only that there is
 * one more to show (C-05). An index lags and knows nothing of rights, so what it gives is read again and decided on, and
 * a page is made from as many stretches of it as it takes.
 */
import { cursorAfter, placeAt } from './table.ts'

/** Where a list goes on: after an item's place in it; at first nowhere, which is `''`. */
export type Place = string

/** What is to be shown of so many items on, and where to go on from there: `undefined` at the end. */
export type Stretch<T> = {
  readonly shown: readonly { readonly place: Place; readonly item: T }[]
  readonly next: Place | undefined
}

export type FullPage<T> = { readonly items: readonly T[]; readonly cursor: string | null }

/** After so many stretches of which little is shown a page ends short: no request takes longer the more there is. */
const STRETCHES = 10
/** Once a stretch had something to leave out: as many as one BatchGetItem brings with two ties each. */
const LATER_STRETCH = 33

/** A page from a walk over a list. The walk is told where to go on and how many items to look at. */
export const fullPage = async <T>(
  {
    limit,
    cursor,
    stretches = STRETCHES,
    later = LATER_STRETCH,
  }: {
    readonly limit: number
    readonly cursor?: string | undefined
    /** After how many stretches a page ends short, and how many items the later ones look at. */
    readonly stretches?: number
    readonly later?: number
  },
  walk: (place: Place, size: number) => Promise<Stretch<T>>,
): Promise<FullPage<T>> => {
  const found: { readonly place: Place; readonly item: T }[] = []
  let place: Place | undefined = cursor === undefined ? '' : placeAt(cursor)
  for (let stretch = 0; stretch < stretches && place !== undefined && found.length <= limit; stretch++) {
    // One more than asked for says whether there is a next page.
    const { shown, next } = await walk(place, stretch === 0 ? limit + 1 : Math.max(limit + 1, later))
    found.push(...shown)
    place = next
  }
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1)?.place : place
  return { items: page.map(({ item }) => item), cursor: last === undefined ? null : cursorAfter(last) }
}

/** What to ask a table for from a place on. */
export const pageFrom = (place: Place | undefined, limit: number): { limit: number; cursor?: string } => ({
  limit,
  ...(place === undefined || place === '' ? {} : { cursor: cursorAfter(place) }),
})
