import type { Workflow } from '../../shared/contract/capability.ts'
import { awaitState, choiceState, taskState } from '../kernel/workflow-states.ts'
import type { Next } from './tasks/look.ts'
import type { tasksOf } from './tasks/tasks-of.ts'

export const WORKFLOW = 'approval'

/** To which state what was found leads; to wait, where it says nothing else. */
const ways: { readonly [N in Exclude<Next, 'wait'>]: string } = {
  ask: 'Ask',
  remind: 'Remind',
  'nobody left': 'Tell that nobody is left',
  'tell owner': 'Tell the owner',
  rest: 'Rest',
  finish: 'Finish',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  gone: 'Gone',
}
const ends = [ways.approved, ways.rejected, ways.withdrawn, ways.gone]

/**
 * Follows the approval of a document: asks whoever it is the turn of, waits for whatever comes first (a verdict, a
 * reminder, somebody's leaving), looks again (P-07). It never ends by itself: silence is never a yes. All that matters
 * stands in the table, so a lost execution is taken over by another from the same state.
 */
export const approvalWorkflow: Workflow = {
  name: WORKFLOW,
  summary: 'Asks those whose turn it is to approve a document, reminds, and tells who must know that it waits.',
  definition: (arnOf) => {
    const task = (name: keyof ReturnType<typeof tasksOf>, next: string) =>
      taskState(arnOf('follow-approval'), name, next)
    return {
      Comment: 'Follows the approval of one document (P-07).',
      QueryLanguage: 'JSONata',
      StartAt: 'Look',
      States: {
        Look: task('look', 'What is due?'),
        'What is due?': choiceState('next', ways, 'Await verdict'),
        Ask: task('ask', 'Look'),
        Remind: task('remind', 'Look'),
        'Tell that nobody is left': task('tell-nobody-left', 'Look'),
        'Tell the owner': task('tell-owner', 'Look'),
        Rest: task('rest', 'Look'),
        'Await verdict': awaitState(arnOf('follow-approval'), 'await', 'Look'),
        Finish: task('finish', 'Look'),
        ...Object.fromEntries(ends.map((end) => [end, { Type: 'Succeed' }])),
      },
    }
  },
}
