/** Who keeps the client groups, as P-11 and P-14 say it; written without reading the rules. */
import { allowed, type Cases, editAllDocumentation, viewAllDocumentation } from '../../shared/rules/cases.ts'

export const cases = {
  // The office's. To be in charge of a group is to be asked, not to see or set it.
  'client-group.read': [allowed('P-11', viewAllDocumentation)],
  'client-group.manage': [allowed('P-14', editAllDocumentation)],
} as const satisfies Cases
