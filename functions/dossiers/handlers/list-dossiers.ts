import type { Person } from '../../../shared/people.ts'
import type { AnyQuestion, Stored } from '../../../shared/table/record.ts'
import { cursorAfter, type Page, perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Dossier, type DossierAccess, DossierAccesses, Dossiers } from '../records.ts'
import type { routes } from '../routes.ts'

/**
 * The dossiers one may see: all, where the sheet opens all documentation; else those one owns or answers for, or those
 * assigned to a client user. An index lags, so the page is read again and decided on before it is shown (D-06).
 */
export const listDossiers: Handler<typeof routes.listDossiers> = async ({ actor, input, list, read, may }) => {
  const questions = questionsFor(actor, may('dossier.read', {}))
  const page = inOne(
    await Promise.all(questions.map((question) => list<Dossier | DossierAccess>(...question, input))),
    input.limit,
  )
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
const questionsFor = (actor: Person, seesAll: boolean): [AnyQuestion, object][] => {
  if (actor.kind === 'client-user') return [[DossierAccesses.by.ofPerson, { personId: actor.personId }]]
  if (seesAll) return [[Dossiers.by.all, {}]]
  return [
    [Dossiers.by.owned, { ownerId: actor.personId }],
    [Dossiers.by.answered, { responsibleId: actor.personId }],
  ]
}

/** One page of several, all in order of the dossiers' ids; a dossier that is in two of them is shown once. */
const inOne = <T extends { readonly dossierId: string }>(pages: readonly Page<T>[], limit: number): Page<T> => {
  const byId = new Map(pages.flatMap(({ items }) => items).map((item) => [item.dossierId, item]))
  const all = [...byId.values()].sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1))
  const items = all.slice(0, limit)
  const goesOn = all.length > limit || pages.some(({ cursor }) => cursor !== null)
  return { items, cursor: goesOn ? cursorAfter(items.at(-1)?.dossierId ?? '') : null }
}
