import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules } from '../../functions/rules.ts'
import { type Action, actions } from '../../shared/actions.ts'
import { type Profile, profileNames, type Role, roleNames } from '../../shared/roles.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import { type Fact, facts } from '../../shared/rules/facts.ts'
import { type Relation, type Rule, relations, type Who } from '../../shared/rules/rule.ts'
import { type Module, modules, type Situation } from '../../shared/rules/situation.ts'
import { type Area, breadthsOf, type Right, reaches, type Sheet } from '../../shared/sheet.ts'

const policy = compile(rules)
const allActions = Object.keys(actions) as Action[]
const anAction = fc.constantFrom(...allActions)

// Few ids, so that people often are what a rule asks for.
const anId = fc.constantFrom('anselme', 'blandine', 'capucine')
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const right = <A extends Area>(area: A) => {
  const breadth = oneOf(breadthsOf[area] as readonly (typeof breadthsOf)[A][number][])
  return fc.record({ view: breadth, edit: breadth })
}
const aSheet: fc.Arbitrary<Sheet> = fc
  .tuple(right('profiles'), right('documentation'), right('calendars'), right('invoices'), right('settings'))
  .map(([profiles, documentation, calendars, invoices, settings]) => ({
    profiles,
    documentation,
    calendars,
    invoices,
    settings,
  }))
const aStatus = oneOf(['active', 'invited', 'inactive'] as const)
const aMember = fc.record({
  kind: fc.constant('member' as const),
  personId: anId,
  status: aStatus,
  roles: fc.uniqueArray(oneOf<Role>(roleNames), { maxLength: 2 }),
  sheet: aSheet,
})
const aClientUser = fc.record({
  kind: fc.constant('client-user' as const),
  personId: anId,
  status: aStatus,
  profile: oneOf<Profile>(profileNames),
})
const things = {
  dossier: fc.record({
    ownerId: anId,
    responsibleId: anId,
    state: oneOf(['active', 'closed', 'archived'] as const),
    modules: fc.uniqueArray(oneOf(Object.keys(modules) as Module[])),
  }),
  access: fc.record({ personId: anId }),
  document: fc.record({ createdBy: anId }),
  transfer: fc.record({ askedBy: anId }),
  request: fc.record({
    requestedBy: anId,
    joinedBy: fc.uniqueArray(anId),
    state: oneOf(['pending', 'approved', 'refused', 'withdrawn', 'expired']),
  }),
  followUp: fc.record({ standIns: fc.uniqueArray(anId) }),
  member: fc.record({ personId: anId }),
}
const aLink = fc.record({ purpose: oneOf(['access-decision', 'activation']), personId: anId, live: fc.boolean() })
const aSituation: fc.Arbitrary<Situation> = fc.record(
  { actor: fc.oneof(aMember, aClientUser), ...things, link: aLink },
  { requiredKeys: ['actor'] },
) as fc.Arbitrary<Situation>
const without = (key: keyof Situation, { [key]: _, ...rest }: Situation): Situation => rest as Situation

const aWho: fc.Arbitrary<Who> = fc.oneof(
  oneOf<Who>(['anyone', 'member']),
  oneOf(Object.keys(relations) as Relation[]),
  oneOf(roleNames).map((role): Who => `role ${role}`),
  oneOf(profileNames).map((profile): Who => `profile ${profile}`),
  oneOf<Who>(['view documentation: all', 'edit profiles: assigned', 'edit settings: all']),
)
const someFacts = fc.uniqueArray(oneOf(Object.keys(facts) as Fact[]), { maxLength: 2 })
const ACTION: Action = 'dossier.read'
const aRule = (kind: 'allow' | 'never'): fc.Arbitrary<Rule> =>
  fc.record({ who: aWho, when: someFacts, unless: someFacts, id: fc.uuid() }).map(
    ({ who, when, unless, id }) =>
      ({
        id,
        action: ACTION,
        on: 'dossier',
        [kind]: who,
        when,
        unless,
        source: 'D-01',
        en: id,
        fr: id,
      }) as unknown as Rule,
  )
/** The same words, allowing: whether they speak of a situation at all. */
const insteadAllowing = ({ never, ...row }: Rule & { never?: Who }): Rule => ({ ...row, allow: never as Who }) as Rule
const someRules = fc.array(fc.oneof(aRule('allow'), aRule('never')), { maxLength: 6 })
const says = (of: readonly Rule[], situation: Situation): boolean => decide(compile(of), ACTION, situation).allowed

describe('the engine, whatever the rules', () => {
  test('B-05: nobody is allowed what no rule allows', () => {
    fc.assert(fc.property(aSituation, anAction, (situation, action) => !decide(compile([]), action, situation).allowed))
  })

  test('D-04: a row that never allows wins over every row that allows, wherever it stands', () => {
    fc.assert(
      fc.property(someRules, aRule('never'), fc.nat(6), aSituation, (others, never, at, situation) => {
        const rows = [...others.slice(0, at), never, ...others.slice(at)]
        const speaks = says([insteadAllowing(never)], situation)
        return !speaks || !says(rows, situation)
      }),
    )
  })

  test('B-05: the order of rows changes no decision', () => {
    fc.assert(
      fc.property(
        someRules,
        aSituation,
        (rows, situation) => says(rows, situation) === says(rows.toReversed(), situation),
      ),
    )
  })

  test('B-04: one more allowing row takes no right away, one more never row gives none', () => {
    fc.assert(
      fc.property(someRules, aRule('allow'), aRule('never'), aSituation, (rows, allow, never, situation) => {
        const before = says(rows, situation)
        expect(says([...rows, allow], situation) || !before).toBe(true)
        expect(before || !says([...rows, never], situation)).toBe(true)
      }),
    )
  })

  test('B-01: a decision names the row that made it, and an allowed one the words that the person fulfils', () => {
    fc.assert(
      fc.property(someRules, aSituation, (rows, situation) => {
        const decision = decide(compile(rows), ACTION, situation)
        if (!decision.allowed) return decision.rule === null || 'never' in decision.rule
        return rows.includes(decision.rule) && [(decision.rule as { allow: Who }).allow].flat().includes(decision.path)
      }),
    )
  })
})

describe('the rules of the organisation, in every situation', () => {
  const allowed = (action: Action, situation: Situation): boolean => decide(policy, action, situation).allowed

  test('D-06: an invited or inactive person is refused everything without a link', () => {
    fc.assert(
      fc.property(aSituation, anAction, oneOf(['invited', 'inactive'] as const), (situation, action, status) => {
        const plain = without('link', situation)
        return !allowed(action, { ...plain, actor: { ...plain.actor, status } } as Situation)
      }),
      { numRuns: 1000 },
    )
  })

  test('D-06: with a link, whoever is not active can at most activate their account', () => {
    fc.assert(
      fc.property(
        aSituation,
        aLink,
        anAction,
        oneOf(['invited', 'inactive'] as const),
        (situation, link, action, status) => {
          const actor = { ...situation.actor, status }
          return action === 'account.activate' || !allowed(action, { ...situation, actor, link } as Situation)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('D-06: an inactive person is refused everything, whatever link they hold', () => {
    fc.assert(
      fc.property(aSituation, anAction, (situation, action) => {
        return !allowed(action, { ...situation, actor: { ...situation.actor, status: 'inactive' } } as Situation)
      }),
      { numRuns: 1000 },
    )
  })

  test('P-11: a dead link, or one mailed to somebody else, gives nothing that is not given without it', () => {
    fc.assert(
      fc.property(aSituation, aLink, anAction, fc.boolean(), (situation, link, action, dead) => {
        const useless = dead ? { ...link, live: false } : { ...link, personId: 'dorothee' }
        return !allowed(action, { ...situation, link: useless }) || allowed(action, without('link', situation))
      }),
      { numRuns: 1000 },
    )
  })

  test("P-01: a client user not assigned to the dossier reaches nothing of it, nor by an assignment of somebody else's", () => {
    const ofTheDossier = allActions.filter(
      (action) => !['dossier.list', 'member.read-self', 'account.activate'].includes(action),
    )
    fc.assert(
      fc.property(aSituation, aClientUser, oneOf(ofTheDossier), fc.boolean(), (situation, actor, action, others) => {
        const access = others ? { access: { personId: 'dorothee' } } : {}
        return !allowed(action, { ...without('access', situation), actor, ...access })
      }),
      { numRuns: 2000 },
    )
  })

  test('S-03: a wider sheet takes no right away', () => {
    const widest = (a: Right, b: Right): Right => ({
      view: reaches(a.view, b.view) ? a.view : b.view,
      edit: reaches(a.edit, b.edit) ? a.edit : b.edit,
    })
    fc.assert(
      fc.property(aSituation, aMember, aSheet, anAction, (situation, actor, more, action) => {
        const areas = Object.keys(breadthsOf) as Area[]
        const sheet = Object.fromEntries(areas.map((area) => [area, widest(actor.sheet[area], more[area])])) as Sheet
        return (
          !allowed(action, { ...situation, actor }) || allowed(action, { ...situation, actor: { ...actor, sheet } })
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('P-11: nobody decides a request that they made, by whatever link', () => {
    fc.assert(
      fc.property(aSituation, aLink, (situation, link) => {
        const request = { requestedBy: situation.actor.personId, state: 'pending' }
        return !allowed('access-request.decide', { ...situation, link, request })
      }),
      { numRuns: 1000 },
    )
  })

  test('P-02: no profile reaches the archive of a dossier that has it off', () => {
    fc.assert(
      fc.property(aSituation, aClientUser, things.dossier, (situation, actor, dossier) => {
        const off = { ...dossier, modules: dossier.modules.filter((module) => module !== 'archive') }
        return !allowed('archive.read', { ...situation, actor, dossier: off, access: { personId: actor.personId } })
      }),
    )
  })
})
