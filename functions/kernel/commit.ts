import { AuditEntries, type AuditEntry } from '../../shared/audit.ts'
import type { Route } from '../../shared/contract/route.ts'
import { type DomainEvent, Outbox, type OutboxEntry } from '../../shared/events.ts'
import { GivenAnswers } from '../../shared/idempotency.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import { create, type Table, type Write } from '../../shared/table/table.ts'
import type { Granted } from './authorize.ts'
import { hashOfRequest, type Loaded } from './load.ts'
import type { Answer } from './present.ts'
import type { Request } from './request.ts'

export type Committed = 'done' | 'conflict' | 'repeated'

type Facts = {
  readonly route: Route
  readonly request: Request
  readonly loaded: Loaded
  readonly granted: Granted
  readonly outcome: { readonly writes?: readonly Write[]; readonly events?: readonly DomainEvent[] }
  readonly answer: Answer
  readonly now: string
}

/** One transaction: the writes, the audit entry, the outbox's events, and the answer kept for a repeat. */
export const commit = async (
  { table, newId }: { table: Table; newId: NewId },
  { route, request, loaded, granted, outcome, answer, now }: Facts,
): Promise<Committed> => {
  const { writes = [], events = [] } = outcome
  const kept = request.idempotencyKey !== null && route.method !== 'GET' && request.tokenPersonId !== null
  if (writes.length === 0 && events.length === 0 && !kept) return 'done'

  const given = {
    actorId: loaded.actor.personId,
    idempotencyKey: request.idempotencyKey ?? '',
    requestHash: hashOfRequest(request),
    ...answer,
    at: now,
  }
  const entry: AuditEntry = {
    auditId: newId(),
    at: now,
    actorId: loaded.actor.personId,
    door: route.open === undefined ? 'api' : 'link',
    action: route.action,
    ruleId: granted.rule.id,
    dossierId: request.params.dossierId ?? dossierOf(loaded),
    requestId: request.requestId,
    changes: writes.flatMap(changeOf),
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
    ...(writes.length + events.length === 0 ? [] : [create(AuditEntries, entry)]),
    ...outboxWrites(events, now, newId),
    ...keep,
  ])
  if (result === 'done') return 'done'
  return result.conflicts.some(({ record }) => record === GivenAnswers) ? 'repeated' : 'conflict'
}

/** The outbox's share of a commit. */
export const outboxWrites = (events: readonly DomainEvent[], at: string, newId: NewId): Write[] =>
  events.map((event) => create(Outbox, { ...event, eventId: newId(), at } as OutboxEntry))

/** What the audit trail says of a write: the item before and after, without its secrets. */
export const changeOf = (write: Write): AuditEntry['changes'] => {
  if (write.op === 'require') return []
  const open = (item: object): object =>
    Object.fromEntries(Object.entries(item).filter(([name]) => !(write.record.secret ?? []).includes(name)))
  return [
    {
      record: write.record.name,
      before: 'before' in write ? open(write.before) : null,
      after: 'item' in write ? open(write.item) : null,
    },
  ]
}

const dossierOf = ({ things }: Loaded): string | null =>
  (things.dossier as { dossierId?: string } | undefined)?.dossierId ?? null
