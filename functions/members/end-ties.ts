/**
 * What members were given by name ends when they are deactivated, and when they become a guest: shares of dossiers (D-06,
 * D-04) and assignments of clients. It gives nothing from that moment on; here it is tidied away, and handed on to
 * nobody (D-20).
 */
import { endedBefore, People, type Person } from '../../shared/people.ts'
import type { AnyQuestion, Stored } from '../../shared/table/record.ts'
import { type Lookup, perhaps, remove, require, type Write } from '../../shared/table/table.ts'
import { assignFor, type ClientAssignment, ClientAssignments } from '../clients/records.ts'
import { consume } from '../kernel/consume.ts'
import { type Act, type JobTools, TryAgain } from '../kernel/job.ts'
import { type Share, Shares } from '../sharing/records.ts'

/** Each may have an audit entry of its own, and a transaction takes 100 items. */
const AT_ONCE = 40

/** Reads who they are now, so that an event that comes late ends nothing that was given since. */
export const endTies = async (personId: string, tools: JobTools): Promise<void> => {
  const { person } = await tools.read({ person: perhaps(People, { personId }) })
  if (person?.kind !== 'member') return
  const isOver = (givenAt: string): boolean => mayHaveNone(person) || endedBefore(person, givenAt)
  if (!mayHaveNone(person) && person.reinstatedAt === undefined) return

  await endEach<Share>(
    { question: Shares.by.ofPerson, lookup: (share) => perhaps(Shares, share), action: 'share.end' },
    (share) => (isOver(share.givenAt) ? [remove(Shares, share)] : []),
    person,
    tools,
  )
  await endEach<ClientAssignment>(
    {
      question: ClientAssignments.by.ofMember,
      lookup: (assignment) => perhaps(ClientAssignments, assignment),
      action: 'assignment.end',
    },
    (assignment) =>
      assignment.assigned !== null && isOver(assignment.assigned.at)
        ? assignFor(assignment, assignment, { assigned: null })
        : [],
    person,
    tools,
  )
}

const mayHaveNone = ({ status, ...person }: Person): boolean =>
  status === 'inactive' || (person.kind === 'member' && person.roles.includes('guest'))

type Ties<T> = { readonly question: AnyQuestion; readonly lookup: (tie: T) => Lookup; readonly action: Act['action'] }

/** Page by page: an index lags, so each is read again; whoever changed meanwhile is looked at anew. */
const endEach = async <T>(
  { question, lookup, action }: Ties<T>,
  writesFor: (tie: Stored<T>) => readonly Write[],
  person: Stored<Person>,
  { read, table, act }: JobTools,
): Promise<void> => {
  let cursor: string | undefined
  do {
    const page = await table.list<T>(question, { personId: person.personId }, { limit: AT_ONCE, cursor })
    const fresh = await read(Object.fromEntries(page.items.map((tie, at) => [String(at), lookup(tie)])))
    const writes = Object.values(fresh).flatMap((tie) => (tie === undefined ? [] : writesFor(tie as Stored<T>)))
    if (writes.length > 0) {
      const done = await act({ action, dossierId: null, writes: [...writes, require(People, person)] })
      if (done === 'conflict') throw new TryAgain('The person or what they were given changed meanwhile.')
    }
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
}

export const handler = consume<'person-changed'>('end-ties', {
  'person-changed': ({ data }, tools) => endTies(data.personId, tools),
})
