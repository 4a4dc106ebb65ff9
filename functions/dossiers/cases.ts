/** Who may do what with a dossier, as the requirements say it; written without reading the rules. */
import {
  allowed,
  type Cases,
  editAllDocumentation,
  everyoneActive,
  owners,
  responsibles,
  usersOfTheDossier,
  viewAllDocumentation,
} from '../../shared/rules/cases.ts'

export const cases = {
  // The office creates dossiers, their configuration, their responsible and the first users.
  'dossier.create': [allowed('P-14', editAllDocumentation)],
  // Everybody has a list; what is in it is decided one dossier at a time.
  'dossier.list': [allowed('D-01', everyoneActive)],
  'dossier.read': [
    // The sheet's `none` on documentation never closes one's own.
    allowed('S-12', owners),
    allowed('P-11', responsibles),
    allowed('S-12', viewAllDocumentation),
    allowed('P-01', usersOfTheDossier),
  ],
  'dossier.configure': [
    allowed('D-01', owners, { dossier: ['active'] }),
    allowed('P-14', editAllDocumentation, { dossier: ['active'] }),
  ],
} as const satisfies Cases
