import type { Workflow } from '../../../shared/contract/capability.ts'
import { aloneState, distributedState, endWith } from '../../kernel/workflow-states.ts'
import type { OfBatch } from './attempt.ts'

/** The execution's name is the attempt's: a second start of the same is seen and is none. */
export const executionOf = ({ batchId, attempt }: Pick<OfBatch, 'batchId' | 'attempt'>): string =>
  `${batchId}-${attempt}`

/** Each part is a transfer, whose workflow takes four documents at once. */
const AT_ONCE = 3
const TASK_SECONDS = 90

export const sendingBatch: Workflow = {
  name: 'sending-batch',
  summary: 'Sends many documents in as many transfers as it takes, a few at once, and tells what became of each.',
  definition: (arnOf) => {
    const sendBatches = arnOf('send-batches')
    const task = (name: string) => aloneState(sendBatches, name, TASK_SECONDS)
    return {
      Comment: 'Sends many documents to the archive (P-09).',
      // The emulator knows a distributed map in JSONPath only; the states with values are in JSONata, each by itself.
      TimeoutSeconds: 86_400,
      StartAt: 'Plan',
      States: {
        Plan: { ...task('plan'), ...endWith('Finish'), Next: 'Each part' },
        'Each part': distributedState(
          { label: 'Part', items: '$.parts', atOnce: AT_ONCE, next: 'Finish' },
          {
            StartAt: 'Send',
            States: {
              Send: { ...task('send'), Next: 'Sent?' },
              'Sent?': {
                Type: 'Choice',
                QueryLanguage: 'JSONata',
                Choices: [{ Condition: "{% $states.input.outcome = 'waiting' %}", Next: 'Wait' }],
                Default: 'Settled',
              },
              // The transfer goes its own way; it is looked after, ever less often, until it has ended.
              Wait: { Type: 'Wait', QueryLanguage: 'JSONata', Seconds: '{% $states.input.wait %}', Next: 'Send' },
              Settled: { Type: 'Succeed' },
            },
          },
        ),
        Finish: { ...task('finish'), End: true },
      },
    }
  },
}
