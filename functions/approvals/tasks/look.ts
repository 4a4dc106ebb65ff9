import { later, type Run } from '../../kernel/follow.ts'
import type { JobTools } from '../../kernel/job.ts'
import { type Ended, isOwnerDue, isToldNobodyLeft, notYetAsked, readApproval, type Waits } from './read-approval.ts'

/** What is to be done next about an approval; its end, once nothing is left to be done; `gone` where there is none. */
export type Next =
  | 'ask'
  | 'remind'
  | 'nobody left'
  | 'tell owner'
  | 'rest'
  | 'wait'
  | 'finish'
  | Ended['outcome']
  | 'gone'
export type Looked = Run & { readonly next: Next }

/** Reads where an approval stands and says what is due; it changes nothing, so that it may be asked at any time. */
export const look = async (run: Run, tools: JobTools): Promise<Looked> => ({
  ...run,
  at: later(run.at, tools.now),
  next: await nextOf(run, tools),
})

const nextOf = async (run: Run, tools: JobTools): Promise<Next> => {
  const found = await readApproval(run, tools)
  if (found === undefined) return 'gone'
  if ('ended' in found) return found.ended.followUp === undefined ? found.ended.outcome : 'finish'
  return dueOf(found.waits)
}

const dueOf = (waits: Waits): Next => {
  const { asks, followUp, at } = waits
  if (notYetAsked(waits).length > 0) return 'ask'
  if (asks.length === 0 && !isToldNobodyLeft(waits)) return 'nobody left'
  if (isOwnerDue(waits)) return 'tell owner'
  if (followUp.nextAskAt !== null && followUp.nextAskAt <= at) return asks.length === 0 ? 'nobody left' : 'remind'
  // Woken though nothing is due: it must not be woken for that again.
  return followUp.dueAt <= at ? 'rest' : 'wait'
}
