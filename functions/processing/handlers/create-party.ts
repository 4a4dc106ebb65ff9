import { isProblem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { claimVatNumber } from '../party-writes.ts'
import { Parties, type Party } from '../records.ts'
import type { routes } from '../routes.ts'

/** Adds a supplier or customer; who has the same VAT number is the same one (P-06). */
export const createParty: Handler<typeof routes.createParty> = async ({ actor, dossier, input, read, now, newId }) => {
  const { name, roles, vatNumber = null, iban = null } = input
  const { dossierId } = dossier
  const made = { createdAt: now, createdBy: actor.personId }
  const party: Party = { dossierId, partyId: newId(), name, roles, vatNumber, iban, ...made }
  const claimed = await claimVatNumber(party, null, { read })
  if (isProblem(claimed)) return claimed
  return { view: party, version: 1, writes: [create(Parties, party), ...claimed] }
}
