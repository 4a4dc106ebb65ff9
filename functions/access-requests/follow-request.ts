/** The tasks of the workflow that follows an access request until it ends (P-12). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { environment } from '../kernel/environment.ts'
import { perform } from '../kernel/perform.ts'
import { tasksOf } from './tasks-of.ts'

export const handler = perform('follow-request', tasksOf(stepFunctionsWorkflows({ arns: environment.workflows })))
