import { AuditEntries, entriesOf, trailOf } from '../../shared/audit.ts'
import type { Route } from '../../shared/contract/route.ts'
import { type DomainEvent, Outbox, type OutboxEntry } from '../../shared/events.ts'
import { GivenAnswers } from '../../shared/idempotency.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import type { AnyRecord } from '../../shared/table/record.ts'
import { create, type Table, type Write } from '../../shared/table/table.ts'
import type { Granted } from './authorize.ts'
import { dossierOf, hashOfRequest, type Loaded } from './load.ts'
import type { Answer } from './present.ts'
import type { Request } from './request.ts'

/** `overtaken`: it met a change to which its route gives way, so that it is not run again. */
export type Committed = 'done' | 'conflict' | 'overtaken' | 'repeated'

type Facts = {
  readonly route: Route
  readonly request: Request
  readonly loaded: Loaded
  readonly granted: Granted
  readonly outcome: {
    readonly writes?: readonly Write[]
    readonly events?: readonly DomainEvent[]
    readonly givesWayTo?: readonly AnyRecord[]
  }
  readonly answer: Answer
  readonly now: string
}

/** One transaction: the writes, the audit entry, the outbox's events, and the answer kept for a repeat. */
export const commit = async (
  { table, newId }: { table: Table; newId: NewId },
  { route, request, loaded, granted, outcome, answer, now }: Facts,
): Promise<Committed> => {
  const { events = [] } = outcome
  const writes = stamped(outcome.writes ?? [], now)
  // What changes nothing is repeated by doing it again: its function could not write an answer down either.
  const mayChange = route.method !== 'GET' && route.uses.table === 'write'
  const kept = request.idempotencyKey !== null && mayChange && request.tokenPersonId !== null
  if (writes.length === 0 && events.length === 0 && !kept) return 'done'

  const given = {
    actorId: loaded.actor.personId,
    idempotencyKey: request.idempotencyKey ?? '',
    requestHash: hashOfRequest(request),
    ...answer,
    at: now,
  }
  const act = {
    at: now,
    actorId: loaded.actor.personId,
    door: route.open === undefined ? ('api' as const) : ('link' as const),
    action: route.action,
    ruleId: granted.rule.id,
    trail: trailOf(dossierOf(request, loaded)),
    requestId: request.requestId,
  }
  // An answer whose day is over lies there until it is tidied: the new one takes its place.
  const keep: Write[] = !kept
    ? []
    : [
        loaded.given === undefined
          ? create(GivenAnswers, given)
          : { op: 'replace', record: GivenAnswers, before: loaded.given, item: given },
      ]
  const result = await table.commit([
    ...writes,
    ...(writes.length + events.length === 0
      ? []
      : entriesOf(act, writes, newId).map((entry) => create(AuditEntries, entry))),
    ...outboxWrites(events, now, newId),
    ...keep,
  ])
  if (result === 'done') return 'done'
  const met = (records: readonly AnyRecord[]): boolean =>
    result.conflicts.some(({ record }) => records.includes(record))
  if (met([GivenAnswers])) return 'repeated'
  return met([...(route.givesWayTo ?? []), ...(outcome.givesWayTo ?? [])]) ? 'overtaken' : 'conflict'
}

/** The writes, with the moment in each item whose record says where it is kept. */
export const stamped = (writes: readonly Write[], at: string): readonly Write[] =>
  writes.map((write) => {
    const { stamp } = write.record
    return stamp === undefined || !('item' in write) ? write : { ...write, item: { ...write.item, [stamp]: at } }
  })

/** The outbox's share of a commit. */
export const outboxWrites = (events: readonly DomainEvent[], at: string, newId: NewId): Write[] =>
  events.map((event) => create(Outbox, { ...event, eventId: newId(), at } as OutboxEntry))
