/** Who may do what with the users of a dossier, as the requirements say it; written without reading the rules. */
import { allowed, type Cases, editAllDocumentation, owners, viewAllDocumentation } from '../../shared/rules/cases.ts'

export const cases = {
  // The first users come from the office; an Administrator of the dossier creates users later (P-13), not yet.
  'client-user.create': [allowed('P-14', [...owners, ...editAllDocumentation], { dossier: ['active'] })],
  'client-user.list': [
    allowed('P-14', [...owners, ...viewAllDocumentation]),
    allowed('P-04', ['Administrator of the dossier']),
  ],
} as const satisfies Cases
