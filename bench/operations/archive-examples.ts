/** One search, history and export of an archive that must succeed in the standing world: each of a party of its own. */
import { totalsOf } from '../../functions/archive/count-entry.ts'
import { placesByFacts, placesByWords } from '../../functions/archive/places.ts'
import { ArchiveExports, ArchivePlaces, EntryWordsOf, PartyHistories } from '../../functions/archive/records.ts'
import { ArchiveEntries, type ArchiveEntry } from '../../functions/archive-transfers/records.ts'
import { Parties } from '../../functions/processing/records.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { create, cursorAfter, type Write } from '../../shared/table/table.ts'
import { CONTENT } from './content.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

/** More than a page. */
const MANY = 60

/** An entry of the archive with all places at which it is found. */
export const foundWrites = (entry: ArchiveEntry, words: readonly string[]): readonly Write[] => [
  create(ArchiveEntries, entry),
  ...[...placesByFacts(entry), ...placesByWords(entry, words)].map((place) => create(ArchivePlaces, place)),
  create(EntryWordsOf, { dossierId: entry.dossierId, entryId: entry.entryId, words: words.join(' ') }),
]

const party = ({ town, dossier: { dossierId } }: StandingWorld) => {
  const { practitioner, now } = town
  const made = { dossierId, partyId: town.client().clientId, name: 'Papeterie du Quai', roles: ['supplier'] as const }
  return { ...made, vatNumber: null, iban: null, createdAt: now, createdBy: practitioner.personId }
}

/** Purchases of a new supplier, who alone has the word. */
const archived = (world: StandingWorld) => {
  const supplier = party(world)
  const { dossierId, partyId } = supplier
  const word = partyId.replaceAll('-', '')
  const entries = Array.from(
    { length: MANY },
    (_, at): ArchiveEntry => ({
      ...world.town.archiveEntry(world.dossier),
      kind: 'purchase',
      partyId,
      number: `F-${at}`,
      date: '2026-02-14',
      amount: { minor: 12_345 + at, currency: 'EUR' },
    }),
  )
  const [first] = entries as [ArchiveEntry]
  const history = { dossierId, confidential: false, partyId, documents: MANY, lastDay: '2026-02-14' }
  const before = [
    create(Parties, supplier),
    create(PartyHistories, { ...history, totals: totalsOf(first) }),
    ...entries.flatMap((entry) => foundWrites(entry, ['2026', word, 'quai'])),
  ]
  return { partyId, word, before }
}

const user = ({ dossier: { dossierId } }: StandingWorld, more: Partial<Example> = {}): Example => ({
  as: 'clientAdministrator',
  ...more,
  params: { dossierId, ...more.params },
})
const practitioner = (world: StandingWorld, more: Partial<Example> = {}): Example => ({
  ...user(world, more),
  as: 'practitioner',
})

const ended = ({ town, dossier: { dossierId } }: StandingWorld) => {
  const { clientAdministrator, now } = town
  const ids = { dossierId, personId: clientAdministrator.personId, exportId: town.client().clientId }
  const period = { from: '2026-01-01', until: '2026-03-31' }
  const times = { askedAt: now, activeAt: now, endedAt: now, expiresAt: addSeconds(now, 7 * DAY) }
  const file = { entries: 3, length: CONTENT.length, sha256: CONTENT.sha256, storedVersionId: null }
  const made = { ...ids, ...period, state: 'done', reason: null, attempt: 1, ...times, ...file } as const
  return { exportId: ids.exportId, before: [create(ArchiveExports, made)] }
}

export const archiveExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  'listFoundEntries: of a party, by date and amount': (world) => {
    const { partyId, before } = archived(world)
    const amounts = { minAmount: 10_000, maxAmount: 20_000, currency: 'EUR' }
    return user(world, { before, input: { partyId, from: '2026-01-01', until: '2026-12-31', ...amounts } })
  },
  'listFoundEntries: by a word': (world) => {
    const { word, before } = archived(world)
    return user(world, { before, input: { words: word } })
  },
  'listFoundEntries: by several words, for the owner': (world) => {
    const { word, before } = archived(world)
    return practitioner(world, { before, input: { words: `2026 ${word} quai`, kind: 'purchase' } })
  },
  listHistory: (world) => {
    const histories = Array.from({ length: MANY }, () => {
      const one = party(world)
      const { dossierId, partyId } = one
      const history = { dossierId, confidential: false, partyId, documents: 1, lastDay: '2026-02-14', totals: [] }
      return { partyId, writes: [create(Parties, one), create(PartyHistories, history)] }
    })
    // From the first of them on, whatever came before.
    const cursor = cursorAfter(`PARTY#${histories[0]?.partyId}`)
    return practitioner(world, { before: histories.flatMap(({ writes }) => writes), input: { cursor } })
  },
  listPartyHistory: (world) => {
    const { partyId, before } = archived(world)
    return practitioner(world, { before, params: { partyId } })
  },
  askForExport: (world) => {
    const { partyId, before } = archived(world)
    return user(world, { before, input: { from: '2026-01-01', until: '2026-12-31', partyId } })
  },
  listExports: (world) =>
    user(world, { before: Array.from({ length: MANY }, () => ended(world)).flatMap(({ before }) => before) }),
  readExport: (world) => {
    const { exportId, before } = ended(world)
    return user(world, { before, params: { exportId } })
  },
  downloadExport: (world) => {
    const { exportId, before } = ended(world)
    return user(world, { before, params: { exportId } })
  },
}
