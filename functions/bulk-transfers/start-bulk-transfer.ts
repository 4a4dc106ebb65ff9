/** Told that a bulk transfer was asked for, or is to be resumed, starts its workflow (D-12). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { beginAttempt } from './begin-attempt.ts'

const workflows = stepFunctionsWorkflows({ arns: environment.workflows })

export const handler = consume('start-bulk-transfer', {
  'bulk-transfer-asked': ({ data }, tools) => beginAttempt(data, tools, workflows),
})
