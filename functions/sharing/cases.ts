/** Who may see, give and end shares of a dossier, as the requirements say it; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  collaborators,
  coordinators,
  covered,
  notWholly,
  owners,
  responsibles,
  shared,
  viewAllDocumentation,
  viewAssignedDocumentation,
} from '../../shared/rules/cases.ts'

export const cases = {
  // To whoever may read the dossier, client users excepted.
  'share.list': [
    allowed('D-05', owners),
    allowed('D-05', collaborators, shared),
    allowed('D-05', responsibles),
    allowed('D-05', viewAllDocumentation, notWholly),
    allowed('D-05', viewAssignedDocumentation, { ...covered, ...notWholly }),
    allowed('D-05', coordinators, notWholly),
  ],
  // Only the owner, no administrator and no coordinator; only to collaborators of the same organisation, who are active.
  'share.give': [allowed('D-02', owners, { ...active, grantee: ['colleague'] })],
  // Whatever the dossier's state, and whatever became of the collaborator.
  'share.end': [allowed('D-02', owners)],
} as const satisfies Cases
