/**
 * Finding in the archive (P-10). Everything that is asked for lies in a list of its own, in order; a search walks the
 * shortest of those that its question names, and compares the rest of the question with what it meets there. However
 * large an archive is, a search takes the same few calls, and goes on with its cursor.
 */
import { type FullPage, fullPage } from '../../shared/table/full-page.ts'
import type { Stored } from '../../shared/table/record.ts'
import { cursorAfter, type Page, perhaps, UnreadableCursor } from '../../shared/table/table.ts'
import { ArchiveEntries, type ArchiveEntry } from '../archive-transfers/records.ts'
import type { ProcessingFacts } from '../documents/records.ts'
import type { Tools } from '../kernel/handler.ts'
import {
  type Amounts,
  type Days,
  isWithinAmounts,
  isWithinDays,
  type Stretch,
  stretchByAmount,
  stretchByBeginning,
  stretchByFacts,
  stretchByWord,
  wordAt,
} from './places.ts'
import { type ArchivePlace, ArchivePlaces, EntryWordsOf } from './records.ts'
import type { WantedWords } from './words.ts'

/** What somebody looks for in an archive. */
export type Wanted = Pick<ProcessingFacts, 'kind' | 'partyId'> &
  Days & { readonly amounts?: Amounts | undefined; readonly words?: WantedWords | undefined }

/** In whose archive; and whether what is confidential of it is looked at, too: it lies apart, and else is never touched. */
export type Where = { readonly dossierId: string; readonly confidential: boolean }

type Reader = Pick<Tools, 'read' | 'list'>

/** Each stretch takes two calls: a page of its list, and what it leads to. */
const STRETCHES = 4
/** As many as one BatchGetItem brings with the words of each. */
const LATER_STRETCH = 50
/** The most calls that one search makes after another. */
export const MOST_CALLS = 2 * STRETCHES

/** A page of what is found. Places of a list and of its confidential half are one list, in one order. */
export const findEntries = (
  wanted: Wanted,
  where: Where,
  { limit, cursor, isShown }: { limit: number; cursor?: string | undefined; isShown: (entry: ArchiveEntry) => boolean },
  reader: Reader,
): Promise<FullPage<Stored<ArchiveEntry>>> => {
  const stretches = stretchesOf(wanted)
  const options = { limit, cursor, stretches: STRETCHES, later: LATER_STRETCH }
  return fullPage(options, async (place, size) => {
    const { at, page } = await (place === ''
      ? shortestOf(stretches, where, size, reader)
      : goOn(stretches, place, where, size, reader))
    const stretch = stretches[at] as Stretch
    const met = page.items.filter((item) => isMeant(item, wanted))
    const found = await entriesAt(met, wanted.words !== undefined, reader)
    const shown = found.flatMap(({ item, entry, words }) =>
      isShown(entry) && (wanted.words === undefined || hasWords(words, wanted.words, stretch, item))
        ? [{ place: placeIn(at, item.at), item: entry }]
        : [],
    )
    return { shown, next: page.next === undefined ? undefined : placeIn(at, page.next) }
  })
}

/** All lists that what is looked for lies in: one is walked. */
const stretchesOf = ({ amounts, words, ...facts }: Wanted): readonly Stretch[] => {
  const isNamed =
    facts.partyId !== undefined || (words === undefined && amounts === undefined) || facts.kind !== undefined
  return [
    ...(isNamed ? [stretchByFacts(facts)] : []),
    ...(amounts === undefined ? [] : [stretchByAmount(amounts)]),
    ...(words?.whole ?? []).map((word) => stretchByWord(word, facts)),
    ...(words === undefined ? [] : [stretchByBeginning(words.beginning)]),
  ]
}

/** Some places of a stretch, and where to go on; `undefined` at its end. */
type Part = { readonly items: readonly Stored<ArchivePlace>[]; readonly next: string | undefined }

const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** So many places of a stretch from one on, open and confidential ones in one order. */
export const partOf = async (
  { under, after, upTo }: Stretch,
  { dossierId, confidential }: Where,
  size: number,
  { list }: Pick<Reader, 'list'>,
): Promise<Part> => {
  const halves = confidential ? [false, true] : [false]
  const pages = await Promise.all(
    halves.map(
      (half): Promise<Page<ArchivePlace>> =>
        list<ArchivePlace>(
          ArchivePlaces.by.under,
          { dossierId, confidential: half, under },
          { limit: size, cursor: cursorAfter(after), upTo },
        ),
    ),
  )
  const merged = pages.flatMap(({ items }) => items).sort((a, b) => inBytes(a.at, b.at))
  const items = merged.slice(0, size)
  const isLast = merged.length <= size && pages.every(({ cursor }) => cursor === null)
  return { items, next: isLast ? undefined : items.at(-1)?.at }
}

type Chosen = { readonly at: number; readonly page: Part }

/**
 * Looks into all lists at once and takes one that ends at once; or else, of those that lie in time, the one whose first
 * places reach back farthest: it is the thinnest.
 */
const shortestOf = async (
  stretches: readonly Stretch[],
  where: Where,
  size: number,
  reader: Reader,
): Promise<Chosen> => {
  const parts = await Promise.all(stretches.map((stretch) => partOf(stretch, where, size, reader)))
  const ranked = parts
    .map((page, at) => ({
      page,
      at,
      reaches: stretches[at]?.inTime === true ? (page.items.at(-1)?.day ?? '') : '9999',
    }))
    .sort((a, b) => lengthOf(a.page) - lengthOf(b.page) || a.reaches.localeCompare(b.reaches))
  return ranked[0] as Chosen
}

const lengthOf = ({ items, next }: Part): number => (next === undefined ? items.length : Number.MAX_SAFE_INTEGER)

/** Where a search goes on: in which of its lists, and after which place of it. */
const placeIn = (stretch: number, at: string): string => `${stretch}~${at}`

const goOn = async (
  stretches: readonly Stretch[],
  place: string,
  where: Where,
  size: number,
  reader: Reader,
): Promise<Chosen> => {
  const [, number = '', after = ''] = /^(\d)~(.+)$/su.exec(place) ?? []
  const at = Number(number)
  const stretch = number === '' ? undefined : stretches[at]
  if (stretch === undefined || inBytes(after, stretch.after) < 0 || inBytes(after, stretch.upTo) > 0)
    throw new UnreadableCursor('This cursor was not given by us, or for another search.')
  return { at, page: await partOf({ ...stretch, after }, where, size, reader) }
}

const isMeant = (item: ArchivePlace, { kind, partyId, amounts, ...days }: Wanted): boolean =>
  (kind === undefined || item.kind === kind) &&
  (partyId === undefined || item.partyId === partyId) &&
  isWithinDays(item.day, days) &&
  (amounts === undefined || isWithinAmounts(item.amount, amounts))

type Met = { readonly item: ArchivePlace; readonly entry: Stored<ArchiveEntry>; readonly words: readonly string[] }

/** The entries that places lead to, as they are, and their words where these are asked about. */
const entriesAt = async (
  items: readonly ArchivePlace[],
  withWords: boolean,
  { read }: Pick<Reader, 'read'>,
): Promise<readonly Met[]> => {
  if (items.length === 0) return []
  const entries = await Promise.all([
    read(
      Object.fromEntries(
        items.map(({ entryId, dossierId }) => [entryId, perhaps(ArchiveEntries, { dossierId, entryId })]),
      ),
    ),
    withWords
      ? read(
          Object.fromEntries(
            items.map(({ entryId, dossierId }) => [entryId, perhaps(EntryWordsOf, { dossierId, entryId })]),
          ),
        )
      : {},
  ])
  const [found, words] = entries as [
    Readonly<Record<string, Stored<ArchiveEntry> | undefined>>,
    Readonly<Record<string, { words: string } | undefined>>,
  ]
  return items.flatMap((item) => {
    const entry = found[item.entryId]
    return entry === undefined ? [] : [{ item, entry, words: words[item.entryId]?.words.split(' ') ?? [] }]
  })
}

/** Whether an entry has all words; where several of its own begin as asked, it is met at each and shown at the first. */
const hasWords = (
  words: readonly string[],
  { whole, beginning }: WantedWords,
  stretch: Stretch,
  { at }: ArchivePlace,
): boolean => {
  const beginners = words.filter((word) => word.startsWith(beginning))
  if (beginners.length === 0 || !whole.every((word) => words.includes(word))) return false
  return stretch.beginning === undefined || beginners.every((word) => inBytes(wordAt(at), word) <= 0)
}
