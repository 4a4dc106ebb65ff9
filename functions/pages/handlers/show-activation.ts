import { passwordRule } from '../../../shared/ports/directory.ts'
import type { Handler } from '../../kernel/handler.ts'
import { activationPage } from '../html/activation-page.ts'
import { asOutcome, basicsOf } from '../page-answer.ts'
import type { routes } from '../routes.ts'

/** Shows an invited person the form in which they choose a password; opening it changes nothing. */
export const showActivation: Handler<typeof routes.showActivation> = ({ actor: { name, email }, language }) =>
  asOutcome(activationPage({ ...basicsOf(language), name, email, minimumLength: passwordRule.minimumLength }))
