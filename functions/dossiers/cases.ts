/** Who may do what with a dossier, as the requirements say it; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  collaborators,
  coordinators,
  covered,
  editAllDocumentation,
  everyoneActive,
  openInPart,
  owners,
  responsibles,
  shared,
  usersOfTheDossier,
  viewAllDocumentation,
  viewAssignedDocumentation,
} from '../../shared/rules/cases.ts'

export const cases = {
  // The office creates dossiers, their configuration, their responsible and the first users.
  'dossier.create': [allowed('P-14', editAllDocumentation)],
  // Everybody has a list; what is in it is decided one dossier at a time.
  'dossier.list': [allowed('D-01', everyoneActive)],
  // Number, owner, state and label: also of a dossier that is confidential, whether as a whole or by all of its content.
  'dossier.know': [
    // The sheet's `none` on documentation never closes one's own, nor one that is shared.
    allowed('S-12', owners),
    allowed('D-04', collaborators, shared),
    allowed('P-11', responsibles),
    allowed('P-01', usersOfTheDossier),
    allowed('S-12', viewAllDocumentation),
    allowed('S-12', viewAssignedDocumentation, covered),
    allowed('D-09', coordinators),
  ],
  // With its client's name: no wide scope opens a dossier that is confidential, nor one in which everything is (D-07).
  'dossier.read': [
    allowed('S-12', owners),
    allowed('D-04', collaborators, shared),
    allowed('P-11', responsibles),
    allowed('P-01', usersOfTheDossier),
    allowed('S-12', viewAllDocumentation, openInPart),
    allowed('S-12', viewAssignedDocumentation, { ...covered, ...openInPart }),
    allowed('D-09', coordinators, openInPart),
  ],
  // The configuration is the portal's, not content: confidentiality changes nothing.
  'dossier.configure': [allowed('D-01', owners, active), allowed('P-14', editAllDocumentation, active)],
  // Nobody closes what they may not read.
  'dossier.change-state': [allowed('D-01', owners), allowed('P-14', editAllDocumentation, openInPart)],
  // Visible to the owner: a record, which outlives the dossier's being active.
  'dossier.see-reads': [allowed('D-10', owners)],
  // In one act, by the owner alone.
  'dossier.mark-confidential': [allowed('D-08', owners)],
} as const satisfies Cases
