/** Starts the workflow of an approval that began, wakes it when something changed, and lets it end with the approval (P-07). */
import { stepFunctionsWorkflows } from '../../shared/ports/aws/step-functions-workflows.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import { following } from './following.ts'

const { begun, given, ended, personChanged } = following(stepFunctionsWorkflows({ arns: environment.workflows }))

export const handler = consume('start-approval', {
  'approval-begun': begun,
  'approval-given': given,
  'approval-ended': ended,
  'person-changed': personChanged,
  'share-ended': personChanged,
  'client-access-ended': personChanged,
})
