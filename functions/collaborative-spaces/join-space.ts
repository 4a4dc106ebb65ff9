import { type Holdings, holdMore, People, type Person } from '../../shared/people.ts'
import type { Stored } from '../../shared/table/record.ts'
import { require, type Write } from '../../shared/table/table.ts'

/**
 * What must still hold of whoever joins a space, beside the companion that says that they did: they are not deactivated
 * at the same moment, and do not become a guest (D-16). Whoever does that to them has looked at the spaces they are in;
 * that their holdings are written here tells that one that there is another by now (D-20).
 */
export const mayStillJoin = (person: Stored<Person>, holdings: Stored<Holdings> | undefined): readonly Write[] => [
  require(People, person),
  holdMore(holdings, person.personId, {}),
]
