import { event } from '../../shared/events.ts'
import { type FollowUp, FollowUps } from '../../shared/follow-ups.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, remove, update } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { later, type Run } from '../kernel/follow.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { endRequest, stateAt, unanswered } from './end-request.ts'
import type { NextStep } from './execution.ts'
import { findPeopleToAsk } from './find-people-to-ask.ts'
import { type AccessRequest, AccessRequests, RequestClaims } from './records.ts'
import { nextReminder } from './request-times.ts'

/**
 * Does what is due for a request at a moment: asks for a verdict, lets it expire, or nothing; and says how it goes on.
 * Run twice, it finds the second time that nothing is due.
 */
export const takeNextStep = async (run: Run, tools: JobTools): Promise<NextStep> => {
  const { dossierId, requestId } = run
  const at = later(run.at, tools.now)
  const { request, followUp, dossier } = await tools.read({
    request: perhaps(AccessRequests, { dossierId, requestId }),
    followUp: perhaps(FollowUps, { dossierId, requestId }),
    dossier: perhaps(Dossiers, { dossierId }),
  })
  const end: NextStep = { dossierId, requestId, at, next: 'end' }
  if (request === undefined || dossier === undefined) return end
  if (request.state !== 'pending' || followUp === undefined) {
    if (followUp !== undefined) await tools.table.commit([remove(FollowUps, followUp)])
    return end
  }
  if (stateAt(request, at) === 'expired') {
    await expire(request, followUp, at, tools)
    return end
  }
  const isDue = followUp.nextAskAt !== null && followUp.nextAskAt <= at
  if (isDue) await askForVerdict(request, followUp, dossier.responsibleId, at, tools)
  return { ...end, next: 'wait' }
}

/** Mails each person to be asked, by an event of their own, and notes when that is due again. */
const askForVerdict = async (
  { dossierId, requestId, askedAt, expiresAt }: AccessRequest,
  followUp: Stored<FollowUp>,
  responsibleId: string,
  at: string,
  tools: JobTools,
): Promise<void> => {
  const { personIds, standIns } = await findPeopleToAsk(responsibleId, tools)
  const nobody = personIds.length === 0
  // With nobody to ask it is no asking: somebody is looked for again the next day, until the request expires.
  const nextAskAt = nobody ? addSeconds(at, DAY) : nextReminder(askedAt, at)
  const dueAt = nextAskAt === null || nextAskAt > expiresAt ? expiresAt : nextAskAt
  await done(tools, {
    action: 'access-request.ask-for-verdict',
    dossierId,
    writes: [update(FollowUps, followUp, { asks: followUp.asks + (nobody ? 0 : 1), nextAskAt, dueAt, standIns })],
    events: personIds.map((personId) =>
      event('access-verdict-asked', { dossierId, requestId, personId, for: null, reminder: followUp.asks > 0 }),
    ),
  })
}

const expire = async (
  request: Stored<AccessRequest>,
  followUp: Stored<FollowUp>,
  at: string,
  tools: JobTools,
): Promise<void> => {
  const { dossierId, email } = request
  const { claim } = await tools.read({ claim: perhaps(RequestClaims, { dossierId, email }) })
  const { writes, events } = endRequest(request, claim, 'expired', unanswered(at))
  await done(tools, {
    action: 'access-request.expire',
    dossierId,
    writes: [...writes, remove(FollowUps, followUp)],
    events,
  })
}

/** What met something newer is looked at again from the start. */
const done = async (tools: JobTools, act: Parameters<JobTools['act']>[0]): Promise<void> => {
  if ((await tools.act(act)) === 'conflict') throw new TryAgain('The request changed at the same moment.')
}
