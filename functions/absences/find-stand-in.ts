import { endedBefore, isActiveColleague, People } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'
import { Absences, isAbsent } from './records.ts'

/**
 * Who stands in for somebody at this moment, by their id (B-11): the deputy whom they named, while they are absent. Nobody
 * does where they are not absent, or where the deputy is absent too, no longer active, or a guest by now: deputies make no
 * chain, and whoever asks goes on to the next whom they would ask. What the deputy may do is decided when they do it.
 */
export const standInFor = async (
  personId: string,
  { read }: Pick<Tools, 'read'>,
  now: string,
): Promise<string | undefined> => {
  const { absence } = await read({ absence: perhaps(Absences, { personId }) })
  if (!isAbsent(absence, now)) return undefined
  const { deputyId } = absence
  const { deputy, theirs } = await read({
    deputy: perhaps(People, { personId: deputyId }),
    theirs: perhaps(Absences, { personId: deputyId }),
  })
  if (deputy?.status !== 'active' || isAbsent(theirs, now)) return undefined
  if (deputy.kind === 'member' && !isActiveColleague(deputy)) return undefined
  return endedBefore(deputy, absence.setAt) ? undefined : deputyId
}
