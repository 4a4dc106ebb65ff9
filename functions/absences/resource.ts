import { resource } from '../../shared/contract/resource.ts'
import { perhaps } from '../../shared/table/table.ts'
import { Absences } from './records.ts'

/** The absence of whoever asks, if they said that they are or will be absent. */
export const absence = resource({
  kind: 'organisation',
  known: null,
  load: ({ actorId: personId }) => ({ absence: perhaps(Absences, { personId }) }),
})
