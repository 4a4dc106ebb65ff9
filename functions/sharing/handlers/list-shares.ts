import { People, type Person } from '../../../shared/people.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { isLiveFor, type Share, Shares } from '../records.ts'
import type { routes } from '../routes.ts'

/** The shares of a dossier that live at this moment, read consistently: who, how far, since when, by whom, until when (D-05). */
export const listShares: Handler<typeof routes.listShares> = async ({ dossier, input, list, read, now }) => {
  const page = await list<Share>(Shares.by.ofDossier, { dossierId: dossier.dossierId }, input)
  const named = new Set(page.items.flatMap(({ personId, givenBy }) => [personId, givenBy]))
  const people: Readonly<Record<string, Stored<Person> | undefined>> = await read(
    Object.fromEntries([...named].map((personId) => [personId, perhaps(People, { personId })])),
  )
  const items = page.items.flatMap((share) => {
    const collaborator = people[share.personId]
    if (collaborator === undefined || !isLiveFor(collaborator, share, now)) return []
    return [{ ...share, name: collaborator.name, givenByName: people[share.givenBy]?.name ?? '' }]
  })
  return { view: { items, cursor: page.cursor } }
}
