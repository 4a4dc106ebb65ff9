import { People } from '../../../shared/people.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { DossierNumbers } from '../../dossiers/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { card } from '../resource.ts'
import type { routes } from '../routes.ts'
import { showCard } from '../show-card.ts'

/** Finds the card of the dossier with a number; of one that one may not meet it answers as of none (D-22, C-05). */
export const findCard: Handler<typeof routes.findCard> = async ({ actor, input, read, may, now }) => {
  const { found } = await read({ found: perhaps(DossierNumbers, input) })
  if (found === undefined) return { view: { items: [] } }
  const { dossierId } = found
  const lookups = card.load({ params: { dossierId }, actorId: actor.personId, source: '' })
  const { claim, dossier, ...ties } = await read(lookups)
  if (dossier === undefined || !may('dossier.meet', { dossier, ...ties })) return { view: { items: [] } }
  const { owner } = await read({ owner: perhaps(People, { personId: dossier.ownerId }) })
  return { view: { items: [showCard(dossier, owner, claim, now)] } }
}
