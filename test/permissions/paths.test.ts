import { describe, expect, test } from 'vitest'
import { rules } from '../../functions/rules.ts'
import type { Action } from '../../shared/actions.ts'
import type { Persona, Variations } from '../../shared/rules/cases.ts'
import { causesOf, compile, decide } from '../../shared/rules/decide.ts'
import type { Path, Who } from '../../shared/rules/rule.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { meantBy } from '../../shared/rules/who.ts'
import { personOf, situationOf } from '../world.ts'

/** B-02: every right is told with the path that gives it: share, assignment, profile, group, delegation, level. */

type Row = readonly [who: Who, persona: Persona, circumstances: Partial<Variations>, path: Path]

const dossier = { dossier: 'active' } as const
const inGroup = { groups: 'in' } as const
const application = { space: 'open', application: 'forum' } as const

// biome-ignore format: a table is read by its columns
const rows: readonly Row[] = [
  ['anyone',                           'stranger',                         {},                                     ['everyone']],
  ['member',                           'stranger',                         {},                                     ['organisation']],
  ['oneself',                          'Full Access elsewhere',            {},                                     ['oneself']],
  ['role coordinator',                 'coordinator',                      dossier,                                ['role']],
  ['role super-admin',                 'super admin',                      inGroup,                                ['role']],

  ['owner',                            'owner',                            dossier,                                ['ownership']],
  ['responsible',                      'responsible',                      dossier,                                ['responsibility']],
  ['reading collaborator',             'stranger',                         { ...dossier, share: 'read' },          ['share']],
  ['reading collaborator',             'stranger',                         { ...dossier, share: 'write' },         ['share']],
  ['writing collaborator',             'stranger',                         { ...dossier, share: 'write' },         ['share']],
  ['view documentation: all',          'documentation reader',             dossier,                                ['sheet']],
  ['edit documentation: all',          'documentation editor',             dossier,                                ['sheet']],
  ['view calendars: own',              'stranger',                         {},                                     ['sheet']],
  ['view documentation: assigned',     'assigned documentation reader',    { assigned: 'by name' },                ['assignment', 'sheet']],
  ['view documentation: assigned',     'documentation reader',             { assigned: 'by name' },                ['assignment', 'sheet']],
  ['edit invoices: assigned',          'assigned invoice editor',          { assigned: 'by name' },                ['assignment', 'sheet']],
  ['view profiles: assigned',          'assigned profile reader',          { assigned: 'as owner of another dossier' }, ['ownership of a dossier of the client', 'sheet']],

  ['client user',                      'Full Feedback of the dossier',     dossier,                                ['access']],
  ['profile client-full-feedback',     'Full Feedback of the dossier',     dossier,                                ['access', 'profile']],
  ['approver',                         'Full Feedback of the dossier',     { author: 'another', approver: 'named' }, ['approval']],
  ['deputy of an approver',            'Full Access of the dossier',       { author: 'another', approver: 'for the absent' }, ['absence', 'approval']],
  ['deputy of an approver',            'stranger',                         { author: 'another', approver: 'for the absent' }, ['absence', 'approval']],
  ['group responsible',                'stranger',                         { ...dossier, asked: 'for the client group' }, ['client group', 'responsibility']],
  ['deputy of the responsible',        'stranger',                         { ...dossier, asked: 'for the absent' }, ['absence', 'responsibility']],
  ['recipient',                        'stranger',                         { ...dossier, offered: 'to oneself', offer: 'pending' }, ['offer']],
  ['giver',                            'owner',                            { ...dossier, offered: 'by oneself', offer: 'pending' }, ['offer']],
  ['giver',                            'stranger',                         { ...dossier, offered: 'by oneself', offer: 'accepted' }, ['offer']],
  ['requester',                        'Full Access of the dossier',       { requester: 'oneself' },               ['request']],
  ['co-requester',                     'Full Access of the dossier',       { requester: 'joined by oneself' },     ['request']],
  ['stand-in',                         'administrator',                    { asked: 'as a stand-in' },              ['role', 'deputy']],
  ['link holder',                      'responsible',                      { holder: 'oneself' },                  ['link']],

  ['companion',                        'stranger',                         { companion: 'member' },                ['collaborative space']],

  ['room admin',                       'Admin of the room',                inGroup,                                ['seat']],
  ['room member',                      'Member of the room',               inGroup,                                ['seat', 'group']],
  ['room editor',                      'Editor of the room',               inGroup,                                ['seat', 'group']],
  ['room group-manager',               'Group manager of the room',        inGroup,                                ['seat', 'group']],
  ['room assistant',                   'Assistant of a Member',            inGroup,                                ['assistant', 'group']],
  ['annotation author',                'Member of the room',               { ...inGroup, annotation: 'oneself' },  ['authorship']],
  ['annotation pair',                  'Assistant of a Member',            { ...inGroup, annotation: 'their member' }, ['assistant', 'authorship']],
  ['annotation pair',                  'Member of the room',               { ...inGroup, annotation: 'their assistant' }, ['assistant', 'authorship']],

  ['space administrator',              'administrator of the space',       { space: 'open' },                      ['space']],
  ['space member',                     'member of the space',              { space: 'open' },                      ['space']],
  ['space member',                     'guest reader of the application',  application,                            ['space']],
  ['application administrator',        'administrator of the space',       application,                            ['space', 'administrator of the space']],
  ['application author',               'administrator of the space',       application,                            ['space', 'administrator of the space']],
  ['application reader',               'administrator of the space',       application,                            ['space', 'administrator of the space']],
  ['application administrator',        'administrator of the application', application,                            ['space', 'application']],
  ['application author',               'administrator of the application', application,                            ['space', 'application', 'wider level']],
  ['application reader',               'administrator of the application', application,                            ['space', 'application', 'wider level']],
  ['application author',               'author in the application',        application,                            ['space', 'application']],
  ['application reader',               'author in the application',        application,                            ['space', 'application', 'wider level']],
  ['application reader',               'reader of the application',        application,                            ['space', 'application']],
]

test.each(rows.map(([who, persona, circumstances, path]) => ({ who, persona, circumstances, path })))(
  'B-02: “$who” reaches $persona by $path',
  ({ who, persona, circumstances, path }) => {
    expect(meantBy(who)(situationOf(persona, circumstances))).toEqual(path)
  },
)

/** The tie of a row, as it would be if it were somebody else's. */
const ofSomebodyElse = (situation: Situation): Situation => {
  const personId = 'somebody-else'
  const { dossier, share, assignment, access, document, request, followUp, link, offer } = situation
  const { companion, seat, annotation, membership, absence, clientGroup } = situation
  return {
    ...situation,
    ...(dossier && { dossier: { ...dossier, ownerId: personId, responsibleId: personId } }),
    ...(share && { share: { ...share, personId } }),
    ...(assignment && { assignment: { ...assignment, personId } }),
    ...(access && { access: { personId } }),
    ...(document && { document: { ...document, approvers: [personId] } }),
    ...(request && { request: { ...request, requestedBy: personId, joinedBy: [personId] } }),
    ...(followUp && { followUp: { standIns: [personId] } }),
    ...(link && { link: { ...link, personId } }),
    ...(offer && { offer: { ...offer, giverId: personId, recipientId: personId } }),
    ...(companion && { companion: { personId } }),
    ...(seat && { seat: { ...seat, personId } }),
    ...(annotation && { annotation: { authorId: personId } }),
    ...(membership && { membership: { ...membership, personId } }),
    ...(absence && { absence: { ...absence, deputyId: personId } }),
    ...(clientGroup && { clientGroup: { ...clientGroup, responsibleIds: [personId] } }),
  } as Situation
}

/** What somebody is by themself, whatever is at hand. */
const byThemself = /^(anyone|member|oneself|role .*|(view|edit) .*: (own|all))$/
const tied = rows.filter(([who]) => !byThemself.test(who)).map(([who, persona, so]) => ({ who, persona, so }))

test.each(tied)('S-10: a tie of somebody else makes $persona no “$who”', ({ who, persona, so }) => {
  expect(meantBy(who)(ofSomebodyElse(situationOf(persona, so)))).toBeUndefined()
})

test.each(tied)('B-05: without anything at hand $persona is no “$who”', ({ who, persona }) => {
  expect(meantBy(who)({ actor: personOf(persona) })).toBeUndefined()
})

describe('B-05: a tie without the thing it is a tie to gives nothing', () => {
  test('R-01: a seat, where no room is at hand', () => {
    const { room: _, ...nowhere } = situationOf('Member of the room', { groups: 'in' })
    expect(meantBy('room member')(nowhere)).toBeUndefined()
  })

  test('R-13: a seat, where no annotation is at hand', () => {
    expect(meantBy('annotation pair')(situationOf('Assistant of a Member', { groups: 'in' }))).toBeUndefined()
    expect(meantBy('annotation pair')(situationOf('Member of the room', { groups: 'in' }))).toBeUndefined()
  })

  test('C-03: a membership, where no space is at hand', () => {
    const { space: _, ...nowhere } = situationOf('member of the space', { space: 'open' })
    expect(meantBy('space member')(nowhere)).toBeUndefined()
  })

  test('B-11: an absence, where nobody who is absent is asked', () => {
    const so = { ...dossier, author: 'another', approver: 'for the absent', asked: 'for the absent' } as const
    const { document, dossier: _, ...rest } = situationOf('stranger', so)
    expect(meantBy('deputy of an approver')(rest)).toBeUndefined()
    expect(meantBy('deputy of the responsible')(rest)).toBeUndefined()
    const others = { ...document, approvers: ['somebody-else'] } as NonNullable<Situation['document']>
    expect(meantBy('deputy of an approver')({ ...rest, document: others })).toBeUndefined()
  })

  test('P-07: a document for which nobody is named, and a request that nobody joined', () => {
    const user = personOf('Full Access of the dossier')
    expect(meantBy('approver')({ actor: user, document: { createdBy: 'anselme' } })).toBeUndefined()
    const request = { requestedBy: 'anselme', state: 'pending' }
    expect(meantBy('co-requester')({ actor: user, request })).toBeUndefined()
  })
})

/** Where a person might hold a tie that is not for people of their kind. */
const clientUser = personOf('Full Access of the dossier')
const member = personOf('stranger')
const guest = personOf('guest with a full sheet')
const tiesOf = (actor: Situation['actor'], answeredBy?: NonNullable<Situation['dossier']>['answeredBy']): Situation => {
  const { personId } = actor
  const seat = { roomId: 'boardroom', personId, role: 'member', groupIds: [], manages: [] } as const
  return {
    actor,
    dossier: {
      ownerId: personId,
      responsibleId: personId,
      answeredBy,
      clientGroupId: 'harbour',
      state: 'active',
      modules: [],
    },
    clientGroup: { clientGroupId: 'harbour', responsibleIds: [personId, 'dorothee'] },
    absence: { personId: 'dorothee', deputyId: personId, live: true },
    document: { createdBy: 'dorothee', approvers: ['dorothee'], state: 'to-approve' },
    share: { personId, access: 'write', live: true },
    access: { personId },
    assignment: { personId, assigned: {}, dossierIds: [] },
    followUp: { standIns: [personId] },
    offer: { giverId: personId, recipientId: personId, state: 'pending' },
    companion: { personId },
    room: { roomId: 'boardroom' },
    seat,
    annotation: { authorId: personId },
    space: { spaceId: 'harbour', state: 'open' },
    membership: { spaceId: 'harbour', personId, level: 'administrator', applications: { pages: 'administrator' } },
    application: { name: 'pages' },
  }
}

describe('a tie that is not for people of their kind gives nothing', () => {
  const ofMembers: readonly Who[] = [
    'member',
    'owner',
    'responsible',
    'reading collaborator',
    'writing collaborator',
    'stand-in',
    'recipient',
    'giver',
    'companion',
    'room member',
    'annotation author',
    'space administrator',
    'space member',
    'application reader',
    'view documentation: all',
    'view documentation: assigned',
    'role administrator',
  ]
  test.each(ofMembers)('D-04, C-05: a client user is never “%s”', (who) => {
    expect(meantBy(who)(tiesOf(clientUser))).toBeUndefined()
  })

  const ofColleagues: readonly Who[] = ['group responsible', 'deputy of the responsible']
  test.each(ofColleagues)('P-11, B-11: a client user is never “%s”, nor is a guest', (who) => {
    expect(meantBy(who)(tiesOf(clientUser, 'client-group'))).toBeUndefined()
    expect(meantBy(who)(tiesOf(guest, 'client-group'))).toBeUndefined()
    expect(meantBy(who)(tiesOf(member, 'client-group'))).toBeDefined()
  })

  test.each([clientUser, guest, member])('B-11: whoever is named as deputy stands in for an approver: $name', (who) => {
    expect(meantBy('deputy of an approver')(tiesOf(who))).toEqual(['absence', 'approval'])
  })

  const ofClientUsers: readonly Who[] = ['client user', 'profile client-full-access']
  test.each(ofClientUsers)('P-01: a member is never “%s”', (who) => {
    expect(meantBy(who)(tiesOf(member))).toBeUndefined()
    expect(meantBy(who)(tiesOf(clientUser))).toBeDefined()
  })

  const ofStaff: readonly Who[] = [
    'responsible',
    'reading collaborator',
    'writing collaborator',
    'companion',
    'view documentation: all',
    'edit documentation: assigned',
    'view calendars: own',
  ]
  test.each(ofStaff)('C-05: a guest is never “%s”, whatever their sheet says', (who) => {
    expect(meantBy(who)(tiesOf(guest))).toBeUndefined()
  })
})

test('C-05: beside guest no other role counts', () => {
  const both = { ...guest, roles: ['guest', 'coordinator'] } as Situation['actor']
  expect(meantBy('role guest')(tiesOf(both))).toEqual(['role'])
  expect(meantBy('role coordinator')(tiesOf(both))).toBeUndefined()
  expect(meantBy('role coordinator')(tiesOf(personOf('coordinator')))).toEqual(['role'])
})

test('P-01: another profile than the one asked for is not meant', () => {
  expect(meantBy('profile client-administrator')(tiesOf(clientUser))).toBeUndefined()
})

describe('P-11: one of three answers access requests: the member named, the office, or the client group', () => {
  const answering: readonly Who[] = ['responsible', 'group responsible', 'deputy of the responsible']
  const meantWhere = (so: Partial<Variations>): readonly Who[] =>
    answering.filter((who) => meantBy(who)(situationOf('responsible', { ...dossier, ...so })) !== undefined)

  test('the member who is named, and nobody of a group', () => {
    expect(meantWhere({ asked: 'by name' })).toEqual(['responsible'])
  })

  test('where the office or a group answers, the member who is still named is not the responsible', () => {
    expect(meantWhere({ asked: 'as the office' })).toEqual([])
    expect(meantWhere({ asked: 'for the client group' })).toEqual(['group responsible'])
  })

  test('the people of another group than the one that the dossier is in answer nothing', () => {
    expect(meantWhere({ asked: 'for another client group' })).toEqual([])
  })

  test('B-11: who stands in for one of the group is its deputy, while that one is absent and of the group', () => {
    const deputy = meantBy('deputy of the responsible')
    const inGroup = tiesOf(member, 'client-group')
    const absence = inGroup.absence as NonNullable<Situation['absence']>
    expect(deputy(inGroup)).toEqual(['absence', 'responsibility'])
    expect(deputy({ ...inGroup, absence: { ...absence, live: false } })).toBeUndefined()
    expect(deputy({ ...inGroup, absence: { ...absence, personId: 'capucine' } })).toBeUndefined()
    expect(deputy(tiesOf(member, 'office'))).toBeUndefined()
    expect(deputy(tiesOf(member))).toBeUndefined()
  })
})

test('B-11: from the moment the absence is over nobody stands in', () => {
  const so = { ...dossier, author: 'another' } as const
  expect(
    meantBy('deputy of an approver')(situationOf('stranger', { ...so, approver: 'for somebody who is back' })),
  ).toBe(undefined)
  expect(
    meantBy('deputy of the responsible')(situationOf('stranger', { ...so, asked: 'for somebody who is back' })),
  ).toBeUndefined()
})

test('P-12: from the moment an access ends nobody uses the dossier by it', () => {
  const lately = situationOf('Administrator of the dossier until lately', dossier)
  for (const who of ['client user', 'profile client-administrator'] as const) {
    expect(meantBy(who)(lately)).toBeUndefined()
    expect(meantBy(who)({ ...lately, access: { personId: lately.actor.personId, live: true } })).toBeDefined()
  }
})

test('P-12: whoever was asked in place of the responsible and is no administrator any more does not stand in', () => {
  expect(meantBy('stand-in')(tiesOf(member))).toBeUndefined()
  expect(meantBy('stand-in')(tiesOf(personOf('administrator')))).toEqual(['role', 'deputy'])
})

describe('R-08: an Assistant reaches what their member does', () => {
  const situation = situationOf('Assistant of a Member', { groups: 'in', annotation: 'their member' })
  const seat = situation.seat as NonNullable<Situation['seat']>

  test('from the moment they are attached to nobody, they are nobody in the room', () => {
    const detached = { ...situation, seat: { ...seat, attachedTo: undefined } }
    expect(meantBy('room assistant')(detached)).toBeUndefined()
    expect(meantBy('annotation pair')(detached)).toBeUndefined()
  })

  test('from the moment their member is not active, they are nobody in the room', () => {
    const left = { ...situation, seat: { ...seat, attachedTo: { ...seat.attachedTo, active: false } } } as Situation
    expect(meantBy('room assistant')(left)).toBeUndefined()
    expect(meantBy('annotation pair')(left)).toBeUndefined()
  })

  test('an annotation of a member who has no Assistant is seen by no pair', () => {
    const alone = situationOf('Member of the room', { groups: 'in', annotation: 'their assistant' })
    const without = { ...alone, seat: { ...(alone.seat as typeof seat), assistants: undefined } }
    expect(meantBy('annotation pair')(without)).toBeUndefined()
  })
})

test('R-01: a seat in another room is none in this one', () => {
  for (const who of ['room member', 'annotation author'] as const) {
    const situation = situationOf('Member of the room', { groups: 'in', annotation: 'oneself' })
    expect(meantBy(who)(situation)).toBeDefined()
    expect(meantBy(who)({ ...situation, room: { roomId: 'another' } })).toBeUndefined()
  }
})

describe('C-03: levels of an application', () => {
  const of = (level: 'administrator' | 'author' | 'reader'): Situation => {
    const persona = {
      administrator: 'administrator of the application',
      author: 'author in the application',
      reader: 'reader of the application',
    } as const
    return situationOf(persona[level], application)
  }

  test('a narrower level gives no wider one', () => {
    expect(meantBy('application administrator')(of('author'))).toBeUndefined()
    expect(meantBy('application administrator')(of('reader'))).toBeUndefined()
    expect(meantBy('application author')(of('reader'))).toBeUndefined()
  })

  test('one application gives no other, nor what is of no application', () => {
    expect(meantBy('application reader')({ ...of('reader'), application: { name: 'pages' } })).toBeUndefined()
    expect(meantBy('application reader')({ ...of('reader'), application: undefined } as object as Situation)).toBe(
      undefined,
    )
  })

  test('one space gives nothing of another', () => {
    const elsewhere = { space: { spaceId: 'another', state: 'open' } } as const
    const administrator = situationOf('administrator of the space', application)
    for (const who of ['space member', 'space administrator', 'application reader'] as const) {
      expect(meantBy(who)(administrator)).toBeDefined()
      expect(meantBy(who)({ ...administrator, ...elsewhere })).toBeUndefined()
    }
  })
})

describe('S-03: what a sheet opens of assigned clients', () => {
  const assignedTo = situationOf('assigned documentation reader', { assigned: 'by name' })
  const meant = (situation: Situation) => meantBy('view documentation: assigned')(situation)

  test('an item that names neither a reason nor a dossier gives nothing', () => {
    const { personId } = assignedTo.actor
    expect(meant({ ...assignedTo, assignment: { personId, assigned: null, dossierIds: [] } })).toBeUndefined()
  })

  test('named and keeper of another dossier, the assignment is told', () => {
    const { personId } = assignedTo.actor
    expect(meant({ ...assignedTo, assignment: { personId, assigned: {}, dossierIds: ['quay'] } })).toEqual([
      'assignment',
      'sheet',
    ])
  })

  test('a sheet that says none closes even assigned clients', () => {
    expect(meant(situationOf('assigned invoice reader', { assigned: 'by name' }))).toBeUndefined()
  })
})

describe('the rules of the organisation, told by path', () => {
  const policy = compile(rules)
  const pathTo = (action: Action, persona: Persona, so: Partial<Variations>): unknown => {
    const decision = decide(policy, action, situationOf(persona, so))
    return decision.allowed ? decision.path : decision
  }

  test('D-03: a note is read by the share of its dossier', () => {
    expect(pathTo('note.read', 'stranger', { ...dossier, share: 'read', confidential: 'item' })).toEqual(['share'])
  })

  test('D-11: an offer is answered by the offer itself, which opens nothing of the dossier', () => {
    const so = { ...dossier, offered: 'to oneself', offer: 'pending', share: 'none', confidential: 'nothing' } as const
    expect(pathTo('offer.answer', 'stranger', so)).toEqual(['offer'])
    expect(pathTo('dossier.know', 'stranger', { ...so, contents: 'some open' })).toMatchObject({ allowed: false })
    expect(pathTo('note.read', 'stranger', so)).toMatchObject({ allowed: false })
  })

  test('P-04: figures are seen by the profile, in the dossier assigned to them', () => {
    expect(pathTo('figures.read', 'Full Feedback of the dossier', { ...dossier, modules: 'all' })).toEqual([
      'access',
      'profile',
    ])
  })

  test('R-08: a meeting is seen by the delegation of an Assistant', () => {
    const so = { ...inGroup, meeting: 'published', part: 'does not' } as const
    expect(pathTo('meeting.read', 'Assistant of a Member', so)).toEqual(['assistant', 'group'])
  })

  test('C-03: what a reader may, an administrator of the application may by their wider level', () => {
    expect(pathTo('application.read', 'administrator of the application', application)).toEqual([
      'space',
      'application',
      'wider level',
    ])
  })

  test('B-02: whoever has a right twice is told both, so that ending one is known not to cut it', () => {
    const twice = situationOf('owner', { ...dossier, share: 'read', assigned: 'by name', confidential: 'nothing' })
    expect(causesOf(policy, 'note.read', twice).map(({ who, path }) => [who, path])).toEqual([
      ['owner', ['ownership']],
      ['reading collaborator', ['share']],
      ['view documentation: assigned', ['assignment', 'sheet']],
    ])
  })
})

describe('P-11, B-11: who answers for a group or stands in is so for the very group and the very person at hand', () => {
  const actor = personOf('stranger')
  const dossier = { ownerId: 'another', responsibleId: 'another', state: 'active', modules: [] } as const
  const grouped = { ...dossier, answeredBy: 'client-group' } as const
  const meant = (word: 'group responsible' | 'deputy of the responsible', things: Omit<Situation, 'actor'>) =>
    meantBy(word)({ actor, ...things })

  test('a dossier in no group, or whose group is not at hand, is answered for by nobody', () => {
    const clientGroup = { clientGroupId: 'quay', responsibleIds: [actor.personId] }
    expect(meant('group responsible', { dossier: grouped })).toBeUndefined()
    expect(meant('group responsible', { dossier: { ...grouped, clientGroupId: 'quay' } })).toBeUndefined()
    expect(meant('group responsible', { dossier: { ...grouped, clientGroupId: 'quay' }, clientGroup })).toBeDefined()
  })

  test('an absent person has the one deputy they named', () => {
    const absence = { personId: 'another', deputyId: actor.personId, live: true }
    expect(meant('deputy of the responsible', { dossier, absence })).toBeDefined()
    expect(meant('deputy of the responsible', { dossier, absence: { ...absence, deputyId: 'else' } })).toBeUndefined()
  })
})
