/**
 * Following what waits for an answer by a workflow that asks, waits and looks again. Everything that matters stands in the
 * table, so a lost execution is taken over by a new one at the next tick at which something is due.
 */
import { type FollowUp, FollowUps } from '../../shared/follow-ups.ts'
import type { Workflows } from '../../shared/ports/workflows.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, remove, update } from '../../shared/table/table.ts'
import { type JobTools, TryAgain } from './job.ts'

/** What an execution is given and passes on. `at` is the moment of whoever called: a tick's own may be ahead of ours. */
export type Run = { readonly dossierId: string; readonly requestId: string; readonly at: string }

/** The clock leaves something new to its own event for so long: the event is nearly always faster. */
export const PATIENCE_SECONDS = 300

export const later = (a: string, b: string): string => (a > b ? a : b)

/** The execution's name is the id of what it follows: a second telling of the same event starts none. */
export const startFollowing = (workflow: string, run: Run, workflows: Workflows): Promise<void> =>
  workflows.start(workflow, run.requestId, run)

/**
 * Notes the token by which the waiting execution is woken: the newest counts. What is followed no more, or has something
 * due by now, is not waited for: the execution is answered at once.
 */
export const awaitAnswer = async (
  { dossierId, requestId, at }: Run,
  tools: JobTools,
  taskToken: string,
  workflows: Pick<Workflows, 'answer'>,
): Promise<void> => {
  const { followUp } = await tools.read({ followUp: perhaps(FollowUps, { dossierId, requestId }) })
  const now = later(at, tools.now)
  if (followUp === undefined || followUp.dueAt <= now) {
    await workflows.answer(taskToken, { at: now })
    return
  }
  // Straight into the table: which execution waits is nothing that an audit would ask for.
  const noted = await tools.table.commit([update(FollowUps, followUp, { taskToken })])
  if (noted !== 'done') throw new TryAgain('What is followed changed at the same moment.')
}

/** Told of the end: whoever waits for it is answered, and nothing is left to be done. */
export const stopFollowing = async (
  { dossierId, requestId, at }: Run,
  tools: JobTools,
  workflows: Workflows,
): Promise<void> => {
  const { followUp } = await tools.read({ followUp: perhaps(FollowUps, { dossierId, requestId }) })
  if (followUp === undefined) return
  if (followUp.taskToken !== undefined) await workflows.answer(followUp.taskToken, { at })
  const removed = await tools.table.commit([remove(FollowUps, followUp)])
  if (removed === 'done') return
  // The execution that was answered may have removed it itself; what else changed must be looked at again.
  const { left } = await tools.read({ left: perhaps(FollowUps, { dossierId, requestId }) })
  if (left !== undefined) throw new TryAgain('An execution began to wait at the same moment.')
}

/** Wakes the execution that waits; one that was lost is taken over by a new one, at the same moment. */
export const wakeExecution = async (
  followUp: Stored<FollowUp>,
  tools: JobTools,
  workflows: Workflows,
): Promise<void> => {
  const { dossierId, requestId, workflow = 'access-request', taskToken, revivals } = followUp
  const at = tools.now
  if (taskToken !== undefined && (await workflows.answer(taskToken, { at })) === 'answered') return
  const next = revivals + 1
  const noted = await tools.table.commit([update(FollowUps, followUp, { revivals: next, taskToken: undefined })])
  // Somebody else is at work on it: what is still due then is seen by the next tick.
  if (noted === 'done') await workflows.start(workflow, `${requestId}-r${next}`, { dossierId, requestId, at })
}

/**
 * Wakes the execution that waits, of something that ended or changed. That is due from now on, so that the clock wakes it
 * again should it be lost on the way.
 */
export const wakeAtOnce = async (
  { dossierId, requestId, at }: Run,
  tools: JobTools,
  workflows: Workflows,
): Promise<void> => {
  const { followUp } = await tools.read({ followUp: perhaps(FollowUps, { dossierId, requestId }) })
  if (followUp === undefined) return
  const isDue = followUp.dueAt <= at
  if (!isDue && (await tools.table.commit([update(FollowUps, followUp, { dueAt: at })])) !== 'done')
    throw new TryAgain('An execution began to wait at the same moment.')
  const due = isDue ? followUp : { ...followUp, dueAt: at, version: followUp.version + 1 }
  await wakeExecution(due, tools, workflows)
}

const PAGE = 100

/**
 * Wakes the execution of everything for which something is due at the tick's own time; the execution then acts at that
 * time. One that is lost is replaced: it had nothing to do before something was due.
 * @returns how many were due.
 */
export const wakeDue = async (tools: JobTools, workflows: Workflows): Promise<number> => {
  const upTo = `${tools.now}~`
  let woken = 0
  let cursor: string | undefined
  do {
    const page = await tools.table.list<FollowUp>(FollowUps.by.due, {}, { limit: PAGE, cursor, upTo })
    cursor = page.cursor ?? undefined
    for (const followUp of await asTheyAre(page.items, tools)) {
      if (followUp.dueAt > tools.now) continue
      await wakeExecution(followUp, tools, workflows)
      woken++
    }
  } while (cursor !== undefined)
  return woken
}

/** An index lags: what it lists is read again, with the newest token. */
const asTheyAre = async (listed: readonly FollowUp[], { read }: JobTools): Promise<Stored<FollowUp>[]> => {
  const keys = listed.map(
    ({ dossierId, requestId }) => [requestId, perhaps(FollowUps, { dossierId, requestId })] as const,
  )
  const found: Readonly<Record<string, Stored<FollowUp> | undefined>> = await read(Object.fromEntries(keys))
  return Object.values(found).filter((followUp) => followUp !== undefined)
}
