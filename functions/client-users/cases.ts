/** Who may do what with the users of a dossier, as the requirements say it; written without reading the rules. */
import {
  active,
  allowed,
  type Cases,
  editAllDocumentation,
  owners,
  P04,
  viewAllDocumentation,
} from '../../shared/rules/cases.ts'

const ofTheDossier = { user: ['of the dossier'] } as const

export const cases = {
  'client-user.create': [
    allowed('P-14', owners, active),
    allowed('P-14', editAllDocumentation, active),
    // Row "create users of the dossier", without the office.
    allowed('P-13', P04['create users of the dossier'](), active),
  ],
  'client-user.list': [
    allowed('P-14', owners),
    allowed('P-14', viewAllDocumentation),
    allowed('P-13', P04['create users of the dossier']()),
  ],
  // P-04 gives an Administrator creating alone: changing and ending are the owner's and the office's.
  // The profile is the same in every dossier: what an owner changes must not reach into dossiers of others.
  'client-user.change-profile': [
    allowed('P-01', owners, { ...ofTheDossier, uses: ['this dossier alone'] }),
    allowed('P-01', editAllDocumentation, ofTheDossier),
  ],
  'client-user.end-access': [
    allowed('P-14', owners, ofTheDossier),
    allowed('P-14', editAllDocumentation, ofTheDossier),
  ],
  // The person, not only their access to this dossier: the office alone.
  'client-user.deactivate': [allowed('P-14', editAllDocumentation, ofTheDossier)],
  'client-user.reactivate': [allowed('P-14', editAllDocumentation, ofTheDossier)],
} as const satisfies Cases
