import type { Handler } from '../../kernel/handler.ts'
import { decisionPage } from '../html/decision-page.ts'
import { asOutcome } from '../page-answer.ts'
import type { routes } from '../routes.ts'
import { viewDecision } from '../view-decision.ts'

/** Shows a request to whoever decides it; opening it decides nothing, however often (P-11). */
export const showDecision: Handler<typeof routes.showDecision> = async (context) =>
  asOutcome(decisionPage(await viewDecision(context)))
