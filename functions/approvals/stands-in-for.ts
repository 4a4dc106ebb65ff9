import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Absence, Absences, isAbsent } from '../absences/records.ts'
import type { Tools } from '../kernel/handler.ts'

/** For more people than these nobody stands in at once. */
const MOST = 20

/** The absences in which whoever asks stands in at this moment (B-11). An index lags: each is read again. */
export const standsInFor = async ({
  actor,
  list,
  read,
  now,
}: Pick<Tools, 'actor' | 'list' | 'read' | 'now'>): Promise<readonly Stored<Absence>[]> => {
  const { items } = await list<Absence>(Absences.by.ofDeputy, { deputyId: actor.personId }, { limit: MOST })
  if (items.length === 0) return []
  const fresh = await read(Object.fromEntries(items.map(({ personId }) => [personId, perhaps(Absences, { personId })])))
  return Object.values(fresh).filter(
    (absence): absence is Stored<Absence> => isAbsent(absence, now) && absence.deputyId === actor.personId,
  )
}
