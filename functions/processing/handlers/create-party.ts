import { isProblem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { checkNumbers } from '../check-numbers.ts'
import { claimVatNumber } from '../party-writes.ts'
import { Parties, type Party } from '../records.ts'
import type { routes } from '../routes.ts'

/** Adds a supplier or customer; who has the same VAT number is the same one (P-06). */
export const createParty: Handler<typeof routes.createParty> = async (context) => {
  const { actor, dossier, input, language, read, now, newId } = context
  const numbers = checkNumbers(input, language)
  if (isProblem(numbers)) return numbers

  const { name, roles } = input
  const { vatNumber = null, iban = null } = numbers
  const { dossierId } = dossier
  const made = { createdAt: now, createdBy: actor.personId }
  const party: Party = { dossierId, partyId: newId(), name, roles, vatNumber, iban, ...made }
  const claimed = await claimVatNumber(party, null, { read })
  if (isProblem(claimed)) return claimed
  return { view: party, version: 1, writes: [create(Parties, party), ...claimed] }
}
