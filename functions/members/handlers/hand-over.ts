import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { heldIn } from '../held.ts'
import { moveHeld, readHeld, tellSuccessors, whyNotHandOver } from '../move-held.ts'
import type { routes } from '../routes.ts'

/**
 * Hands over what a member holds, all items or none (D-20): shares, confidentiality and history stay, the former owner
 * keeps no access, and pending access requests go to the new responsible (D-13).
 */
export const handOver: Handler<typeof routes.handOver> = async (context) => {
  const { actor, member, holdings, input, read, now } = context
  const { items } = input
  if (member.kind !== 'member') return problem('not-found')
  const { personId } = member
  const found = await readHeld(personId, items, read)
  const refused = whyNotHandOver(personId, items, found)
  if (refused !== undefined) return refused
  const held = heldIn(holdings)
  const left = {
    dossiers: held.dossiers - items.filter(({ kind }) => kind === 'dossier').length,
    responsibilities: held.responsibilities - items.filter(({ kind }) => kind === 'responsibility').length,
  }
  return {
    view: { personId, held: left },
    writes: moveHeld(personId, holdings, items, found, { at: now, by: actor.personId }),
    events: tellSuccessors(personId, items),
  }
}
