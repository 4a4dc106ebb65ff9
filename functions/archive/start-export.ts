/** Told that an export was asked for, starts its workflow (P-10). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { beginAttempt } from './begin-attempt.ts'

const workflows = stepFunctionsWorkflows({ arns: environment.workflows })

export const handler = consume('start-export', {
  'archive-export-asked': ({ data }, tools) => beginAttempt(data, tools, workflows),
})
