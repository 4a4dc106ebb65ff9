import type { Handler } from '../../kernel/handler.ts'
import { pageOfDossiers } from '../dossiers-of.ts'
import type { routes } from '../routes.ts'
import { seenBy } from '../seen-by.ts'
import { showSeen } from '../show-dossier.ts'

/**
 * The dossiers one may know of: all, for whoever may know any; else one's own, those one answers for, those shared with
 * one, and those of the clients assigned to one; a client user's, those assigned to them (S-12, P-01). Each is decided on
 * before it is shown, whole or as a card (D-09).
 */
export const listDossiers: Handler<typeof routes.listDossiers> = async ({ actor, input, list, read, now, may }) => {
  const { limit, cursor, ...filter } = input
  const { seesAll, shows } = seenBy(may, filter)
  const page = await pageOfDossiers(actor, seesAll, { list, read, now }, { limit, cursor, filter, shows })
  return { view: { ...page, items: page.items.map((reached) => showSeen(reached, may)) } }
}
