import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { CollaborativeSpaces, type Companion, Companions } from '../records.ts'
import type { routes } from '../routes.ts'

/** The collaborative spaces one is in, oldest first, with the state that is asked for; each is decided on before it is shown. */
export const listCollaborativeSpaces: Handler<typeof routes.listCollaborativeSpaces> = async (context) => {
  const { actor, input, list, read, may } = context
  const of = { personId: actor.personId }
  const page = await fullPage(input, async (place, size) => {
    const at = place === '' ? place : placeOf(place)
    const { items, cursor } = await list<Companion>(Companions.by.ofPerson, of, pageFrom(at, size))
    const found = await read(
      Object.fromEntries(items.map(({ spaceId }) => [spaceId, perhaps(CollaborativeSpaces, { spaceId })])),
    )
    const shown = items.flatMap((companion) => {
      const collaborativeSpace = found[companion.spaceId]
      if (collaborativeSpace === undefined) return []
      if (input.state !== undefined && collaborativeSpace.state !== input.state) return []
      return may('collaborative-space.read', { collaborativeSpace, companion })
        ? [{ place: companion.spaceId, item: collaborativeSpace }]
        : []
    })
    return { shown, next: cursor === null ? undefined : items.at(-1)?.spaceId }
  })
  return { view: page }
}

/** The place of a space among a person's: the sort key of the companion. */
const placeOf = (spaceId: string): string => Companions.key({ spaceId, personId: '' }).sk
