import { isProblem, problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { explain } from '../explain.ts'
import { asInPaths } from '../named-things.ts'
import type { routes } from '../routes.ts'
import { subjectOf } from '../subject.ts'

/**
 * Explains somebody's right in a dossier to whoever manages it (B-01). People whom they could find neither among the
 * members nor among the users of the dossier are answered as people who do not exist.
 */
export const explainInDossier: Handler<typeof routes.explainInDossier> = async ({ dossier, input, may, ...tools }) => {
  const { action, personId, ...named } = input
  const { dossierId } = dossier
  const subject = await subjectOf(tools, {
    person: { personId },
    action,
    named: { ...asInPaths(named), dossierId },
    within: 'dossierId',
  })
  if (isProblem(subject)) return subject
  const { person, things } = subject
  const isFound = person.kind === 'member' ? may('member.read', { member: person }) : things.access !== undefined
  if (!isFound && !may('question.ask-about-person', { member: person })) return problem('not-found')
  return { view: explain(tools.policy, action, subject) }
}
