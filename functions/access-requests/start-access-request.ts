/** Starts the workflow of a request that was made, and lets it end with the request (P-12). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { startFollowing, stopFollowing } from '../kernel/follow.ts'
import { WORKFLOW } from './execution.ts'

const workflows = stepFunctionsWorkflows({ arns: environment.workflows })

export const handler = consume('start-access-request', {
  'access-requested': ({ data, at }) => startFollowing(WORKFLOW, { ...data, at }, workflows),
  'access-request-ended': ({ data: { dossierId, requestId }, at }, tools) =>
    stopFollowing({ dossierId, requestId, at }, tools, workflows),
})
