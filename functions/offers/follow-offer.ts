/** The tasks of the workflow that follows an offer until everybody knows how it ended (D-15). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { environment } from '../kernel/environment.ts'
import { perform } from '../kernel/perform.ts'
import { tasksOf } from './tasks/tasks-of.ts'

export const handler = perform('follow-offer', tasksOf(stepFunctionsWorkflows({ arns: environment.workflows })))
