/** Told that a transfer or a batch was asked for, or is to be resumed, starts its workflow (P-09). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { beginBatch } from './batches/begin-attempt.ts'
import { beginAttempt } from './begin-attempt.ts'

const workflows = stepFunctionsWorkflows({ arns: environment.workflows })

export const handler = consume('start-transfer', {
  'transfer-asked': ({ data }, tools) => beginAttempt(data, tools, workflows),
  'sending-batch-asked': ({ data }, tools) => beginBatch(data, tools, workflows),
})
