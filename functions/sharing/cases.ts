/** Who may see, give and end shares of a dossier, as the requirements say it; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  collaborators,
  colleagues,
  coordinators,
  covered,
  openInPart,
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
    allowed('D-05', viewAllDocumentation, openInPart),
    allowed('D-05', viewAssignedDocumentation, { ...covered, ...openInPart }),
    allowed('D-05', coordinators, openInPart),
  ],
  // Only the owner, no administrator and no coordinator; only to collaborators of the same organisation, who are active;
  // they need keep no dossiers themselves.
  'share.give': [allowed('D-02', owners, { ...active, ...colleagues })],
  // Whatever the dossier's state, and whatever became of the collaborator.
  'share.end': [allowed('D-02', owners)],
} as const satisfies Cases
