import type { Workflow } from '../../shared/contract/capability.ts'
import { awaitState, choiceState, taskState } from '../kernel/workflow-states.ts'
import { WORKFLOW } from './execution.ts'
import type { tasksOf } from './tasks-of.ts'

type Task = keyof ReturnType<typeof tasksOf>

const NEXT: Task = 'next'
const AWAIT: Task = 'await'

/**
 * Follows a request until it ends: asks, waits for whatever comes first (an end, a reminder, the expiry), looks again.
 * All that matters stands in the table, so an execution that is lost is taken over by another from the same state.
 */
export const accessRequest: Workflow = {
  name: WORKFLOW,
  summary: 'Asks for a verdict on an access request, reminds, and lets it expire; ends when the request does.',
  definition: (arnOf) => ({
    Comment: 'Follows one access request (P-12).',
    QueryLanguage: 'JSONata',
    StartAt: 'Next',
    States: {
      Next: taskState(arnOf('follow-request'), NEXT, 'Ended?'),
      'Ended?': choiceState('next', { end: 'Ended' }, 'Await'),
      Await: awaitState(arnOf('follow-request'), AWAIT, 'Next'),
      Ended: { Type: 'Succeed' },
    },
  }),
}
