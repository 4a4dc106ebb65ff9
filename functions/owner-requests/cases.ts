/** Who may meet a dossier and ask its owner for a share or a transfer, as D-22 says it; written without reading the rules. */
import {
  active,
  allowed,
  butOwners,
  type Cases,
  collaborators,
  coordinators,
  covered,
  owners,
  responsibles,
  shared,
  staff,
  usersOfTheDossier,
  viewAllDocumentation,
  viewAssignedDocumentation,
} from '../../shared/rules/cases.ts'

/** Where the organisation lets it be known that a dossier exists. */
const met = { met: ['may be met'] } as const
/** No information is ever asked about such a request; where it were, it would wait still. */
const pending = { request: ['pending', 'information-asked'] } as const

/** Who has nothing to ask for: who owns the dossier, and who reads and writes in it by a share that has not ended. */
const askable = { ...active, share: ['none', 'read', 'ended'] } as const

export const cases = {
  // The card: number and owner. By whoever knows of the dossier, and by every member where dossiers may be met.
  'dossier.meet': [
    allowed('D-22', staff, met),
    allowed('S-12', owners),
    allowed('D-04', collaborators, shared),
    allowed('P-11', responsibles),
    allowed('P-01', usersOfTheDossier),
    allowed('S-12', viewAllDocumentation),
    allowed('S-12', viewAssignedDocumentation, covered),
    allowed('D-09', coordinators),
  ],
  // The same people, client users excepted. A collaborator who reads may ask for a transfer, or to write.
  'owner-request.make': [
    allowed('D-22', butOwners(staff), { ...askable, ...met }),
    allowed('D-22', butOwners(collaborators), { ...active, share: ['read'] }),
    allowed('D-22', butOwners(responsibles), askable),
    allowed('D-22', viewAllDocumentation, askable),
    allowed('D-22', butOwners(viewAssignedDocumentation), { ...askable, ...covered }),
    allowed('D-22', coordinators, askable),
  ],
  // Nobody but the owner decides on their dossier: no administrator, no coordinator (D-02).
  'owner-request.list': [allowed('D-22', owners)],
  'owner-request.read': [allowed('D-22', staff, { requester: ['oneself'] }), allowed('D-22', owners)],
  // Whatever became of the dossier meanwhile.
  'owner-request.withdraw': [allowed('D-22', staff, { requester: ['oneself'], ...pending })],
  // Not what they asked for themself before the dossier came to them. Nobody joins such a request: whoever stood on a
  // list of those who did would have asked for nothing.
  'owner-request.answer': [
    allowed('D-22', owners, { ...active, ...pending, requester: ['another', 'joined by oneself'] }),
  ],
} as const satisfies Cases
