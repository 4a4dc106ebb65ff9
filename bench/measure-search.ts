/**
 * What a search takes while an archive grows: on the official DynamoDB Local, whose queries cost the same however much a
 * partition holds. Calls and capacity are what the engine says was consumed.
 */
import { findEntries, type Wanted } from '../functions/archive/find-entries.ts'
import { ArchivePlaces } from '../functions/archive/records.ts'
import { wantedWords } from '../functions/archive/words.ts'
import type { ArchiveEntry } from '../functions/archive-transfers/records.ts'
import { addSeconds, DAY } from '../shared/ports/clock.ts'
import { newUuid } from '../shared/ports/ids.ts'
import type { Table, Write } from '../shared/table/table.ts'
import { openEngine } from '../test/table/open-engine.ts'
import { median } from './figures.ts'
import { foundWrites } from './operations/archive-examples.ts'
import { put } from './operations/memory-world.ts'
import { townOf } from './operations/standing-world.ts'

/** How many entries the archive of one dossier holds, in the order in which it comes to. */
export const ENTRIES = [1_000, 10_000, 100_000] as const

const RUNS = 9
const NEWEST = '2026-12-31T00:00:00.000Z'
/** One of so many entries has the rare word, and is of the small supplier. */
const RARE = 500
/** The newest so many entries, and the rare ones, are there as a whole; of older ones, only the places that lists hold. */
const WHOLE = 1_000

const parties = { large: newUuid(), small: newUuid() }

const questions: Readonly<Record<string, Wanted>> = {
  'all, newest first': {},
  'a large party': { partyId: parties.large },
  'a small party, by date': { partyId: parties.small, from: '2000-01-01', until: '2026-12-31' },
  'by amount': { amounts: { currency: 'EUR', least: 0, most: 99_999 } },
  'a word of all': { words: wantedWords('facture') },
  'a rare word': { words: wantedWords('bordereau') },
  'a word of all and a rare one': { words: wantedWords('facture bordereau') },
  'two words of all, and a kind': { words: wantedWords('facture papeterie'), kind: 'purchase' },
  'two words that never meet': { words: wantedWords('impaire paire') },
}

export type SearchFigures = {
  readonly question: string
  readonly entries: number
  readonly found: number
  readonly calls: number
  readonly readUnits: number
  /** Median over nine searches, in ms, through the engine on this machine. */
  readonly milliseconds: number
}

/** @param endpoint of DynamoDB Local. */
export const measureSearch = async (endpoint: string): Promise<readonly SearchFigures[]> => {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
  const { table, calls, close } = await openEngine({ endpoint, region: 'eu-west-3', credentials })
  const town = townOf({ now: new Date().toISOString(), newId: newUuid })
  const dossier = town.dossier(town.client(), 1)
  const entryAt = (at: number): ArchiveEntry => ({
    ...town.archiveEntry(dossier),
    kind: 'purchase',
    partyId: at % RARE === 0 ? parties.small : parties.large,
    // A hundred a day, the newest first.
    date: addSeconds(NEWEST, -Math.floor(at / 100) * DAY).slice(0, 10),
    amount: { minor: at, currency: 'EUR' },
  })
  const measured: SearchFigures[] = []
  try {
    let held = 0
    for (const entries of ENTRIES) {
      await addEntries(table, entryAt, held, entries)
      held = entries
      for (const [question, wanted] of Object.entries(questions)) {
        const runs: Omit<SearchFigures, 'question' | 'entries'>[] = []
        for (let run = 0; run < RUNS; run++) {
          const before = calls.length
          const began = performance.now()
          const { items } = await findEntries(
            wanted,
            { dossierId: dossier.dossierId, confidential: false },
            { limit: 50, isShown: () => true },
            { read: table.load as never, list: table.list },
          )
          const milliseconds = performance.now() - began
          const made = calls.slice(before)
          const readUnits = made.reduce((all, { capacityUnits }) => all + capacityUnits, 0)
          runs.push({ found: items.length, calls: made.length, readUnits, milliseconds })
        }
        const of = (name: keyof (typeof runs)[number]): number => median(runs.map((one) => one[name]))
        const figures = { found: of('found'), calls: of('calls'), readUnits: of('readUnits') }
        measured.push({ question, entries, ...figures, milliseconds: of('milliseconds') })
      }
    }
    return measured
  } finally {
    await close()
  }
}

const addEntries = async (
  table: Table,
  entryAt: (at: number) => ArchiveEntry,
  from: number,
  to: number,
): Promise<void> => {
  const SIDE_BY_SIDE = 8
  /** So many entries, with all their places, are put together. */
  const AT_ONCE = 100
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async (_, part) => {
      for (let first = from + part * AT_ONCE; first < to; first += SIDE_BY_SIDE * AT_ONCE) {
        const numbers = Array.from({ length: Math.min(AT_ONCE, to - first) }, (_one, at) => first + at)
        await put(
          table,
          numbers.flatMap((at) => writesOf(entryAt(at), at)),
        )
      }
    }),
  )
}

const writesOf = (entry: ArchiveEntry, at: number): readonly Write[] => {
  const whole = foundWrites(entry, wordsAt(at))
  const isRead = at < WHOLE || at % RARE === 0
  return isRead ? whole : whole.filter(({ record }) => record === ArchivePlaces)
}

const wordsAt = (at: number): readonly string[] => [
  'facture',
  'papeterie',
  at % 2 === 0 ? 'paire' : 'impaire',
  ...(at % RARE === 0 ? ['bordereau'] : []),
]
