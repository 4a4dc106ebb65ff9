/** Starts the workflow of an offer that was made, and wakes it when the offer ended (D-15). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { startFollowing, wakeAtOnce } from '../kernel/follow.ts'
import { WORKFLOW } from './workflow.ts'

const workflows = stepFunctionsWorkflows({ arns: environment.workflows })

export const handler = consume('start-offer', {
  'offer-made': ({ data: { dossierId, offerId }, at }) =>
    startFollowing(WORKFLOW, { dossierId, requestId: offerId, at }, workflows),
  'offer-ended': ({ data: { dossierId, offerId }, at }, tools) =>
    wakeAtOnce({ dossierId, requestId: offerId, at }, tools, workflows),
})
