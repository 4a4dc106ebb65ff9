import { cognitoDirectory } from '../../shared/ports/aws/cognito-directory.ts'
import { environment } from '../kernel/environment.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { activate } from './handlers/activate.ts'
import { answerDocumentApproval } from './handlers/answer-document-approval.ts'
import { answerOffer } from './handlers/answer-offer.ts'
import { decide } from './handlers/decide.ts'
import { showActivation } from './handlers/show-activation.ts'
import { showDecision } from './handlers/show-decision.ts'
import { showDocumentApproval } from './handlers/show-document-approval.ts'
import { showOffer } from './handlers/show-offer.ts'
import { routes } from './routes.ts'
import { showProblem } from './show-problem.ts'

const world = worldWith({ directory: cognitoDirectory({ userPoolId: environment.userPoolId }) })

const handlers = {
  showDocumentApproval,
  answerDocumentApproval,
  showDecision,
  decide,
  showOffer,
  answerOffer,
  showActivation,
  activate,
}

export const handler = serve(routes, handlers, { showProblem, world })
