import { People } from '../../../shared/people.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showCard } from '../show-card.ts'

/** Shows the card of a dossier (D-22). */
export const readCard: Handler<typeof routes.readCard> = async ({ dossier, claim, read, now }) => {
  const { owner } = await read({ owner: perhaps(People, { personId: dossier.ownerId }) })
  return { view: showCard(dossier, owner, claim, now) }
}
