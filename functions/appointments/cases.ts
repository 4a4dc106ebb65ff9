/** Who may see and make appointments, as the sheet's third row says it; written without reading the rules. */
import { allowed, type Cases, editAllCalendars, staff, viewAllCalendars } from '../../shared/rules/cases.ts'

const own = { calendar: ['oneself'] } as const

export const cases = {
  // | scheduling and calendars | own · all | own · all |
  // Every sheet has at least `own`; a guest's opens nothing.
  'appointment.read': [allowed('S-06', staff, own), allowed('S-06', viewAllCalendars)],
  'appointment.edit': [allowed('S-06', staff, own), allowed('S-06', editAllCalendars)],
} as const satisfies Cases
