import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, update, type Write } from '../../shared/table/table.ts'
import { ArchiveEntries, type ArchiveEntry } from '../archive-transfers/records.ts'
import { DocumentTexts, textKey } from '../documents/records.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { Parties } from '../processing/records.ts'
import { placesByFacts, placesByWords } from './places.ts'
import { type ArchivePlace, ArchivePlaces, type EntryWords, EntryWordsOf } from './records.ts'
import { distinctWords } from './words.ts'

export type OfVersion = { readonly dossierId: string; readonly documentId: string; readonly versionId: string }

/**
 * Lays an entry down where it is found (P-10), as far as its text has been read by now. Told when it is archived and
 * when its text was read, whichever comes last finds both. Told again, it changes nothing.
 * @returns the entry, if its version is archived.
 */
export const putInIndex = async (
  { dossierId, documentId, versionId }: OfVersion,
  tools: JobTools,
): Promise<ArchiveEntry | undefined> => {
  const { entry, text, known } = await tools.read({
    entry: perhaps(ArchiveEntries, { dossierId, entryId: versionId }),
    text: perhaps(DocumentTexts, { documentId, versionId }),
    known: perhaps(EntryWordsOf, { dossierId, entryId: versionId }),
  })
  if (entry === undefined) return undefined
  const { party } = await tools.read({ party: perhaps(Parties, { dossierId, partyId: entry.partyId ?? 'none' }) })
  const content = text?.state === 'done' ? await contentOf(text, tools) : ''
  const words = distinctWords([entry.name, entry.number ?? '', party?.name ?? '', content])

  const already = new Set(known?.words.split(' ') ?? [])
  const fresh = words.filter((word) => !already.has(word))
  if (known !== undefined && fresh.length === 0) return entry
  await layDown([...(known === undefined ? placesByFacts(entry) : []), ...placesByWords(entry, fresh)], tools)
  // Last: a word finds an entry once it stands in here, when all its places are there.
  await keepWords(
    { dossierId, entryId: versionId, words: [...new Set([...already, ...words])].join(' ') },
    known,
    tools,
  )
  return entry
}

const contentOf = async (
  { storedVersionId: versionId, ...ids }: OfVersion & { readonly storedVersionId: string | null },
  { files }: JobTools,
): Promise<string> => {
  const bytes = await files.get({ bucket: 'documents', key: textKey(ids), versionId })
  if (bytes === undefined) throw new Error('A text that was read is not where it was put.')
  return bytes.toString('utf8')
}

const AT_ONCE = 100

/** Straight into the table: where something is found is nothing that an audit would ask for. */
const layDown = async (places: readonly ArchivePlace[], { table, read }: JobTools): Promise<void> => {
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const some = places.slice(from, from + AT_ONCE)
    if ((await table.commit(some.map(asWrite))) === 'done') continue
    // Some are there, from a run that was interrupted or is at work: a place never changes.
    const there = await read(Object.fromEntries(some.map((place, at) => [at, perhaps(ArchivePlaces, place)])))
    const missing = some.filter((_, at) => there[at] === undefined)
    if (missing.length > 0 && (await table.commit(missing.map(asWrite))) !== 'done')
      throw new TryAgain('The same entry is being laid down at this moment.')
  }
}

const asWrite = (place: ArchivePlace): Write => create(ArchivePlaces, place)

const keepWords = async (
  words: EntryWords,
  known: Stored<EntryWords> | undefined,
  { table }: JobTools,
): Promise<void> => {
  const kept = await table.commit([
    known === undefined ? create(EntryWordsOf, words) : update(EntryWordsOf, known, { words: words.words }),
  ])
  if (kept !== 'done') throw new TryAgain('The words of the same entry were kept at this moment.')
}
