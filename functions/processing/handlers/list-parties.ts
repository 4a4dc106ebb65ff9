import { fullPage, pageFrom } from '../../../shared/table/full-page.ts'
import { LAST, perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Parties, type Party } from '../records.ts'
import type { routes } from '../routes.ts'
import { sortName } from '../sort-name.ts'

/**
 * Suppliers and customers in the order of their names, or those whose names begin so. The index lags: each is read again,
 * and left out where its name or role is another by now (P-06).
 */
export const listParties: Handler<typeof routes.listParties> = async ({ dossier, input, list, read }) => {
  const { name, role, ...page } = input
  const { dossierId } = dossier
  const begins = name === undefined ? '' : sortName(name).trimStart()
  const upTo = begins === '' ? {} : { upTo: begins + LAST }
  return {
    view: await fullPage(page, async (place, size) => {
      // No name lies between what it begins with and the first that begins so.
      const from = pageFrom(place === '' ? begins : place, size)
      const { items, cursor } = await list<Party>(Parties.by.byName, { dossierId }, { ...from, ...upTo })
      const places = items.map((party) => ({ party, place: Parties.by.byName.sort(party) }))
      const fresh = await read(
        Object.fromEntries(items.map(({ partyId }) => [partyId, perhaps(Parties, { dossierId, partyId })])),
      )
      const shown = places.flatMap(({ party: { partyId }, place: at }) => {
        const item = fresh[partyId]
        const isMeant = item !== undefined && (role === undefined || item.roles.includes(role))
        return isMeant && Parties.by.byName.sort(item) === at ? [{ place: at, item }] : []
      })
      return { shown, next: cursor === null ? undefined : places.at(-1)?.place }
    }),
  }
}
