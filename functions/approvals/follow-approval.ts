/** The tasks of the workflow that follows an approval until it has ended (P-07). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { environment } from '../kernel/environment.ts'
import { perform } from '../kernel/perform.ts'
import { tasksOf } from './tasks/tasks-of.ts'

export const handler = perform('follow-approval', tasksOf(stepFunctionsWorkflows({ arns: environment.workflows })))
