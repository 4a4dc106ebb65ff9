/**
 * Who may ask for access, follow it and decide it, as the requirements say it. Written without
 * reading the rules, but for the lines on who joined and who stands in: those came with the rules, and were held against
 * P-12 afterwards.
 */
import {
  allowed,
  type Cases,
  owners,
  responsibles,
  usersOfTheDossier,
  viewAllDocumentation,
} from '../../shared/rules/cases.ts'

export const cases = {
  // An Administrator or any client user of the dossier asks.
  'access-request.create': [allowed('P-11', usersOfTheDossier, { dossier: ['active'] })],
  // The list is anybody's of the dossier; what is in it is decided one request at a time. A share or an assigned client
  // shows none: reading a thing is not enough to read who else can (B-02).
  'access-request.list': [allowed('P-12', [...usersOfTheDossier, ...owners, ...responsibles, ...viewAllDocumentation])],
  'access-request.read': [
    // The requester sees where it stands, and so does whoever asked for the same and joined the pending request, while
    // they are a client user of the dossier (D-06).
    allowed('P-12', usersOfTheDossier, { requester: ['oneself', 'joined by oneself'] }),
    allowed('P-04', ['Administrator of the dossier']),
    allowed('P-11', [...owners, ...responsibles, ...viewAllDocumentation]),
  ],
  'access-request.withdraw': [allowed('P-12', usersOfTheDossier, { requester: ['oneself'], request: ['pending'] })],
  // By a link of their own alone; right is checked when it is used; nobody decides their own request. Who can no longer
  // be given a user of the dossier cannot be granted one: the dossier is active (P-14).
  'access-request.decide': [
    allowed('P-11', responsibles, {
      holder: ['oneself'],
      purpose: ['access-decision'],
      link: ['live'],
      requester: ['another'],
      request: ['pending'],
      dossier: ['active'],
    }),
    // Nobody told is never an outcome: the administrators who are asked when the responsible has left.
    allowed('P-12', ['administrator', 'administrator, shut sheet'], {
      asked: ['as a stand-in'],
      holder: ['oneself'],
      purpose: ['access-decision'],
      link: ['live'],
      requester: ['another'],
      request: ['pending'],
      dossier: ['active'],
    }),
  ],
  'access-request.answer': [],
} as const satisfies Cases
