import { endedBefore, isActiveColleague, People, type Person } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'
import { type Absence, Absences, isAbsent } from './records.ts'

type Reader = Pick<Tools, 'read'>

/**
 * Who stands in for somebody at this moment, by their id (B-11): the deputy whom they named, while they are absent. Nobody
 * does where they are not absent, or where the deputy is absent too, no longer active, or a guest by now: deputies make no
 * chain, and whoever asks goes on to the next whom they would ask. What the deputy may do is decided when they do it.
 */
export const standInFor = async (personId: string, reader: Reader, now: string): Promise<string | undefined> =>
  (await standInsFor([personId], reader, now)).get(personId)

/** The same for several people at once: who stands in, by the id of whoever is absent. */
export const standInsFor = async (
  personIds: readonly string[],
  { read }: Reader,
  now: string,
): Promise<ReadonlyMap<string, string>> => {
  const found = await read(Object.fromEntries(personIds.map((personId) => [personId, perhaps(Absences, { personId })])))
  const absences = Object.values(found).filter((absence) => isAbsent(absence, now))
  if (absences.length === 0) return new Map()
  const theirs = (await read(
    Object.fromEntries(
      absences.flatMap(({ deputyId }) => [
        [`person ${deputyId}`, perhaps(People, { personId: deputyId })],
        [`absence ${deputyId}`, perhaps(Absences, { personId: deputyId })],
      ]),
    ),
  )) as Readonly<Record<string, never>>
  return new Map(
    absences
      .filter((absence) => !isAbsent(theirs[`absence ${absence.deputyId}`], now))
      .filter((absence) => isDeputy(theirs[`person ${absence.deputyId}`], absence))
      .map(({ personId, deputyId }) => [personId, deputyId]),
  )
}

const isDeputy = (person: Person | undefined, { setAt }: Absence): boolean =>
  person?.status === 'active' &&
  (person.kind === 'client-user' || isActiveColleague(person)) &&
  !endedBefore(person, setAt)
