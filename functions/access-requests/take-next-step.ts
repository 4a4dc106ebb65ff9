import { type DomainEvent, event } from '../../shared/events.ts'
import { type FollowUp, FollowUps } from '../../shared/follow-ups.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, remove, update } from '../../shared/table/table.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { later, type Run } from '../kernel/follow.ts'
import { type JobTools, TryAgain } from '../kernel/job.ts'
import { type End, endRequest, isWaiting, stateAt, unanswered } from './end-request.ts'
import type { NextStep } from './execution.ts'
import { findAdministrators, findPeopleToAsk, MOST_ASKED, type ToAsk } from './find-people-to-ask.ts'
import { noteStep } from './note-step.ts'
import { type AccessRequest, AccessRequests, RequestClaims, type RequestOutcome, RequestProgresses } from './records.ts'
import { nextAsking, othersAskedAt } from './request-times.ts'
import { whyClose } from './why-close.ts'

type Following = {
  readonly request: Stored<AccessRequest>
  readonly followUp: Stored<FollowUp>
  readonly dossier: Stored<Dossier>
  readonly at: string
}

/**
 * Does what is due for a request at a moment: asks for a verdict, lets it expire, closes it, or nothing; and says how it
 * goes on. Run twice, it finds the second time that nothing is due.
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
  if (!isWaiting(request.state) || followUp === undefined) {
    if (followUp !== undefined) await tools.table.commit([remove(FollowUps, followUp)])
    return end
  }
  const following = { request, followUp, dossier, at }
  if (stateAt(request, at) === 'expired') {
    await endUnanswered(following, 'expired', unanswered(at), tools)
    return end
  }
  const closedBecause = await whyClose(request, dossier, tools, at)
  if (closedBecause !== undefined) {
    await endUnanswered(following, 'closed', { ...unanswered(at), closedBecause }, tools)
    return end
  }
  await askWhoeverIsDue(following, tools)
  return { ...end, next: 'wait' }
}

/** While the requester owes an answer, they are reminded of the question; else those are asked who are to decide. */
const askWhoeverIsDue = async (following: Following, tools: JobTools): Promise<void> => {
  const { request, followUp, dossier, at } = following
  const isDue = followUp.nextAskAt !== null && followUp.nextAskAt <= at
  if (request.state === 'information-asked') {
    const question = request.questions?.at(-1)
    if (isDue && question !== undefined) await remindOfQuestion(following, question.by, tools)
    return
  }
  const answering = await findPeopleToAsk(dossier, tools, at)
  const { asked = [] } = followUp
  // Somebody else answers by now, and none of them knows of the request.
  const isNew = asked.length > 0 && answering.length > 0 && !answering.some(({ personId }) => asked.includes(personId))
  if (!isDue && !isNew) return
  const silent = othersAskedAt(request) <= at
  const others = silent && answering.length > 0 ? await findAdministrators(tools) : []
  const isAsked = ({ personId }: ToAsk): boolean => answering.some((one) => one.personId === personId)
  await askForVerdict(following, [...answering, ...others.filter((one) => !isAsked(one))].slice(0, MOST_ASKED), tools)
}

/** Mails each person to be asked, by an event of their own, and notes when that is due again. */
const askForVerdict = async (
  { request, followUp, at }: Following,
  people: readonly ToAsk[],
  tools: JobTools,
): Promise<void> => {
  const { dossierId, requestId, expiresAt } = request
  const { asked = [] } = followUp
  const nobody = people.length === 0
  // With nobody to ask it is no asking: somebody is looked for again the next day, until the request expires.
  const nextAskAt = nobody ? addSeconds(at, DAY) : nextAsking(request, at)
  const known = people.filter(({ personId }) => asked.includes(personId))
  const step = nobody ? 'nobody to ask' : known.length === people.length ? 'reminded' : 'asked'
  await commitStep(request, tools, {
    followUp: update(FollowUps, followUp, {
      asks: followUp.asks + (nobody ? 0 : 1),
      nextAskAt,
      dueAt: dueAfter(nextAskAt, expiresAt),
      standIns: people.filter(({ as }) => as === 'administrator').map(({ personId }) => personId),
      asked: [...new Set([...asked, ...people.map(({ personId }) => personId)])].slice(-3 * MOST_ASKED),
    }),
    step: { step, at, whom: [...new Set(people.map(({ as }) => as))] },
    events: people.map(({ personId, for: absent }) =>
      event('access-verdict-asked', {
        dossierId,
        requestId,
        personId,
        for: absent,
        reminder: asked.includes(personId),
      }),
    ),
  })
}

const remindOfQuestion = async ({ request, followUp, at }: Following, by: string, tools: JobTools): Promise<void> => {
  const { dossierId, requestId, expiresAt } = request
  const nextAskAt = nextAsking(request, at)
  await commitStep(request, tools, {
    followUp: update(FollowUps, followUp, { nextAskAt, dueAt: dueAfter(nextAskAt, expiresAt) }),
    step: { step: 'reminded of the question', at, whom: [] },
    events: [event('access-information-asked', { dossierId, requestId, by })],
  })
}

const dueAfter = (nextAskAt: string | null, expiresAt: string): string =>
  nextAskAt === null || nextAskAt > expiresAt ? expiresAt : nextAskAt

type Taken = {
  readonly followUp: ReturnType<typeof update>
  readonly step: Parameters<typeof noteStep>[2]
  readonly events: readonly DomainEvent[]
}

const commitStep = async (
  { dossierId, requestId }: AccessRequest,
  tools: JobTools,
  { followUp, step, events }: Taken,
): Promise<void> => {
  const { progress } = await tools.read({ progress: perhaps(RequestProgresses, { dossierId, requestId }) })
  await done(tools, {
    action: 'access-request.ask-for-verdict',
    dossierId,
    writes: [followUp, ...noteStep({ dossierId, requestId }, progress, step)],
    events,
  })
}

const endUnanswered = async (
  { request, followUp }: Following,
  state: Extract<End, 'expired' | 'closed'>,
  outcome: RequestOutcome,
  tools: JobTools,
): Promise<void> => {
  const { dossierId, email } = request
  const { claim } = await tools.read({ claim: perhaps(RequestClaims, { dossierId, email }) })
  const { writes, events } = endRequest(request, claim, state, outcome)
  await done(tools, {
    action: state === 'expired' ? 'access-request.expire' : 'access-request.close',
    dossierId,
    writes: [...writes, remove(FollowUps, followUp)],
    events,
  })
}

/** What met something newer is looked at again from the start. */
const done = async (tools: JobTools, act: Parameters<JobTools['act']>[0]): Promise<void> => {
  if ((await tools.act(act)) === 'conflict') throw new TryAgain('The request changed at the same moment.')
}
