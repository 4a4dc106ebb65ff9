import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { askWhat } from '../ask-what.ts'
import type { routes } from '../routes.ts'

/** Everything that somebody reaches, and by which cause; with a dossier, each thing in it (B-03). */
export const listReach: Handler<typeof routes.listReach> = async (context) => {
  const page = await askWhat(context, context.member, context.input)
  return isProblem(page) ? page : { view: page }
}
