import { indexed, record } from '../../shared/table/record.ts'

/** That somebody is away for a time, and who stands in for them where they are asked (B-11). */
export type Absence = {
  readonly personId: string
  readonly deputyId: string
  readonly from: string
  readonly until: string
  readonly setAt: string
}

export const Absences = record<Absence>()({
  name: 'absence',
  holds: 'From when to when somebody is absent, and their deputy; it counts in between and is checked when it is used.',
  key: ({ personId }: { personId: string }) => ({ pk: `PERSON#${personId}`, sk: 'ABSENCE' }),
  by: {
    ofDeputy: indexed<Absence, { deputyId: string }>(
      'gsi1',
      'The absences in which somebody stands in',
      ({ deputyId }) => `DEPUTY#${deputyId}`,
      ({ personId }) => personId,
    ),
  },
  trail: ({ personId }) => `PERSON#${personId}`,
})

export const isAbsent = (absence: Absence | undefined, now: string): absence is Absence =>
  absence !== undefined && absence.from <= now && absence.until > now
