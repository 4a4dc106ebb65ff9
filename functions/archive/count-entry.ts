import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { ArchiveEntries, type ArchiveEntry } from '../archive-transfers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { again } from './again.ts'
import { dayOf } from './places.ts'
import { CountedEntries, PartyHistories, type PartyHistory, type Total } from './records.ts'

/**
 * Counts an entry into the history of its party, in one transaction with the note that it was counted: told twice, or by
 * two at once, it counts once (P-10). What is confidential is counted apart (D-09).
 */
export const countEntry = async (
  { dossierId, entryId }: Pick<ArchiveEntry, 'dossierId' | 'entryId'>,
  { table, read, now }: JobTools,
): Promise<void> => {
  const { entry } = await read({ entry: perhaps(ArchiveEntries, { dossierId, entryId }) })
  if (entry?.partyId === undefined) return
  const of = { dossierId, confidential: entry.confidential === true, partyId: entry.partyId }
  await again(async () => {
    const { counted, history } = await read({
      counted: perhaps(CountedEntries, { dossierId, entryId }),
      history: perhaps(PartyHistories, of),
    })
    if (counted !== undefined) return 'done'
    // Straight into the table: the entry itself is in the audit trail.
    const note = create(CountedEntries, { dossierId, entryId, at: now })
    return (await table.commit([note, add(of, history, entry)])) === 'done' ? 'done' : 'conflict'
  })
}

const add = (
  of: Pick<PartyHistory, 'dossierId' | 'confidential' | 'partyId'>,
  history: Stored<PartyHistory> | undefined,
  entry: ArchiveEntry,
) => {
  const day = dayOf(entry)
  if (history === undefined)
    return create(PartyHistories, { ...of, documents: 1, lastDay: day, totals: sum([], totalsOf(entry)) })
  return update(PartyHistories, history, {
    documents: history.documents + 1,
    lastDay: day > history.lastDay ? day : history.lastDay,
    totals: sum(history.totals, totalsOf(entry)),
  })
}

/** What one entry adds: nothing where nobody has said its amount. */
export const totalsOf = (entry: ArchiveEntry): readonly Total[] => {
  const { kind = null, amount } = entry
  return amount === undefined ? [] : [{ kind, year: Number(dayOf(entry).slice(0, 4)), ...amount, documents: 1 }]
}

const nameOf = ({ year, kind, currency }: Total): string => `${year} ${kind ?? ''} ${currency}`

/** Totals of the same kind, year and currency together; newest year first. */
export const sum = (...all: readonly (readonly Total[])[]): Total[] => {
  const together = new Map<string, Total>()
  for (const total of all.flat()) {
    const before = together.get(nameOf(total))
    together.set(nameOf(total), {
      ...total,
      minor: (before?.minor ?? 0) + total.minor,
      documents: (before?.documents ?? 0) + total.documents,
    })
  }
  return [...together.values()].sort((a, b) => b.year - a.year || (nameOf(a) < nameOf(b) ? -1 : 1))
}
