import { isActiveColleague, People } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, require, type Write } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'

/**
 * What must still be so when people are named to answer for a group: each is an active member and no guest (C-05).
 * Problem: `group-responsible-not-eligible`, with the place of each who is not.
 */
export const requireResponsible = async (
  personIds: readonly string[],
  read: Tools['read'],
): Promise<readonly Write[] | Problem> => {
  const found = await read(Object.fromEntries(personIds.map((personId) => [personId, perhaps(People, { personId })])))
  const errors = personIds.flatMap((personId, at) =>
    isActiveColleague(found[personId]) ? [] : [{ pointer: `#/responsibleIds/${at}`, detail: personId }],
  )
  if (errors.length > 0) return problem('group-responsible-not-eligible', { errors })
  return Object.values(found).map((person) => require(People, person as Stored<NonNullable<typeof person>>))
}
