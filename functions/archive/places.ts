/** Where an entry of the archive is found: all its places, and the stretch of places that is asked for (P-10). */

import { LAST } from '../../shared/table/table.ts'
import type { ArchiveEntry } from '../archive-transfers/records.ts'
import type { Amount, DocumentKind, ProcessingFacts } from '../documents/records.ts'
import type { ArchivePlace } from './records.ts'
import { beginningOf } from './words.ts'

/** What follows a word or an amount in a place: it lies before every letter and digit, so that a whole word comes first. */
const BETWEEN = '#'

/** The day by which it is found and counted: the document's own date; where nobody has said it, the day of its archiving. */
export const dayOf = ({ date, archivedAt }: Pick<ArchiveEntry, 'date' | 'archivedAt'>): string =>
  date ?? archivedAt.slice(0, 10)

/** Days turned around, so that in the order of the table the latest comes first. */
const turned = (day: string): string => String(99_999_999 - Number(day.replaceAll('-', ''))).padStart(8, '0')
const turnedId = (id: string): string =>
  id.replaceAll(/[0-9a-f]/g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16))

/** Amounts in an order that is theirs as texts, too, below zero as well. */
const OFFSET = 10 ** 15
const inOrder = (minor: number): string => String(minor + OFFSET).padStart(16, '0')

const underKind = (kind: DocumentKind): string => `KIND#${kind}`
const underParty = (partyId: string): string => `PARTY#${partyId}`
const underAmount = (currency: string): string => `AMOUNT#${currency}`
const underWord = (word: string): string => `WORD#${beginningOf(word)}`
const EVERYTHING = 'ALL'

type Found = Omit<ArchivePlace, 'under' | 'at'>

const foundOf = (entry: ArchiveEntry): Found => {
  const { dossierId, entryId, length, confidential = false, kind, partyId, amount } = entry
  return {
    dossierId,
    entryId,
    length,
    confidential,
    day: dayOf(entry),
    ...(kind !== undefined && { kind }),
    ...(partyId !== undefined && { partyId }),
    ...(amount !== undefined && { amount }),
  }
}

const inTime = ({ day, entryId }: Pick<Found, 'day' | 'entryId'>): string =>
  `${turned(day)}${BETWEEN}${turnedId(entryId)}`

/** The places of an entry by what it is for the books. */
export const placesByFacts = (entry: ArchiveEntry): ArchivePlace[] => {
  const found = foundOf(entry)
  const { kind, partyId, amount } = found
  const at = inTime(found)
  return [
    { ...found, under: EVERYTHING, at },
    ...(kind === undefined ? [] : [{ ...found, under: underKind(kind), at }]),
    ...(partyId === undefined ? [] : [{ ...found, under: underParty(partyId), at }]),
    ...(partyId === undefined || kind === undefined
      ? []
      : [{ ...found, under: `${underParty(partyId)}#${underKind(kind)}`, at }]),
    ...(amount === undefined
      ? []
      : [{ ...found, under: underAmount(amount.currency), at: `${inOrder(amount.minor)}${BETWEEN}${at}` }]),
  ]
}

/** The places of an entry by words. */
export const placesByWords = (entry: ArchiveEntry, words: readonly string[]): ArchivePlace[] => {
  const found = foundOf(entry)
  return words.map((word) => ({ ...found, under: underWord(word), at: `${word}${BETWEEN}${inTime(found)}` }))
}

/** The word under which a place by words lies. */
export const wordAt = (at: string): string => at.slice(0, at.indexOf(BETWEEN))

/** Days from and until which something is asked for, both included. */
export type Days = { readonly from?: string | undefined; readonly until?: string | undefined }

/** A stretch of places: after one, up to another. `inTime` where they lie newest first. */
export type Stretch = {
  readonly under: string
  readonly after: string
  readonly upTo: string
  readonly inTime: boolean
  /** Of a stretch of words that begin alike: their beginning. */
  readonly beginning?: string
}

const daysWithin = (before: string, { from, until }: Days) => ({
  after: `${before}${until === undefined ? ' ' : turned(until)}`,
  upTo: `${before}${from === undefined ? '' : turned(from)}${LAST}`,
  inTime: true,
})

export const stretchByFacts = (wanted: Pick<ProcessingFacts, 'kind' | 'partyId'> & Days): Stretch => {
  const { kind, partyId } = wanted
  const names = [
    ...(partyId === undefined ? [] : [underParty(partyId)]),
    ...(kind === undefined ? [] : [underKind(kind)]),
  ]
  return { under: names.length === 0 ? EVERYTHING : names.join('#'), ...daysWithin('', wanted) }
}

export type Amounts = {
  readonly currency: string
  readonly least?: number | undefined
  readonly most?: number | undefined
}

export const stretchByAmount = ({ currency, least, most }: Amounts): Stretch => ({
  under: underAmount(currency),
  after: least === undefined ? ' ' : inOrder(least),
  upTo: `${most === undefined ? '' : inOrder(most)}${LAST}`,
  inTime: false,
})

export const stretchByWord = (word: string, days: Days): Stretch => ({
  under: underWord(word),
  ...daysWithin(`${word}${BETWEEN}`, days),
})

export const stretchByBeginning = (beginning: string): Stretch => ({
  under: underWord(beginning),
  after: beginning,
  upTo: `${beginning}${LAST}`,
  inTime: false,
  beginning,
})

export const isWithinDays = (day: string, { from, until }: Days): boolean =>
  (from === undefined || day >= from) && (until === undefined || day <= until)

export const isWithinAmounts = (amount: Amount | undefined, { currency, least, most }: Amounts): boolean =>
  amount?.currency === currency &&
  (least === undefined || amount.minor >= least) &&
  (most === undefined || amount.minor <= most)
