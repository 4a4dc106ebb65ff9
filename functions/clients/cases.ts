/** Who may do what with clients, as the requirements say it; written without reading the rules. */
import { allowed, type Cases, editAllProfiles, staff, viewAllProfiles } from '../../shared/rules/cases.ts'

export const cases = {
  'client.create': [allowed('S-04', editAllProfiles)],
  // Every member has the list; a profile that their sheet does not cover does not appear in it.
  'client.list': [allowed('S-04', staff)],
  'client.read': [allowed('S-04', viewAllProfiles)],
} as const satisfies Cases
