import { describe, expect, test } from 'vitest'
import type { Action } from '../actions.ts'
import { practitionerSheet } from '../sheet.ts'
import { causesOf, compile, decide, readingsOf, wordsOf } from './decide.ts'
import type { Rule } from './rule.ts'
import type { Situation } from './situation.ts'

const ACTION: Action = 'note.read'
const row = (id: string, rest: Partial<Rule> & ({ allow: Rule extends { allow: infer A } ? A : unknown } | object)) =>
  ({ id, action: ACTION, on: 'note', source: 'D-09', en: id, fr: id, ...rest }) as Rule

const actor = {
  kind: 'member',
  personId: 'capucine',
  status: 'active',
  roles: ['practitioner'],
  sheet: practitionerSheet,
} as const
const dossier = { ownerId: 'capucine', responsibleId: 'anselme', state: 'active', modules: [] } as const
const owner: Situation = { actor, dossier }
const stranger: Situation = { actor, dossier: { ...dossier, ownerId: 'anselme' } }

const byOwner = row('owner', { allow: 'owner', when: ['dossier is active'] })
const byRole = row('role', { allow: ['role coordinator', 'role practitioner'] })
const never = row('never', { never: 'anyone', when: ['dossier is confidential'], unless: ['actor is a collaborator'] })

describe('B-05: what is decided', () => {
  test('whatever no rule speaks of is refused, by no rule', () => {
    expect(decide(compile([]), ACTION, owner)).toEqual({ allowed: false, rule: null })
    expect(decide(compile([byOwner]), ACTION, stranger)).toEqual({ allowed: false, rule: null })
    expect(decide(compile([byOwner]), 'note.write', owner)).toEqual({ allowed: false, rule: null })
  })

  test('a right is told with its rule, the words that are fulfilled and the path', () => {
    expect(decide(compile([byOwner, byRole]), ACTION, owner)).toEqual({
      allowed: true,
      rule: byOwner,
      who: 'owner',
      path: ['ownership'],
    })
    expect(decide(compile([byOwner, byRole]), ACTION, stranger)).toEqual({
      allowed: true,
      rule: byRole,
      who: 'role practitioner',
      path: ['role'],
    })
  })

  test('D-04: a row that never allows wins, wherever it stands, and is named', () => {
    const confidential = { ...owner, dossier: { ...dossier, confidential: true } }
    for (const rows of [
      [byOwner, never],
      [never, byOwner],
    ]) {
      expect(decide(compile(rows), ACTION, confidential)).toEqual({ allowed: false, rule: never })
      expect(decide(compile(rows), ACTION, owner).allowed).toBe(true)
    }
  })

  test('of two rows that never allow, the one in whose case it is refuses', () => {
    const other = row('other', { never: 'role guest' })
    const confidential = { ...owner, dossier: { ...dossier, confidential: true } }
    expect(decide(compile([other, byOwner, never]), ACTION, confidential)).toEqual({ allowed: false, rule: never })
  })

  test('every “when” must hold, and no “unless” may', () => {
    const two = row('two', { allow: 'anyone', when: ['dossier is active', 'actor is the owner'] })
    expect(decide(compile([two]), ACTION, owner).allowed).toBe(true)
    expect(decide(compile([two]), ACTION, stranger).allowed).toBe(false)
    expect(decide(compile([two]), ACTION, { ...owner, dossier: { ...dossier, state: 'closed' } }).allowed).toBe(false)

    const but = row('but', { allow: 'anyone', unless: ['dossier is confidential', 'actor is the owner'] })
    expect(decide(compile([but]), ACTION, stranger).allowed).toBe(true)
    expect(decide(compile([but]), ACTION, owner).allowed).toBe(false)
    expect(
      decide(compile([but]), ACTION, { ...stranger, dossier: { ...dossier, ownerId: 'anselme', confidential: true } })
        .allowed,
    ).toBe(false)
  })
})

describe('D-06: whoever is not active', () => {
  const activate = { ...row('activate', { allow: 'anyone' }), action: 'account.activate' } as Rule
  const policy = compile([row('all', { allow: 'anyone' }), activate])
  const as = (status: 'active' | 'invited' | 'inactive'): Situation => ({ ...owner, actor: { ...actor, status } })

  test.each(['invited', 'inactive'] as const)('is refused while %s, by a rule that says so', (status) => {
    const refused = decide(policy, ACTION, as(status))
    expect(refused).toMatchObject({
      allowed: false,
      rule: {
        id: 'note.read/never-inactive',
        action: 'note.read',
        on: 'organisation',
        never: 'anyone',
        when: ['actor is not active'],
        source: 'D-06',
      },
    })
    expect(causesOf(policy, ACTION, as(status))).toEqual([])
  })

  test('C-02: may become active, once invited, and not once deactivated', () => {
    expect(decide(policy, 'account.activate', as('invited')).allowed).toBe(true)
    expect(decide(policy, 'account.activate', as('inactive')).allowed).toBe(false)
    expect(decide(policy, 'account.activate', as('active')).allowed).toBe(true)
  })
})

describe('B-02: every cause of a right', () => {
  const policy = compile([byOwner, never, byRole, row('anyone', { allow: 'anyone', unless: ['dossier is active'] })])

  test('is told, in the order of the rules, each with the words and the path', () => {
    expect(causesOf(policy, ACTION, owner)).toEqual([
      { rule: byOwner, who: 'owner', path: ['ownership'] },
      { rule: byRole, who: 'role practitioner', path: ['role'] },
    ])
  })

  test('there is none where a row never allows, and none of an action without rules', () => {
    expect(causesOf(policy, ACTION, { ...owner, dossier: { ...dossier, confidential: true } })).toEqual([])
    expect(causesOf(policy, 'note.write', owner)).toEqual([])
  })

  test('a row that never allows is none, also where it would apply to nobody', () => {
    const shared: Situation = {
      ...owner,
      dossier: { ...dossier, confidential: true },
      share: { personId: 'capucine', access: 'read', live: true },
    }
    expect(causesOf(policy, ACTION, shared).map(({ rule }) => rule.id)).toEqual(['owner', 'role'])
  })
})

describe('B-01: how every rule reads', () => {
  const policy = compile([byOwner, byRole, never])

  test('those that never allow first, each with what is missing and what stands in the way', () => {
    const closed: Situation = {
      actor,
      dossier: { ...dossier, ownerId: 'anselme', state: 'closed', confidential: true },
      share: { personId: 'capucine', access: 'read', live: true },
    }
    expect(readingsOf(policy, ACTION, closed)).toEqual([
      {
        rule: never,
        never: true,
        applies: false,
        who: [{ who: 'anyone', path: ['everyone'] }],
        missing: [],
        inTheWay: ['actor is a collaborator'],
      },
      {
        rule: byOwner,
        never: false,
        applies: false,
        who: [{ who: 'owner', path: undefined }],
        missing: ['dossier is active'],
        inTheWay: [],
      },
      {
        rule: byRole,
        never: false,
        applies: true,
        who: [
          { who: 'role coordinator', path: undefined },
          { who: 'role practitioner', path: ['role'] },
        ],
        missing: [],
        inTheWay: [],
      },
    ])
  })

  test('a rule applies when the person is meant and nothing is missing nor in the way', () => {
    expect(readingsOf(policy, ACTION, owner).map(({ applies }) => applies)).toEqual([false, true, true])
    const confidential = { ...owner, dossier: { ...dossier, confidential: true } }
    expect(readingsOf(policy, ACTION, confidential).map(({ applies }) => applies)).toEqual([true, true, true])
    expect(readingsOf(policy, ACTION, stranger).map(({ applies }) => applies)).toEqual([false, false, true])
  })

  test('a rule does not apply that lacks one fact and has another in the way', () => {
    const both = row('both', { allow: 'anyone', when: ['archive is on'], unless: ['dossier is active'] })
    expect(readingsOf(compile([both]), ACTION, owner)).toMatchObject([
      { applies: false, missing: ['archive is on'], inTheWay: ['dossier is active'] },
    ])
  })

  test('of an action without rules there is nothing to read', () => {
    expect(readingsOf(policy, 'note.write', owner)).toEqual([])
  })
})

test('B-05: the words of a rule are a list, whether it says one, several, or whom it never allows', () => {
  expect(wordsOf(byOwner)).toEqual(['owner'])
  expect(wordsOf(byRole)).toEqual(['role coordinator', 'role practitioner'])
  expect(wordsOf(never)).toEqual(['anyone'])
})
