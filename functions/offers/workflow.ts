import type { Workflow } from '../../shared/contract/capability.ts'
import { awaitState, choiceState, taskState } from '../kernel/workflow-states.ts'
import type { Next } from './tasks/look.ts'
import type { tasksOf } from './tasks/tasks-of.ts'

export const WORKFLOW = 'offer'

/** To which state what was found leads; to wait, where it says nothing else. */
const ways: { readonly [N in Exclude<Next, 'wait'>]: string } = {
  ask: 'Ask',
  remind: 'Remind',
  'pass on': 'Pass to a coordinator',
  expire: 'Expire',
  tell: 'Tell',
  accepted: 'Accepted',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  gone: 'Gone',
}
const ends = [ways.accepted, ways.refused, ways.withdrawn, ways.expired, ways.gone]

/**
 * Follows an offer until everybody knows how it ended: asks, waits for whatever comes first (an answer, a reminder, the
 * expiry), looks again, tells (D-15). The dossier moves with the acceptance itself, in one transaction, never in a step
 * of its own. All that matters stands in the table, so a lost execution is taken over by another from the same state.
 */
export const offerWorkflow: Workflow = {
  name: WORKFLOW,
  summary: 'Asks for the answer to an offer, reminds, lets it expire, and tells both sides how it ended.',
  definition: (arnOf) => {
    const task = (name: keyof ReturnType<typeof tasksOf>, next: string) => taskState(arnOf('follow-offer'), name, next)
    return {
      Comment: 'Follows one offer of a dossier (D-11, D-15).',
      QueryLanguage: 'JSONata',
      StartAt: 'Look',
      States: {
        Look: task('look', 'What is due?'),
        'What is due?': choiceState('next', ways, 'Await answer'),
        Ask: task('ask', 'Look'),
        Remind: task('ask', 'Look'),
        'Pass to a coordinator': task('pass-on', 'Look'),
        'Await answer': awaitState(arnOf('follow-offer'), 'await', 'Look'),
        Expire: task('expire', 'Look'),
        Tell: task('tell', 'Look'),
        ...Object.fromEntries(ends.map((end) => [end, { Type: 'Succeed' }])),
      },
    }
  },
}
