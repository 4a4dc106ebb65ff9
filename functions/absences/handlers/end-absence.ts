import { remove } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Absences } from '../records.ts'
import type { routes } from '../routes.ts'

/** Ends one's absence: nobody stands in any more from this moment on. Where there is none, nothing is left to be done. */
export const endAbsence: Handler<typeof routes.endAbsence> = ({ absence }) => ({
  view: {},
  ...(absence === undefined ? {} : { writes: [remove(Absences, absence)] }),
})
