import type { Person } from '../../shared/people.ts'
import { type Absence, isAbsent } from './records.ts'

/** An absence as its person sees it. */
export const showAbsence = (absence: Absence | undefined, deputy: Person | undefined, now: string) => ({
  absence:
    absence === undefined
      ? null
      : {
          from: absence.from,
          until: absence.until,
          deputy: { personId: absence.deputyId, name: deputy?.name ?? '' },
          setAt: absence.setAt,
          lasts: isAbsent(absence, now),
        },
})
