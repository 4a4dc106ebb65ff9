import { type ClientUser, People } from '../../../shared/people.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { type DossierAccess, DossierAccesses, isLiveAccess } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** The client users of a dossier, with the one profile of each and since when they have access (P-01). */
export const listClientUsers: Handler<typeof routes.listClientUsers> = async ({ dossier, input, list, read, now }) => {
  const { dossierId } = dossier
  const page = await list<DossierAccess>(DossierAccesses.by.ofDossier, { dossierId }, input)
  const people = await read(
    Object.fromEntries(page.items.map(({ personId }) => [personId, perhaps(People, { personId })])),
  )
  const items = page.items.flatMap((access) => {
    const person = people[access.personId]
    // What ended by its date is gone from then on, whenever the tick removes it (P-12).
    return person === undefined || !isLiveAccess(access, now) ? [] : [{ ...(person as ClientUser), ...access }]
  })
  return { view: { items, cursor: page.cursor } }
}
