import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { pageOfSpaces } from '../spaces-of.ts'

/** The collaborative spaces one is in, oldest first, with the state that is asked for; each is decided on before it is shown. */
export const listCollaborativeSpaces: Handler<typeof routes.listCollaborativeSpaces> = async (context) => {
  const { actor, input, may } = context
  const { items, cursor } = await pageOfSpaces(
    actor.personId,
    context,
    input,
    ({ space, companion }) =>
      (input.state === undefined || space.state === input.state) &&
      may('collaborative-space.read', { collaborativeSpace: space, companion }),
  )
  return { view: { items: items.map(({ space }) => space), cursor } }
}
