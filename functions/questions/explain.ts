import type { Action } from '../../shared/actions.ts'
import { causesOf, decide, type Policy, readingsOf } from '../../shared/rules/decide.ts'
import { showAction, showCause, showChange, showPath, showRule } from './present-causes.ts'
import type { Subject } from './subject.ts'

/** Why somebody may or may not, by every cause, and when they may not: what would have to change (B-01). */
export const explain = (policy: Policy, action: Action, { person, situation, known }: Subject) => {
  const decision = decide(policy, action, situation)
  const { personId, name, kind, status } = person
  return {
    person: { personId, name, kind, status },
    ...showAction(action),
    known,
    allowed: decision.allowed,
    rule: decision.rule === null ? null : showRule(decision.rule),
    path: decision.allowed ? showPath(decision.path) : [],
    causes: causesOf(policy, action, situation).map(showCause),
    whatWouldChangeIt: decision.allowed ? null : showChange(kind, decision, readingsOf(policy, action, situation)),
  }
}
