import { isProblem, problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { explain } from '../explain.ts'
import { asInPaths } from '../named-things.ts'
import type { routes } from '../routes.ts'
import { subjectOf } from '../subject.ts'

/** Explains to somebody their own right, or tells them that nothing is there when they may not know that it is (B-01). */
export const explainSelf: Handler<typeof routes.explainSelf> = async ({ actor: person, input, ...tools }) => {
  const { action, ...named } = input
  const subject = await subjectOf(tools, { person, action, named: asInPaths(named) })
  if (isProblem(subject)) return subject
  return subject.known ? { view: explain(tools.policy, action, subject) } : problem('not-found')
}
