import { People } from '../../../shared/people.ts'
import { isProblem, problem } from '../../../shared/problems.ts'
import { create, require, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { findDeputy } from '../find-deputy.ts'
import { Absences } from '../records.ts'
import type { routes } from '../routes.ts'
import { showAbsence } from '../show-absence.ts'

/** Sets one's absence: it counts from its first moment until its last, and is looked at whenever somebody is asked (B-11). */
export const setAbsence: Handler<typeof routes.setAbsence> = async (context) => {
  const { actor, absence, input, now } = context
  const [from, until] = [input.from, input.until].map((at) => new Date(at).toISOString()) as [string, string]
  if (until <= now) return problem('end-not-in-future')
  if (until <= from) return problem('end-before-beginning')
  const deputy = await findDeputy(input.deputyId, context)
  if (isProblem(deputy)) return deputy
  const set = { personId: actor.personId, deputyId: deputy.personId, from, until, setAt: now }
  return {
    view: showAbsence(set, deputy, now),
    version: (absence?.version ?? 0) + 1,
    writes: [
      absence === undefined ? create(Absences, set) : update(Absences, absence, set),
      // Who is deactivated at the same moment stands in for nobody.
      require(People, deputy),
    ],
  }
}
