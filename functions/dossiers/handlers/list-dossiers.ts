import type { Person } from '../../../shared/people.ts'
import type { AnyQuestion, Stored } from '../../../shared/table/record.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Dossier, type DossierAccess, DossierAccesses, Dossiers } from '../records.ts'
import type { routes } from '../routes.ts'

/**
 * The dossiers one may see: all, where the sheet opens all documentation; else one's own, or those assigned to a client
 * user. An index lags, so the page is read again and decided on before it is shown (D-06).
 */
export const listDossiers: Handler<typeof routes.listDossiers> = async ({ actor, input, list, read, may }) => {
  const page = await list<Dossier | DossierAccess>(...questionFor(actor, may('dossier.read', {})), input)
  const fresh = await read(
    Object.fromEntries(
      page.items.flatMap(({ dossierId }) => [
        [dossierId, perhaps(Dossiers, { dossierId })],
        [`${dossierId}.access`, perhaps(DossierAccesses, { dossierId, personId: actor.personId })],
      ]),
    ),
  )
  const items = page.items.flatMap(({ dossierId }) => {
    const dossier = fresh[dossierId] as Stored<Dossier> | undefined
    const access = fresh[`${dossierId}.access`] as Stored<DossierAccess> | undefined
    return dossier !== undefined && may('dossier.read', { dossier, access }) ? [dossier] : []
  })
  return { view: { items, cursor: page.cursor } }
}

/** A page whose items are all left out would still tell by its cursor that there are more: each asks only for theirs. */
const questionFor = (actor: Person, seesAll: boolean): [AnyQuestion, object] => {
  if (actor.kind === 'client-user') return [DossierAccesses.by.ofPerson, { personId: actor.personId }]
  if (seesAll) return [Dossiers.by.all, {}]
  return [Dossiers.by.owned, { ownerId: actor.personId }]
}
