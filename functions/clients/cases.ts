/** Who may do what with clients, as the requirements say it; written without reading the rules. */
import {
  allowed,
  type Cases,
  covered,
  editAllProfiles,
  editAssignedProfiles,
  staff,
  viewAllProfiles,
  viewAssignedProfiles,
} from '../../shared/rules/cases.ts'

export const cases = {
  // | client and contact profiles | none · assigned · all | none · assigned · all |
  // Nobody is assigned to a client that does not exist yet.
  'client.create': [allowed('S-04', editAllProfiles)],
  // Every member has the list; a profile that their sheet does not cover does not appear in it.
  'client.list': [allowed('S-04', staff)],
  // A dossier's owner counts as assigned to its client (S-12).
  'client.read': [allowed('S-04', viewAllProfiles), allowed('S-03', viewAssignedProfiles, covered)],
  'client.change': [allowed('S-04', editAllProfiles), allowed('S-03', editAssignedProfiles, covered)],
} as const satisfies Cases
