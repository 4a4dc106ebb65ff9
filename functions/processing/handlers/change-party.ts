import { isProblem } from '../../../shared/problems.ts'
import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { checkNumbers } from '../check-numbers.ts'
import { claimVatNumber } from '../party-writes.ts'
import { Parties } from '../records.ts'
import type { routes } from '../routes.ts'

/** Changes a supplier or customer; what is not named stays as it is (P-06). */
export const changeParty: Handler<typeof routes.changeParty> = async ({ party, input, language, read }) => {
  const numbers = checkNumbers(input, language)
  if (isProblem(numbers)) return numbers

  const { name = party.name, roles = party.roles } = input
  const { vatNumber = party.vatNumber, iban = party.iban } = numbers
  const changes = { name, roles, vatNumber, iban }
  const claimed = await claimVatNumber({ ...party, vatNumber }, party.vatNumber, { read })
  if (isProblem(claimed)) return claimed
  return {
    view: { ...party, ...changes },
    version: party.version + 1,
    writes: [update(Parties, party, changes), ...claimed],
  }
}
