import { problem } from '../../../shared/problems.ts'
import { moveDossiers, readToMove, withdrawOffers } from '../../dossiers/move-dossier.ts'
import type { Handler } from '../../kernel/handler.ts'
import { heldIn } from '../held.ts'
import { movesOf, tellSuccessors, whyNotHandOver } from '../move-held.ts'
import type { routes } from '../routes.ts'

/**
 * Hands over what a member holds, all items or none (D-20): shares, confidentiality and history stay, the former owner
 * keeps no access, and pending access requests go to the new responsible (D-13).
 */
export const handOver: Handler<typeof routes.handOver> = async (context) => {
  const { actor, member, input, read, now } = context
  const { items } = input
  if (member.kind !== 'member') return problem('not-found')
  const { personId } = member
  const destinations = items.map(({ dossierId, successorId }) => ({ dossierId, to: successorId }))
  const { found, offers } = await readToMove(personId, destinations, read)
  const refused = whyNotHandOver(personId, items, found)
  if (refused !== undefined) return refused
  const held = heldIn(found.holdings(personId))
  const left = {
    dossiers: held.dossiers - items.filter(({ kind }) => kind === 'dossier').length,
    responsibilities: held.responsibilities - items.filter(({ kind }) => kind === 'responsibility').length,
  }
  const named = { at: now, by: actor.personId }
  const goesElsewhere = new Set(items.flatMap(({ kind, dossierId }) => (kind === 'dossier' ? [dossierId] : [])))
  const withdrawn = withdrawOffers(
    offers.filter(({ claim }) => goesElsewhere.has(claim.dossierId)),
    named,
  )
  return {
    view: { personId, held: left },
    writes: [...moveDossiers(personId, movesOf(items), found, named), ...withdrawn.writes],
    events: [...tellSuccessors(personId, items), ...withdrawn.events],
  }
}
