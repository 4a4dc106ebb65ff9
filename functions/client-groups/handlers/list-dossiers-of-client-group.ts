import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Reached } from '../../dossiers/dossiers-of.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { tiesTo } from '../../dossiers/resource.ts'
import { showSeen } from '../../dossiers/show-dossier.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type GroupedDossier, GroupedDossiers } from '../records.ts'
import type { routes } from '../routes.ts'

/** The dossiers of a group that one may know of, each read again with what one is to it (D-09). */
export const listDossiersOfClientGroup: Handler<typeof routes.listDossiersOfClientGroup> = async (context) => {
  const { actor, group, input, list, read, may } = context
  const { clientGroupId } = group
  const placeOf = ({ dossierId }: GroupedDossier): string => GroupedDossiers.key({ clientGroupId, dossierId }).sk
  return {
    view: await fullPage(input, async (place, size) => {
      const { items, cursor } = await list<GroupedDossier>(
        GroupedDossiers.by.ofGroup,
        { clientGroupId },
        pageFrom(place, size),
      )
      const lookups = items.flatMap(({ dossierId }) => [
        [dossierId, perhaps(Dossiers, { dossierId })] as const,
        ...Object.entries(tiesTo(dossierId, actor.personId)).map(
          ([name, tie]) => [`${dossierId}.${name}`, tie] as const,
        ),
      ])
      const found = (items.length === 0 ? {} : await read(Object.fromEntries(lookups))) as Readonly<
        Record<string, unknown>
      >
      const shown = items.flatMap((item) => {
        const { dossierId } = item
        const ties = Object.keys(tiesTo('', '')).map((name) => [name, found[`${dossierId}.${name}`]])
        const reached = { dossier: found[dossierId], ...Object.fromEntries(ties) } as Reached
        return found[dossierId] !== undefined && may('dossier.know', reached)
          ? [{ place: placeOf(item), item: showSeen(reached, may) }]
          : []
      })
      const last = items.at(-1)
      return { shown, next: cursor === null || last === undefined ? undefined : placeOf(last) }
    }),
  }
}
