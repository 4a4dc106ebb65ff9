import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, remove, type Write } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'
import { type Party, type PartyVatClaim, PartyVatClaims } from './records.ts'

type Numbered = Pick<Party, 'dossierId' | 'partyId' | 'vatNumber'>

/**
 * The writes by which a VAT number is one party's alone: the claim of the new number, and of the former one no more. A
 * number that another party has is a problem that points to that party.
 */
export const claimVatNumber = async (
  { dossierId, partyId, vatNumber }: Numbered,
  former: string | null,
  { read }: Pick<Tools, 'read'>,
): Promise<Problem | readonly Write[]> => {
  if (vatNumber === former) return []
  const found = await read({
    ...(vatNumber === null ? {} : { taken: perhaps(PartyVatClaims, { dossierId, vatNumber }) }),
    ...(former === null ? {} : { own: perhaps(PartyVatClaims, { dossierId, vatNumber: former }) }),
  })
  const { taken, own } = found as Readonly<Record<string, Stored<PartyVatClaim> | undefined>>
  if (taken !== undefined)
    return problem('party-exists', { errors: [{ pointer: '#/vatNumber', detail: taken.partyId }] })
  return [
    ...(own === undefined ? [] : [remove(PartyVatClaims, own)]),
    ...(vatNumber === null ? [] : [create(PartyVatClaims, { dossierId, vatNumber, partyId })]),
  ]
}
