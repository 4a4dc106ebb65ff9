import type { Workflow } from '../../shared/contract/capability.ts'
import { aloneState, distributedState, endWith } from '../kernel/workflow-states.ts'
import type { OfAttempt } from './tasks/attempt.ts'
import type { tasks } from './tasks/tasks.ts'

type Task = keyof typeof tasks

/** The execution's name is the attempt's: a second start of the same is seen and is none. */
export const executionOf = ({ bulkTransferId, attempt }: OfAttempt): string => `${bulkTransferId}-${attempt}`

/**
 * One leg after another: what two people hold is one item each, which every transaction that moves their dossiers
 * changes. Legs at once would only meet there (`npm run bench -- transfers`).
 */
const AT_ONCE = 1

/** How long one task may take, in seconds. */
const TASK_SECONDS = 150

export const bulkTransfer: Workflow = {
  name: 'bulk-transfer',
  summary: 'Plans which dossiers of a practitioner move to another, moves each once, and tells how it ended.',
  definition: (arnOf) => {
    const moveDossiers = arnOf('move-dossiers')
    const task = (name: Task) => aloneState(moveDossiers, name, TASK_SECONDS)
    return {
      Comment: 'Moves dossiers of one practitioner to another (D-12).',
      // The emulator knows a distributed map in JSONPath only; the states with values are in JSONata, each by itself.
      TimeoutSeconds: 86_400,
      StartAt: 'Plan',
      States: {
        Plan: { ...task('plan'), ...endWith('Finish'), Next: 'Cut into legs' },
        'Cut into legs': { ...task('cut'), ...endWith('Finish'), Next: 'Each leg' },
        'Each leg': distributedState(
          { label: 'Leg', items: '$.legs', atOnce: AT_ONCE, next: 'Finish' },
          { StartAt: 'Move', States: { Move: { ...task('move'), End: true } } },
        ),
        Finish: { ...task('finish'), End: true },
      },
    }
  },
}
