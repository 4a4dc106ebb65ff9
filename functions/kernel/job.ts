/** What everything that is not a request is given: consumers of events, tasks of workflows, ticks of the clock. */
import type { Action } from '../../shared/actions.ts'
import { AuditEntries, entriesOf, trailOf } from '../../shared/audit.ts'
import type { DomainEvent } from '../../shared/events.ts'
import { create, type Loaded, type Lookup, type Write } from '../../shared/table/table.ts'
import { outboxWrites, stamped } from './commit.ts'
import type { Outside } from './line.ts'

/** What jobs do that nobody can ask for over the API. */
type OfJobsAlone =
  | 'owner-request.expire'
  | 'digest.send'
  | 'access-request.ask-for-verdict'
  | 'access-request.expire'
  | 'access-request.close'
  | 'offer.ask-for-answer'
  | 'offer.expire'
  | 'offer.tell'
  | 'offer.pass-to-coordinator'
  | 'approval.ask'
  | 'approval.tell'
  | 'approval.finish'
  | 'link.mail'

/** What a job wants to be true from now on, with the reason for the audit trail. */
export type Act = {
  readonly action: Action | OfJobsAlone
  readonly dossierId: string | null
  readonly writes: readonly Write[]
  readonly events?: readonly DomainEvent[]
}

export type JobTools = Pick<Outside, 'table' | 'files' | 'directory' | 'newId' | 'publicUrl'> & {
  readonly now: string
  /** Reads items consistently in one call; what does not exist is `undefined`. */
  readonly read: <L extends Readonly<Record<string, Lookup>>>(
    lookups: L,
  ) => Promise<{ readonly [N in keyof L]: Loaded<L>[N] | undefined }>
  /** One transaction with audit entry and events; says whether it met something newer. */
  readonly act: (act: Act) => Promise<'done' | 'conflict'>
}

/** The tools of one job's run: `job` is the name under which it acts in the audit trail. */
export const jobTools = (world: Outside, job: string, requestId: string, now: string = world.clock()): JobTools => ({
  table: world.table,
  files: world.files,
  directory: world.directory,
  newId: world.newId,
  publicUrl: world.publicUrl,
  now,
  read: world.table.load as JobTools['read'],
  act: async ({ action, dossierId, events = [], ...wanted }) => {
    const writes = stamped(wanted.writes, now)
    const told = {
      at: now,
      actorId: `job:${job}`,
      door: 'job' as const,
      action,
      ruleId: null,
      trail: trailOf(dossierId),
      requestId,
    }
    const result = await world.table.commit([
      ...writes,
      ...entriesOf(told, writes, world.newId).map((entry) => create(AuditEntries, entry)),
      ...outboxWrites(events, now, world.newId),
    ])
    return result === 'done' ? 'done' : 'conflict'
  },
})

/** A conflict that will be gone when the job is run again: thrown so that whoever called it does. */
export class TryAgain extends Error {
  override name = 'TryAgain'
}
