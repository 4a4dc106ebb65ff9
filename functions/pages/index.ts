import { serve } from '../kernel/serve.ts'
import { activate } from './handlers/activate.ts'
import { decide } from './handlers/decide.ts'
import { showActivation } from './handlers/show-activation.ts'
import { showDecision } from './handlers/show-decision.ts'
import { routes } from './routes.ts'
import { showProblem } from './show-problem.ts'

export const handler = serve(routes, { showDecision, decide, showActivation, activate }, { showProblem })
