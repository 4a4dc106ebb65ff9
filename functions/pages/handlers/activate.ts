import { Links } from '../../../shared/links.ts'
import { changePerson } from '../../../shared/people.ts'
import { passwordRule } from '../../../shared/ports/directory.ts'
import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { checkPassword } from '../check-password.ts'
import { activatedPage } from '../html/activated-page.ts'
import { activationPage } from '../html/activation-page.ts'
import { asOutcome, basicsOf } from '../page-answer.ts'
import type { routes } from '../routes.ts'

/**
 * Sets an invited person's first password and opens their account. The pool comes first: were it to fail, the link
 * would still serve, and setting a password again does no harm.
 */
export const activate: Handler<typeof routes.activate> = async ({ actor, link, input, language, directory, now }) => {
  const { personId, name, email } = actor
  const { password = '', repeat = '' } = input
  const error = checkPassword(password, repeat, actor)
  const basics = basicsOf(language)
  if (error !== undefined)
    return asOutcome(activationPage({ ...basics, name, email, minimumLength: passwordRule.minimumLength, error }))

  await directory.ensureUser({ personId, email, name })
  await directory.setPassword(personId, password)
  return {
    ...asOutcome(activatedPage({ ...basics, email })),
    writes: [update(Links, link, { usedAt: now }), ...changePerson(actor, { status: 'active' })],
  }
}
