import { People } from '../../../shared/people.ts'
import { fullPage } from '../../../shared/table/full-page.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Companion, Companions } from '../records.ts'
import type { routes } from '../routes.ts'

/** Who is in a collaborative space, since when and by whose invitation, in the order of their ids. */
export const listCompanions: Handler<typeof routes.listCompanions> = async ({ collaborativeSpace, input, read }) => {
  const { spaceId, memberIds } = collaborativeSpace
  const page = await fullPage(input, async (place, size) => {
    const after = memberIds.toSorted().filter((personId) => personId > place)
    const ids = after.slice(0, size)
    const found = await read(
      Object.fromEntries(
        ids.flatMap((personId) => [
          [personId, perhaps(People, { personId })],
          [`${personId}.companion`, perhaps(Companions, { spaceId, personId })],
        ]),
      ),
    )
    const shown = ids.flatMap((personId) => {
      const name = (found[personId] as { name: string } | undefined)?.name
      const companion = found[`${personId}.companion`] as Companion | undefined
      return name === undefined || companion === undefined ? [] : [{ place: personId, item: { ...companion, name } }]
    })
    return { shown, next: after.length > size ? ids.at(-1) : undefined }
  })
  return { view: page }
}
