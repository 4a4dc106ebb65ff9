import { describe, expect, test } from 'vitest'
import { rules } from '../../functions/rules.ts'
import type { Action } from '../../shared/actions.ts'
import { type ApplicationName, applications } from '../../shared/roles.ts'
import { type Persona, type Variations, variations } from '../../shared/rules/cases.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import type { Area, Breadth, Sheet } from '../../shared/sheet.ts'
import { tableOf } from '../requirement-table.ts'
import { personOf, shutSheet, situationOf } from '../world.ts'
import { circumstancesOf } from './circumstances.ts'

/** The tables of the requirements, each whole and as it stands there, held against what is decided. */

const policy = compile(rules)
const allowed = (action: Action, situation: Situation): boolean => decide(policy, action, situation).allowed
const may = (persona: Persona, action: Action, so: Partial<Variations>): boolean =>
  allowed(action, situationOf(persona, so))

describe("the practice's permission sheet", () => {
  // biome-ignore format: a table is read by its columns
  const sheet = [
    ['area',                             'view',                  'edit'],
    ['client and contact profiles',      'none · assigned · all', 'none · assigned · all'],
    ['client and contact documentation', 'none · assigned · all', 'none · assigned · all'],
    ['scheduling and calendars',         'own · all',             'own · all'],
    ['invoices and payments',            'none · assigned · all', 'none · assigned · all'],
    ['workspace settings',               'none · all',            'none · all'],
  ]

  test('is the one that the requirement shows', () => {
    expect(tableOf('practice.md', 'area')).toEqual(sheet)
  })

  /** What each breadth of the sheet reaches; a dossier of one's own stays open whatever the sheet says (S-12). */
  // biome-ignore format: a table is read by its columns
  const reach = [
    // area              side    breadth     one's own  assigned  another's
    ['profiles',       'view', 'none',     '·',   'no',  'no'],
    ['profiles',       'view', 'assigned', '·',   'yes', 'no'],
    ['profiles',       'view', 'all',      '·',   'yes', 'yes'],
    ['profiles',       'edit', 'none',     '·',   'no',  'no'],
    ['profiles',       'edit', 'assigned', '·',   'yes', 'no'],
    ['profiles',       'edit', 'all',      '·',   'yes', 'yes'],
    ['documentation',  'view', 'none',     'yes', 'no',  'no'],
    ['documentation',  'view', 'assigned', 'yes', 'yes', 'no'],
    ['documentation',  'view', 'all',      'yes', 'yes', 'yes'],
    ['documentation',  'edit', 'none',     'yes', 'no',  'no'],
    ['documentation',  'edit', 'assigned', 'yes', 'yes', 'no'],
    ['documentation',  'edit', 'all',      'yes', 'yes', 'yes'],
    ['calendars',      'view', 'own',      'yes', '·',   'no'],
    ['calendars',      'view', 'all',      'yes', '·',   'yes'],
    ['calendars',      'edit', 'own',      'yes', '·',   'no'],
    ['calendars',      'edit', 'all',      'yes', '·',   'yes'],
    ['invoices',       'view', 'none',     '·',   'no',  'no'],
    ['invoices',       'view', 'assigned', '·',   'yes', 'no'],
    ['invoices',       'view', 'all',      '·',   'yes', 'yes'],
    ['invoices',       'edit', 'none',     '·',   'no',  'no'],
    ['invoices',       'edit', 'assigned', '·',   'yes', 'no'],
    ['invoices',       'edit', 'all',      '·',   'yes', 'yes'],
    ['settings',       'view', 'none',     '·',   '·',   'no'],
    ['settings',       'view', 'all',      '·',   '·',   'yes'],
    ['settings',       'edit', 'none',     '·',   '·',   'no'],
    ['settings',       'edit', 'all',      '·',   '·',   'yes'],
  ] as const satisfies readonly (readonly [Area, 'view' | 'edit', Breadth, Cell, Cell, Cell])[]
  type Cell = 'yes' | 'no' | '·'
  type Whose = 'own' | 'assigned' | "another's"

  const asked: Record<Area, Record<'view' | 'edit', readonly Action[]>> = {
    profiles: { view: ['client.read'], edit: ['client.change'] },
    documentation: {
      view: ['note.read', 'form.read', 'document.read', 'document.list'],
      edit: ['note.write', 'form.write', 'document.import'],
    },
    calendars: { view: ['appointment.read'], edit: ['appointment.edit'] },
    invoices: { view: ['invoice.read'], edit: ['invoice.edit', 'invoice.process'] },
    settings: { view: ['settings.read'], edit: ['settings.change'] },
  }

  const at: Record<Area, (whose: Whose) => Partial<Variations>> = {
    profiles: (whose) => ({ assigned: whose === 'assigned' ? 'by name' : 'no' }),
    documentation: (whose) => ({
      dossier: 'active',
      share: 'none',
      assigned: whose === 'assigned' ? 'by name' : 'no',
      confidential: 'nothing',
    }),
    calendars: (whose) => ({ calendar: whose === 'own' ? 'oneself' : 'another' }),
    invoices: (whose) => ({ assigned: whose === 'assigned' ? 'by name' : 'no', invoice: 'draft' }),
    settings: () => ({}),
  }

  /** A practitioner whose sheet opens this and nothing else; editing needs as much viewing (S-09). */
  const withSheet = (area: Area, side: 'view' | 'edit', breadth: Breadth, whose: Whose): Situation => {
    const persona = area === 'documentation' && whose === 'own' ? 'owner' : 'stranger'
    const none = area === 'calendars' ? 'own' : 'none'
    const right = { view: breadth, edit: side === 'edit' ? breadth : none }
    const sheet = { ...shutSheet, [area]: right } as Sheet
    return { ...situationOf(persona, at[area](whose)), actor: { ...personOf(persona), sheet } as Situation['actor'] }
  }

  test.each(
    reach.map(([area, side, breadth, own, assigned, other]) => ({ area, side, breadth, own, assigned, other })),
  )(
    "S-01 … S-08: $side $area: $breadth reaches one's own: $own, assigned: $assigned, another's: $other",
    ({ area, side, breadth, own, assigned, other }) => {
      for (const [whose, cell] of [
        ['own', own],
        ['assigned', assigned],
        ["another's", other],
      ] as const) {
        if (cell === '·') continue
        for (const action of asked[area][side]) {
          expect(allowed(action, withSheet(area, side, breadth, whose)), `${action}, ${whose}`).toBe(cell === 'yes')
        }
      }
    },
  )

  test('S-12: every breadth of the sheet is in the table of what it reaches', () => {
    const breadths = Object.keys(asked).flatMap((area, row) =>
      (['view', 'edit'] as const).flatMap((side) =>
        (sheet[row + 1]?.[side === 'view' ? 1 : 2] ?? '').split(' · ').map((breadth) => `${area} ${side} ${breadth}`),
      ),
    )
    expect(reach.map(([area, side, breadth]) => `${area} ${side} ${breadth}`)).toEqual(breadths)
  })

  test.each(
    Object.entries(asked).flatMap(([area, sides]) => sides.edit.map((action) => ({ area: area as Area, action }))),
  )('S-09: viewing all of $area is not enough for $action', ({ area, action }) => {
    expect(allowed(action, withSheet(area, 'view', 'all', "another's"))).toBe(false)
  })
})

describe("the portal's profiles (P-04)", () => {
  // biome-ignore format: a table is read by its columns
  const profiles = [
    ['may',                                                         'Administrator',  'Full Access', 'Document Processing', 'Document Processing + Archive', 'Full Feedback', 'Document Delivery'],
    ['import documents',                                            'yes',            'yes',         'yes',                 'yes',                           'no',            'yes'],
    ['process documents',                                           'yes',            'yes',         'yes',                 'yes',                           'no',            'no'],
    ['send documents',                                              'yes',            'yes',         'yes',                 'yes',                           'no',            'yes'],
    ['see documents in process',                                    'all',            'all',         'all',                 'all',                           'none',          'own, or to be approved by them'],
    ['approve documents',                                           'when named',     'when named',  'when named',          'when named',                    'when named',    'when named'],
    ['figures and reports',                                         'yes',            'yes',         'no',                  'no',                            'yes',           'no'],
    ['digital archive',                                             'yes',            'yes',         'no',                  'yes',                           'yes',           'no'],
    ['supplier and customer history',                               'yes',            'yes',         'no',                  'no',                            'yes',           'no'],
    ['payment module (if on)',                                      'yes',            'yes',         'no',                  'no',                            'yes',           'no'],
    ['financial menu: account numbers (if on)',                     'yes',            'yes',         'no',                  'no',                            'yes',           'no'],
    ['dossier settings: automatic transmission, approval rules',    'yes',            'no',          'no',                  'no',                            'no',            'no'],
    ['create users of the dossier',                                 'yes',            'no',          'no',                  'no',                            'no',            'no'],
    ['messages module',                                             'as Full Access', 'yes',         'no',                  'no',                            'yes',           'no'],
  ] as const
  const [[, ...columns], ...rows] = profiles

  test('the table is the one that the requirement shows', () => {
    expect(tableOf('portal.md', 'may')).toEqual(profiles)
  })

  const active = { dossier: 'active', share: 'none', assigned: 'no', confidential: 'nothing' } as const
  const portal = { ...active, modules: 'all' } as const

  /** What each row asks, and how the dossier's configuration switches it off (P-02). */
  const asked: Record<
    (typeof rows)[number][0],
    { action: Action; so: Partial<Variations>; off?: Partial<Variations> }
  > = {
    'import documents': { action: 'document.import', so: active },
    'process documents': { action: 'document.process', so: { ...active, author: 'another' } },
    // What one sees; Document Delivery its own (the row “see documents in process”).
    'send documents': { action: 'document.send', so: { ...active, author: 'oneself' } },
    'see documents in process': { action: 'document.read', so: active },
    'approve documents': { action: 'document.approve', so: { ...active, author: 'another' } },
    'figures and reports': { action: 'figures.read', so: portal, off: { modules: 'without figures' } },
    'digital archive': { action: 'archive.read', so: { ...active, archive: 'on' }, off: { archive: 'off' } },
    'supplier and customer history': { action: 'history.read', so: portal, off: { modules: 'without history' } },
    'payment module (if on)': { action: 'payment.use', so: portal, off: { modules: 'without payment' } },
    'financial menu: account numbers (if on)': {
      action: 'financial.read',
      so: portal,
      off: { modules: 'without financial' },
    },
    'dossier settings: automatic transmission, approval rules': { action: 'portal-settings.change', so: portal },
    'create users of the dossier': { action: 'client-user.create', so: active },
    'messages module': { action: 'message.use', so: portal },
  }

  const own = { author: 'oneself', approver: 'not named' } as const
  const anothers = { author: 'another', approver: 'not named' } as const
  const toApprove = { author: 'another', approver: 'named', approval: 'to approve' } as const

  /** What a word of the table means: under which circumstances they may, and under which they may not. */
  const means: Record<string, { may: readonly Partial<Variations>[]; mayNot: readonly Partial<Variations>[] }> = {
    yes: { may: [{}], mayNot: [] },
    no: { may: [], mayNot: [{}] },
    all: { may: [own, anothers, toApprove], mayNot: [] },
    none: { may: [], mayNot: [own, anothers] },
    'own, or to be approved by them': { may: [own, toApprove], mayNot: [anothers] },
    'when named': { may: [toApprove], mayNot: [anothers] },
    'as Full Access': { may: [{}], mayNot: [] },
  }

  const cells = rows.flatMap(([row, ...words]) =>
    words.map((word, at) => ({ row, word, profile: columns[at] as string })),
  )

  test.each(cells)('P-04: $profile · $row: $word', ({ row, word, profile }) => {
    const { action, so, off } = asked[row]
    const { may: inTheseCases, mayNot } = means[word] ?? { may: [], mayNot: [] }
    const who = `${profile} of the dossier` as Persona
    for (const more of inTheseCases) expect(may(who, action, { ...so, ...more }), JSON.stringify(more)).toBe(true)
    for (const more of mayNot) expect(may(who, action, { ...so, ...more }), JSON.stringify(more)).toBe(false)
    if (off !== undefined) expect(may(who, action, { ...so, ...off }), 'P-02: the module is off').toBe(false)
  })

  test.each(cells)('P-01: $profile of another dossier · $row: nothing here', ({ row, profile }) => {
    const who = `${profile} elsewhere` as Persona
    for (const so of circumstancesOf(asked[row].action)) expect(may(who, asked[row].action, so)).toBe(false)
  })
})

describe('the features of a room by role (R-10)', () => {
  // biome-ignore format: a table is read by its columns
  const features = [
    ['feature',                                  'Member', 'Editor',     'Editor/GM',             'Admin', 'Super Admin', 'Assistant'],
    ['organise and manage a meeting',            '–',      'own groups', 'own groups',            'all',   '–',           '–'],
    ['set and change the agenda',                '–',      'own groups', 'own groups',            'all',   '–',           '–'],
    ['private annotations',                      'yes',    'yes',        'yes',                   'yes',   '–',           'yes, shared with their member'],
    ['comments on documents and agenda items',   'yes',    'yes',        'yes',                   'yes',   '–',           'yes'],
    ['library',                                  'read',   'own groups', 'own groups',            'all',   '–',           'as their member'],
    ['presenter mode (as a participant)',        'yes',    'yes',        'yes',                   'yes',   '–',           '–'],
    ['write minutes, record tasks and decisions', '–',     'own groups', 'own groups',            'all',   '–',           '–'],
    ['evaluate the meeting',                     'yes',    'yes',        'yes',                   'yes',   '–',           '–'],
    ['review and sign the minutes',              'yes',    'yes',        'yes',                   'yes',   '–',           '–'],
    ["see the evaluation's results",             'yes',    'yes',        'yes',                   'yes',   '–',           '–'],
    ['follow and update own tasks',              'yes',    'yes',        'yes',                   'yes',   '–',           '–'],
    ['manage tasks, mark them accepted',         '–',      'own groups', 'own groups',            'all',   '–',           '–'],
    ['vote',                                     'yes',    'yes',        'yes',                   'yes',   '–',           '–'],
    ['manage users',                             '–',      '–',          'members of own groups', 'all',   'all rooms',   '–'],
    ['manage groups',                            '–',      '–',          'own groups',            'all',   'all rooms',   '–'],
  ] as const
  const [[, ...columns], ...rows] = features
  type Feature = (typeof rows)[number][0]
  type Column = (typeof columns)[number]

  test('the table is the one that the requirement shows', () => {
    expect(tableOf('boardroom.md', 'feature')).toEqual(features)
  })

  const people: Record<Column, readonly Persona[]> = {
    Member: ['Member of the room'],
    Editor: ['Editor of the room'],
    'Editor/GM': ['Group manager of the room'],
    Admin: ['Admin of the room'],
    'Super Admin': ['super admin'],
    Assistant: ['Assistant of a Member', 'Assistant of an Editor', 'Assistant of an Admin'],
  }

  /** Somebody in the group, taking part in its meeting, which is under way. */
  const running = { groups: 'in', meeting: 'running', part: 'takes part' } as const
  const item = { ...running, recused: 'not recused' } as const
  const task = { groups: 'in', task: 'another' } as const

  const asked: Record<Feature, readonly { action: Action; so: Partial<Variations> }[]> = {
    'organise and manage a meeting': [{ action: 'meeting.manage', so: running }],
    'set and change the agenda': [{ action: 'agenda.change', so: running }],
    'private annotations': [{ action: 'annotation.create', so: item }],
    'comments on documents and agenda items': [{ action: 'comment.create', so: item }],
    library: [
      { action: 'library.read', so: { groups: 'in' } },
      { action: 'library.change', so: { groups: 'in' } },
    ],
    'presenter mode (as a participant)': [{ action: 'meeting.present', so: running }],
    'write minutes, record tasks and decisions': [{ action: 'minutes.write', so: item }],
    'evaluate the meeting': [{ action: 'evaluation.answer', so: { ...running, evaluation: 'has none' } }],
    'review and sign the minutes': [{ action: 'minutes.sign', so: { ...item, signatory: 'signatory' } }],
    "see the evaluation's results": [
      { action: 'evaluation.read-results', so: { ...running, meeting: 'closed', evaluation: 'has results' } },
    ],
    'follow and update own tasks': [{ action: 'task.update', so: { groups: 'in', task: 'oneself' } }],
    'manage tasks, mark them accepted': [
      { action: 'task.manage', so: task },
      { action: 'task.accept', so: task },
    ],
    vote: [{ action: 'vote.cast', so: { ...item, vote: 'open', voice: 'own' } }],
    'manage users': [{ action: 'room-user.manage', so: { groups: 'manages' } }],
    'manage groups': [
      { action: 'group.manage', so: { groups: 'manages' } },
      { action: 'group.set-members', so: { groups: 'manages' } },
    ],
  }

  /** Of another group, and no participant: what only `all` reaches. */
  const ofOthers = (so: Partial<Variations>): Partial<Variations> => ({
    ...so,
    groups: 'neither',
    ...(so.part === undefined ? {} : { part: 'does not' }),
  })
  const never = (who: Persona, action: Action) => {
    for (const so of circumstancesOf(action)) expect(may(who, action, so), JSON.stringify(so)).toBe(false)
  }
  const ownOnly = (who: Persona, action: Action, so: Partial<Variations>) => {
    expect(may(who, action, so), 'of their own group').toBe(true)
    expect(may(who, action, ofOthers(so)), 'of another group').toBe(false)
  }
  const always = (who: Persona, action: Action, so: Partial<Variations>) => {
    expect(may(who, action, so), 'of their own group').toBe(true)
    expect(may(who, action, ofOthers(so)), 'of another group').toBe(true)
  }
  const yes = (who: Persona, action: Action, so: Partial<Variations>) => expect(may(who, action, so)).toBe(true)
  const asTheirMember = (who: Persona, action: Action, so: Partial<Variations>) => {
    if (who === 'Assistant of an Admin') return always(who, action, so)
    if (who === 'Assistant of a Member' && action === 'library.change') return never(who, action)
    return ownOnly(who, action, so)
  }

  /** What a word of the table means. */
  const means: Record<string, (who: Persona, action: Action, so: Partial<Variations>) => void> = {
    '–': never,
    yes,
    'own groups': ownOnly,
    'members of own groups': ownOnly,
    all: always,
    'all rooms': always,
    read: (who, action, so) => (action === 'library.read' ? ownOnly(who, action, so) : never(who, action)),
    'as their member': asTheirMember,
    'yes, shared with their member': (who, action, so) => {
      yes(who, action, so)
      const annotation = { groups: 'in', recused: 'not recused' } as const
      yes(who, 'annotation.read', { ...annotation, annotation: 'their member' })
      yes('Member of the room', 'annotation.read', { ...annotation, annotation: 'their assistant' })
    },
  }

  const cells = rows.flatMap(([feature, ...words]) =>
    words.map((word, at) => ({ feature, word, column: columns[at] as Column })),
  )

  test.each(cells)('R-10: $column · $feature: $word', ({ feature, word, column }) => {
    for (const who of people[column]) for (const { action, so } of asked[feature]) means[word]?.(who, action, so)
    expect.hasAssertions()
  })

  test.each(rows.map(([feature]) => feature))('R-01: whoever is of another room · %s: nothing here', (feature) => {
    for (const { action } of asked[feature]) {
      never('Admin of another room', action)
      never('Group manager of another room', action)
      never('Member of another room', action)
      never('Assistant of an Admin of another room', action)
    }
  })

  test('R-03: an Admin never sees the private annotations of others', () => {
    for (const groups of variations.groups) {
      expect(
        may('Admin of the room', 'annotation.read', { groups, annotation: 'another', recused: 'not recused' }),
      ).toBe(false)
    }
  })
})

describe('levels in a space (C-03)', () => {
  // biome-ignore format: a table is read by its columns
  const levels = [
    // who                                    read   write  administer  the space itself: its people and applications
    ['administrator of the space',            'yes', 'yes', 'yes',      'yes'],
    ['administrator of the application',      'yes', 'yes', 'yes',      'no'],
    ['author in the application',             'yes', 'yes', 'no',       'no'],
    ['reader of the application',             'yes', 'no',  'no',       'no'],
    ['guest reader of the application',       'yes', 'no',  'no',       'no'],
    ['member of the space',                   'no',  'no',  'no',       'no'],
    // One application of a space and no other.
    ['administrator of another application',  'no',  'no',  'no',       'no'],
    ['administrator of another space',        'no',  'no',  'no',       'no'],
    ['super user',                            'no',  'no',  'no',       'no'],
  ] as const satisfies readonly (readonly [Persona, ...('yes' | 'no')[]])[]
  const everyApplication = Object.keys(applications) as ApplicationName[]

  test.each(levels.map(([who, read, write, administer, space]) => ({ who, read, write, administer, space })))(
    'C-03: $who · read: $read, write: $write, administer: $administer, the space: $space',
    ({ who, read, write, administer, space }) => {
      for (const application of everyApplication) {
        const so = { space: 'open', application } as const
        expect(may(who, 'application.read', so), `read ${application}`).toBe(read === 'yes')
        expect(may(who, 'application.write', so), `write ${application}`).toBe(write === 'yes')
        expect(may(who, 'application.administer', so), `administer ${application}`).toBe(administer === 'yes')
      }
      for (const action of ['space.choose-applications', 'space.set-rights'] as const) {
        expect(may(who, action, { space: 'open' }), action).toBe(space === 'yes')
      }
    },
  )

  test('C-03: each level gives those below it: nobody administers who does not write, nor writes who does not read', () => {
    const widest = ['application.administer', 'application.write', 'application.read'] as const
    for (const so of circumstancesOf('application.read')) {
      for (const [who] of levels) {
        const [administers, writes, reads] = widest.map((action) => may(who, action, so))
        expect(!administers || writes, `${who} ${JSON.stringify(so)}`).toBe(true)
        expect(!writes || reads, `${who} ${JSON.stringify(so)}`).toBe(true)
      }
    }
  })
})
