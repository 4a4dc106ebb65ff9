/**
 * Who may ask for access, follow it and decide it, as the requirements say it. Written without
 * reading the rules, but for the lines on who joined and who stands in: those came with the rules, and were held against
 * P-12 afterwards.
 */
import {
  active,
  allowed,
  type Cases,
  editAllDocumentation,
  owners,
  responsibles,
  staff,
  usersOfTheDossier,
  viewAllDocumentation,
} from '../../shared/rules/cases.ts'

/** A request waits until it is decided, also while more information is asked about it. */
const waiting = { request: ['pending', 'information-asked'] } as const

/**
 * By a link of their own alone; right is checked when it is used; nobody decides their own request, nor one that they
 * joined. Who can no longer be given a user of the dossier cannot be granted one: the dossier is active (P-14).
 */
const byLink = {
  ...active,
  ...waiting,
  requester: ['another'],
  holder: ['oneself'],
  purpose: ['this'],
  link: ['live'],
} as const

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
  'access-request.withdraw': [allowed('P-12', usersOfTheDossier, { ...waiting, requester: ['oneself'] })],
  // Who answers is one of three: the member named, the office, or the people of the dossier's client group.
  'access-request.decide': [
    allowed('P-11', responsibles, {
      ...byLink,
      asked: ['by name', 'as a stand-in', 'for the absent', 'for somebody who is back'],
    }),
    // The members in charge of the group that the dossier is in.
    allowed('P-11', staff, { ...byLink, asked: ['for the client group'] }),
    allowed('P-11', editAllDocumentation, { ...byLink, asked: ['as the office'] }),
    // While they are absent, and no longer. A guest and a client user stand in for nobody of the organisation.
    allowed('B-11', staff, { ...byLink, asked: ['for the absent'] }),
    // Nobody told is never an outcome: the administrators who are asked when the responsible has left.
    allowed('P-12', ['administrator', 'administrator, shut sheet'], { ...byLink, asked: ['as a stand-in'] }),
  ],
  // Whoever asked, or asked for the same.
  'access-request.answer': [
    allowed('P-12', usersOfTheDossier, {
      requester: ['oneself', 'joined by oneself'],
      request: ['information-asked'],
    }),
  ],
} as const satisfies Cases
