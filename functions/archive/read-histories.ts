/** The history of parties as somebody may read it: what is confidential is counted apart, and added for whom it is open to. */
import type { Stored } from '../../shared/table/record.ts'
import { cursorAfter, type Loaded, type Lookup, type Page, perhaps } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'
import { Parties, type Party } from '../processing/records.ts'
import { sum } from './count-entry.ts'
import { PartyHistories, type PartyHistory } from './records.ts'

export type Where = { readonly dossierId: string; readonly confidential: boolean }

export const halvesOf = ({ confidential }: Where): readonly boolean[] => (confidential ? [false, true] : [false])

/** What is told of one party; `isConfidential` where part of it is. */
export type History = Pick<PartyHistory, 'partyId' | 'documents' | 'totals'> & {
  readonly lastDay: string | null
  readonly isConfidential: boolean
}

/** Both halves of the history of one party together. */
export const together = (partyId: string, halves: readonly (PartyHistory | undefined)[]): History => {
  const there = halves.filter((half) => half !== undefined)
  return {
    partyId,
    documents: there.reduce((all, { documents }) => all + documents, 0),
    lastDay:
      there
        .map(({ lastDay }) => lastDay)
        .sort()
        .at(-1) ?? null,
    totals: sum(...there.map(({ totals }) => totals)),
    isConfidential: there.some(({ confidential }) => confidential),
  }
}

/** A page of histories, in the order of their parties' ids. */
export const historiesOf = async (
  where: Where,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  { list }: Pick<Tools, 'list'>,
): Promise<{ readonly items: readonly History[]; readonly cursor: string | null }> => {
  const pages = await Promise.all(
    halvesOf(where).map(
      (confidential): Promise<Page<PartyHistory>> =>
        list(PartyHistories.by.ofDossier, { dossierId: where.dossierId, confidential }, { limit, cursor }),
    ),
  )
  const byParty = Map.groupBy(
    pages.flatMap(({ items }) => items),
    ({ partyId }) => partyId,
  )
  const parties = [...byParty.keys()].sort()
  const shown = parties.slice(0, limit)
  const isLast = parties.length <= limit && pages.every((page) => page.cursor === null)
  const last = shown.at(-1)
  return {
    items: shown.map((partyId) => together(partyId, byParty.get(partyId) ?? [])),
    cursor: isLast || last === undefined ? null : cursorAfter(`PARTY#${last}`),
  }
}

type Read = <L extends Readonly<Record<string, Lookup>>>(
  lookups: L,
) => Promise<{ readonly [N in keyof L]: Loaded<L>[N] | undefined }>

/** The parties that histories are of, by their ids. */
export const partiesOf = async (
  dossierId: string,
  partyIds: readonly string[],
  read: Read,
): Promise<Readonly<Record<string, Stored<Party> | undefined>>> =>
  read(Object.fromEntries(partyIds.map((partyId) => [partyId, perhaps(Parties, { dossierId, partyId })])))

export const showHistory = (history: History, party: Party | undefined) => ({
  ...history,
  name: party?.name ?? null,
  roles: party?.roles ?? [],
})
