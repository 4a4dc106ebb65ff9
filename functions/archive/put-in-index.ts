import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, update, type Write } from '../../shared/table/table.ts'
import { ArchiveEntries, type ArchiveEntry } from '../archive-transfers/records.ts'
import { type DocumentText, DocumentTexts, textKey } from '../documents/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { Parties } from '../processing/records.ts'
import { again } from './again.ts'
import { placesByFacts, placesByWords } from './places.ts'
import { type ArchivePlace, ArchivePlaces, type EntryWords, EntryWordsOf } from './records.ts'
import { distinctWords } from './words.ts'

export type OfVersion = { readonly dossierId: string; readonly documentId: string; readonly versionId: string }

/**
 * Lays an entry down where it is found (P-10), as far as its text has been read by now. Told when it is archived and
 * when its text was read, whichever comes last finds both. Told again, or by two at once, it is laid down once.
 */
export const putInIndex = ({ dossierId, documentId, versionId }: OfVersion, tools: JobTools): Promise<void> =>
  again(async () => {
    const { entry, text, known } = await tools.read({
      entry: perhaps(ArchiveEntries, { dossierId, entryId: versionId }),
      text: perhaps(DocumentTexts, { documentId, versionId }),
      known: perhaps(EntryWordsOf, { dossierId, entryId: versionId }),
    })
    if (entry === undefined) return 'done'
    const words = await wordsOf(entry, text, tools)
    const already = new Set(known?.words.split(' ') ?? [])
    const fresh = words.filter((word) => !already.has(word))
    if (known !== undefined && fresh.length === 0) return 'done'

    const places = [...(known === undefined ? placesByFacts(entry) : []), ...placesByWords(entry, fresh)]
    if ((await layDown(places, tools)) === 'conflict') return 'conflict'
    // Last: a word finds an entry once it stands in here, when all its places are there.
    const all = { dossierId, entryId: versionId, words: [...already, ...fresh].join(' ') }
    return keepWords(all, known, tools)
  })

const wordsOf = async (
  { dossierId, partyId = 'none', name, number = '' }: ArchiveEntry,
  text: DocumentText | undefined,
  tools: JobTools,
): Promise<readonly string[]> => {
  const { party } = await tools.read({ party: perhaps(Parties, { dossierId, partyId }) })
  const content = text?.state === 'done' ? await contentOf(text, tools) : ''
  return distinctWords([name, number, party?.name ?? '', content])
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

type Ended = 'done' | 'conflict'

/** Straight into the table: where something is found is nothing that an audit would ask for. */
const commit = async (writes: readonly Write[], { table }: JobTools): Promise<Ended> =>
  (await table.commit(writes)) === 'done' ? 'done' : 'conflict'

const layDown = async (places: readonly ArchivePlace[], tools: JobTools): Promise<Ended> => {
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const some = places.slice(from, from + AT_ONCE)
    if ((await commit(some.map(asWrite), tools)) === 'done') continue
    // Some are there, from a run that was interrupted or is at work: a place never changes.
    const there = await tools.read(Object.fromEntries(some.map((place, at) => [at, perhaps(ArchivePlaces, place)])))
    const missing = some.filter((_, at) => there[at] === undefined)
    if (missing.length > 0 && (await commit(missing.map(asWrite), tools)) === 'conflict') return 'conflict'
  }
  return 'done'
}

const asWrite = (place: ArchivePlace): Write => create(ArchivePlaces, place)

const keepWords = (words: EntryWords, known: Stored<EntryWords> | undefined, tools: JobTools): Promise<Ended> =>
  commit(
    [known === undefined ? create(EntryWordsOf, words) : update(EntryWordsOf, known, { words: words.words })],
    tools,
  )
