import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { explain } from '../explain.ts'
import { asInPaths } from '../named-things.ts'
import type { routes } from '../routes.ts'
import { subjectOf } from '../subject.ts'

/** Explains somebody's right to whoever manages rights (B-01). */
export const explainPerson: Handler<typeof routes.explainPerson> = async ({ member: person, input, ...tools }) => {
  const { action, ...named } = input
  const subject = await subjectOf(tools, { person, action, named: asInPaths(named) })
  return isProblem(subject) ? subject : { view: explain(tools.policy, action, subject) }
}
