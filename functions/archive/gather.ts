/** What goes into an export: each entry decided on at the moment of making (P-10). */
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { ArchiveEntries, type ArchiveEntry } from '../archive-transfers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { readerOf } from './decide-as.ts'
import type { ExportFailure } from './export-failures.ts'
import { type Exported, filesOf } from './manifest.ts'
import { placesIn } from './measure-period.ts'
import { partiesOf } from './read-histories.ts'
import type { ArchiveExport } from './records.ts'

export type Gathered = { readonly files: readonly Exported[] } | { readonly reason: ExportFailure }

export const gather = async (asked: ArchiveExport, tools: JobTools): Promise<Gathered> => {
  const { dossierId } = asked
  const reader = await readerOf(asked, tools)
  if (reader === undefined || !reader.mayRead) return { reason: 'no-right' }
  const where = { dossierId, confidential: reader.mayReadConfidential }
  const places = await placesIn(asked, where, { list: tools.table.list })
  if (places === undefined) return { reason: 'too-large' }

  const found: Readonly<Record<string, Stored<ArchiveEntry> | undefined>> = await tools.read(
    Object.fromEntries(places.map(({ entryId }) => [entryId, perhaps(ArchiveEntries, { dossierId, entryId })])),
  )
  const entries = Object.values(found).flatMap((entry) => (entry !== undefined && reader.may(entry) ? [entry] : []))
  if (entries.length === 0) return { reason: 'nothing-left' }
  const partyIds = [...new Set(entries.flatMap(({ partyId }) => (partyId === undefined ? [] : [partyId])))]
  const parties = partyIds.length === 0 ? {} : await partiesOf(dossierId, partyIds, tools.read)
  return { files: filesOf(entries, parties, reader.person.language) }
}
