import { problem } from '../../../shared/problems.ts'
import { allSpacesOf } from '../../collaborative-spaces/spaces-of.ts'
import { moveDossiers, readToMove, withdrawOffers } from '../../dossiers/move-dossier.ts'
import type { Handler } from '../../kernel/handler.ts'
import { successorsOf } from '../hand-over-items.ts'
import { heldIn } from '../held.ts'
import { leaveToSuccessors, readSpaceItems, successorsStillJoin } from '../leave-spaces.ts'
import { movesOf, tellSuccessors, whyNotHandOver } from '../move-held.ts'
import type { routes } from '../routes.ts'

/**
 * Hands over what a member holds, all items or none (D-20): shares, confidentiality and history stay, the former owner
 * keeps no access, and pending access requests go to the new responsible (D-13).
 */
export const handOver: Handler<typeof routes.handOver> = async (context) => {
  const { actor, member, input, read, now } = context
  if (member.kind !== 'member') return problem('not-found')
  const { personId } = member
  const items = input.items.filter((item) => item.kind !== 'collaborative-space')
  const spaceItems = input.items.filter((item) => item.kind === 'collaborative-space')
  const destinations = items.map(({ dossierId, successorId }) => ({ dossierId, to: successorId }))
  const [{ found, offers }, foundSpaces, spaces] = await Promise.all([
    readToMove(personId, destinations, read),
    readSpaceItems(personId, spaceItems, read),
    allSpacesOf(personId, context),
  ])
  const refused = whyNotHandOver(personId, input.items, found, foundSpaces)
  if (refused !== undefined) return refused
  const named = { at: now, by: actor.personId }
  const leaving = leaveToSuccessors(spaceItems, foundSpaces, named)
  const held = heldIn(found.holdings(personId), spaces)
  const left = {
    dossiers: held.dossiers - items.filter(({ kind }) => kind === 'dossier').length,
    responsibilities: held.responsibilities - items.filter(({ kind }) => kind === 'responsibility').length,
    spaces: held.spaces - spaceItems.filter(({ successorId }) => successorId !== null).length,
  }
  const goesElsewhere = new Set(items.flatMap(({ kind, dossierId }) => (kind === 'dossier' ? [dossierId] : [])))
  const withdrawn = withdrawOffers(
    offers.filter(({ claim }) => goesElsewhere.has(claim.dossierId)),
    named,
  )
  return {
    view: { personId, held: left },
    writes: [
      ...(items.length === 0 ? [] : moveDossiers(personId, movesOf(items), found, named)),
      ...withdrawn.writes,
      ...leaving.writes,
      ...successorsStillJoin(spaceItems, foundSpaces, successorsOf(items)),
    ],
    events: [...tellSuccessors(personId, items), ...withdrawn.events, ...leaving.events],
  }
}
