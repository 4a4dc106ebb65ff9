/** Starts the workflow of a request that was made, wakes it when something changed, and lets it end with the request (P-12). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { following } from './following.ts'

const { started, stopped, woken, lookedAgain } = following(stepFunctionsWorkflows({ arns: environment.workflows }))

export const handler = consume('start-access-request', {
  'access-requested': started,
  'access-request-ended': stopped,
  'access-information-given': woken,
  'dossier-state-changed': lookedAgain,
  'client-access-ended': lookedAgain,
  'person-invited': lookedAgain,
})
