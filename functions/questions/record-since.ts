/**
 * What the record says of a moment in the past (B-18): every change since then is in the audit trail with what was
 * before, so that the state of an item then is what was before its first change since, or what it is now.
 */
import { AuditEntries, type AuditEntry, PEOPLE_TRAIL } from '../../shared/audit.ts'
import { WideReaches } from '../../shared/people.ts'
import { addSeconds } from '../../shared/ports/clock.ts'
import type { AnyRecord, Key } from '../../shared/table/record.ts'
import { catalogue } from '../catalogue.ts'
import { ClientAssignments } from '../clients/records.ts'
import { Companions } from '../collaborative-spaces/records.ts'
import { DossierAccesses } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { Shares } from '../sharing/records.ts'
import type { About } from './people-of.ts'
import type { AsOf } from './who-can.ts'

/** How far back the record is read for one answer; beyond, the answer says that it is not whole. */
const MOST_CHANGES = 20_000
const ENTRIES_AT_ONCE = 500
/** An entry says when its act began, and lies where it ended: no act takes longer than the longest function. */
const LONGEST_ACT_SECONDS = 15 * 60

export type PastState = {
  readonly asOf: AsOf
  /** Who had to do with it then or since, and may not have any more. */
  readonly people: readonly string[]
  /** Whether the record was read back to that moment. */
  readonly whole: boolean
}

export const asNow: PastState = { asOf: (_lookup, found) => found, people: [], whole: true }

const records = new Map<string, AnyRecord>(
  catalogue.flatMap((one) => one.records.map((record) => [record.name, record] as const)),
)
const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`

export const recordSince = async (list: Tools['list'], about: About, at: string): Promise<PastState> => {
  const read = await Promise.all(trailsOf(about).map((trail) => changesSince(list, trail, at)))
  const before = new Map<string, object | null>()
  const people = new Set<string>()
  // The newest first, so that what stays is what was before the oldest.
  for (const change of read.flatMap(({ changes }) => changes)) {
    const record = records.get(change.record)
    const item = change.before ?? change.after
    if (record === undefined || item === null) continue
    before.set(nameOf(record.key(item as never)), change.before)
    if (isTie(record, item, about)) people.add((item as { personId: string }).personId)
  }
  return {
    asOf: (lookup, found) => {
      const recorded = before.get(nameOf(lookup.key))
      const then = recorded === undefined ? found : ((recorded ?? undefined) as typeof found)
      // What an operator put there by hand is in no record, but says itself when it was made.
      return ((then as { createdAt?: string } | undefined)?.createdAt ?? '') > at ? undefined : then
    },
    people: [...people],
    whole: read.every(({ whole }) => whole),
  }
}

const trailsOf = (about: About): string[] => [
  ...(about.kind === 'dossier' ? [`DOSSIER#${about.dossierId}`] : []),
  ...('clientId' in about ? [`CLIENT#${about.clientId}`] : []),
  ...(about.kind === 'collaborative-space' ? [`COLLABORATIVE-SPACE#${about.spaceId}`] : []),
  PEOPLE_TRAIL,
]

type Change = AuditEntry['changes'][number]

const changesSince = async (list: Tools['list'], trail: string, at: string) => {
  const changes: Change[] = []
  const began = addSeconds(at, -LONGEST_ACT_SECONDS)
  for (let cursor: string | undefined; ; ) {
    const page = await list<AuditEntry>(
      AuditEntries.by.ofTrail,
      { trail },
      { limit: ENTRIES_AT_ONCE, newestFirst: true, ...(cursor === undefined ? {} : { cursor }) },
    )
    for (const entry of page.items) if (entry.at > at) changes.push(...entry.changes)
    const last = page.items.at(-1)
    if (page.cursor === null || (last !== undefined && last.at < began)) return { changes, whole: true }
    if (changes.length >= MOST_CHANGES) return { changes, whole: false }
    cursor = page.cursor
  }
}

/** Whether an item makes somebody a candidate: the relations that `peopleOf` reads, of this thing. */
const isTie = (record: AnyRecord, item: object, about: About): boolean => {
  const { dossierId, clientId, spaceId } = item as Readonly<Record<string, string | undefined>>
  if (record === WideReaches) return true
  if (about.kind === 'settings') return false
  if (about.kind === 'collaborative-space') return record === Companions && spaceId === about.spaceId
  if (record === ClientAssignments) return clientId === about.clientId
  return (record === Shares || record === DossierAccesses) && about.kind === 'dossier' && dossierId === about.dossierId
}
