import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { id, nothing, time } from '../../shared/contract/schemas.ts'
import { absence } from './resource.ts'

const AbsenceView = z.object({
  /** Null where none is set. */
  absence: z.nullable(
    z.object({
      from: time,
      until: time,
      deputy: z.object({ personId: id, name: z.string() }),
      setAt: time,
      /** Whether it lasts at this moment: the deputy is asked in one's place. */
      lasts: z.boolean(),
    }),
  ),
})

export const routes = {
  readAbsence: route('GET /v1/me/absence', {
    summary: 'See when one is absent, and who stands in',
    action: 'absence.read',
    on: absence,
    input: nothing,
    output: AbsenceView,
    uses: { table: 'read' },
  }),
  setAbsence: route('PUT /v1/me/absence', {
    summary: 'Say when one is absent, and who stands in where one is asked',
    description:
      'A deputy is an active colleague, or for a client user another user of a dossier in common. What they may do is decided by their own rights.',
    action: 'absence.set',
    on: absence,
    input: z.strictObject({ from: time, until: time, deputyId: id }),
    output: AbsenceView,
    problems: ['end-not-in-future', 'end-before-beginning', 'deputy-not-eligible', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  endAbsence: route('DELETE /v1/me/absence', {
    summary: 'Say that one is back, or will not be absent',
    action: 'absence.set',
    on: absence,
    input: nothing,
    output: nothing,
    status: 204,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
}
