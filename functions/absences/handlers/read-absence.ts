import { People } from '../../../shared/people.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showAbsence } from '../show-absence.ts'

/** When whoever asks is absent, and who stands in for them (B-11). */
export const readAbsence: Handler<typeof routes.readAbsence> = async ({ absence, read, now }) => {
  if (absence === undefined) return { view: showAbsence(undefined, undefined, now) }
  const { deputy } = await read({ deputy: perhaps(People, { personId: absence.deputyId }) })
  return { view: showAbsence(absence, deputy, now), version: absence.version }
}
