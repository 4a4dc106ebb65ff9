import { describe, expect, test } from 'vitest'
import { resource } from '../../shared/contract/resource.ts'
import type { Route } from '../../shared/contract/route.ts'
import type { Member, Person } from '../../shared/people.ts'
import { compile } from '../../shared/rules/decide.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { practitionerSheet } from '../../shared/sheet.ts'
import type { Stored } from '../../shared/table/record.ts'
import { authorize, mayKnow, situationOf } from './authorize.ts'
import type { Loaded } from './load.ts'

const NOW = '2026-03-02T09:00:00.000Z'
const EARLIER = '2026-03-02T08:59:59.999Z'
const LATER = '2026-03-02T09:00:00.001Z'

const row = (id: string, action: Rule['action'], rest: object): Rule =>
  ({ id, action, on: 'dossier', source: 'D-01', en: `${id}.`, fr: `${id} (fr).`, ...rest }) as Rule

const actor: Stored<Member> = {
  kind: 'member',
  personId: 'capucine',
  email: 'capucine@greffe.example',
  name: 'Capucine Dreyfond',
  language: 'fr',
  status: 'active',
  createdAt: '2026-01-05T08:00:00.000Z',
  roles: ['practitioner'],
  sheet: practitionerSheet,
  version: 1,
}

const knowOwner = row('dossier.know/owner', 'dossier.know', { allow: ['owner', 'responsible'] })
const configureOwner = row('dossier.configure/owner', 'dossier.configure', {
  allow: 'owner',
  when: ['dossier is active'],
})
const neverConfidential = row('dossier.configure/never', 'dossier.configure', {
  never: 'anyone',
  when: ['dossier is confidential'],
})
const policy = compile([knowOwner, configureOwner, neverConfidential])

const dossierIn = (known: Parameters<typeof resource>[0]['known']) =>
  resource({ kind: 'dossier', known, load: () => ({}) })
const routeOn = (known: Parameters<typeof resource>[0]['known'], more: object = {}): Route =>
  ({ action: 'dossier.configure', on: dossierIn(known), ...more }) as Route

const dossier = { clientId: 'quay', ownerId: 'capucine', responsibleId: 'anselme', state: 'active', modules: [] }
const others = { ...dossier, ownerId: 'anselme' }
const answered = { ...others, responsibleId: 'capucine' }

const decided = (route: Route, things: object, each: readonly object[] = [], input: unknown = {}, rules = policy) =>
  authorize(rules, route, { actor, things, each, given: undefined } as Loaded, input, NOW)

describe('B-01: who may is told by which rule, who may not by which they may not', () => {
  test('the owner of an active dossier', () => {
    expect(decided(routeOn('dossier.know'), { dossier })).toEqual({
      allowed: true,
      rule: configureOwner,
      who: 'owner',
      path: ['ownership'],
    })
  })

  test('whoever may not know of it is told that nothing is there', () => {
    expect(decided(routeOn('dossier.know'), { dossier: others })).toMatchObject({ problem: 'not-found' })
  })

  test('whoever may know of it is told which rule never allows it', () => {
    const confidential = { ...dossier, confidential: true }
    expect(decided(routeOn('dossier.know'), { dossier: confidential })).toMatchObject({
      problem: 'refused',
      reason: {
        rule: 'dossier.configure/never',
        source: 'D-01',
        sentence: { en: 'dossier.configure/never.', fr: 'dossier.configure/never (fr).' },
      },
    })
  })

  test('where no rule allows it, the one under which it would be allowed', () => {
    expect(decided(routeOn('dossier.know'), { dossier: answered })).toMatchObject({
      problem: 'refused',
      reason: {
        rule: 'dossier.configure/owner',
        source: 'D-01',
        sentence: {
          en: 'No rule allows you this. What would: dossier.configure/owner.',
          fr: 'Aucune règle ne vous le permet. Ce qui le permettrait : dossier.configure/owner (fr).',
        },
      },
    })
  })

  test('where no rule could, none', () => {
    expect(decided(routeOn('dossier.know'), { dossier }, [], {}, compile([knowOwner]))).toMatchObject({
      problem: 'refused',
      reason: {
        rule: null,
        source: null,
        sentence: {
          en: 'No rule allows you this. What would: nothing.',
          fr: 'Aucune règle ne vous le permet. Ce qui le permettrait : rien.',
        },
      },
    })
  })
})

describe('B-01: of several rules the nearest is named', () => {
  const nearest = (rules: readonly Rule[], things: object) => {
    const answer = decided(routeOn(null), things, [], {}, compile(rules))
    return (answer as { reason?: { rule: string | null } }).reason?.rule
  }
  const active = (id: string, allow: string) => row(id, 'dossier.configure', { allow, when: ['dossier is active'] })
  const closed = { ...dossier, state: 'closed' }

  test('one whose words mean the person, before one with fewer facts lacking', () => {
    const far = row('far', 'dossier.configure', { allow: 'role coordinator' })
    expect(nearest([far, active('near', 'owner')], { dossier: closed })).toBe('near')
  })

  test('of those that mean them, the one with the fewest facts lacking or in the way', () => {
    const two = row('two', 'dossier.configure', { allow: 'owner', when: ['dossier is active', 'archive is on'] })
    const way = row('way', 'dossier.configure', {
      allow: 'owner',
      when: ['dossier is active'],
      unless: ['actor is the owner'],
    })
    expect(nearest([two, active('one', 'owner')], { dossier: closed })).toBe('one')
    expect(nearest([way, active('one', 'owner')], { dossier: closed })).toBe('one')
  })

  test('of equally near ones, the first', () => {
    expect(nearest([active('first', 'owner'), active('second', 'owner')], { dossier: closed })).toBe('first')
  })

  test('one of whose words one is enough', () => {
    const either = row('either', 'dossier.configure', { allow: ['role coordinator', 'owner'], when: ['archive is on'] })
    const neither = row('neither', 'dossier.configure', { allow: ['role coordinator', 'role guest'] })
    expect(nearest([neither, either], { dossier })).toBe('either')
  })

  test('never one that never allows', () => {
    const never = row('never', 'dossier.configure', { never: 'owner', when: ['archive is on'] })
    expect(nearest([never, active('near', 'owner')], { dossier: closed })).toBe('near')
  })
})

describe('a route with further things', () => {
  const each = { field: 'others', param: 'dossierId', on: dossierIn('dossier.know') }

  test('is decided on each of them, and told by the first', () => {
    const route = routeOn('dossier.know', { each })
    expect(decided(route, { dossier }, [{ dossier }, { dossier }])).toMatchObject({ allowed: true })
    expect(decided(route, { dossier }, [{ dossier }, { dossier: answered }])).toMatchObject({ problem: 'refused' })
    expect(decided(route, { dossier }, [{ dossier: others }])).toMatchObject({ problem: 'not-found' })
    expect(decided(route, { dossier: answered }, [{ dossier }])).toMatchObject({ problem: 'refused' })
  })

  test('C-05: one that may not be known of answers as if it did not exist, whatever is refused of the others', () => {
    const route = routeOn('dossier.know', { each })
    expect(decided(route, { dossier: answered }, [{ dossier: others }])).toMatchObject({ problem: 'not-found' })
    expect(decided(route, { dossier }, [{ dossier: answered }, { dossier: others }])).toMatchObject({
      problem: 'not-found',
    })
  })

  test('is told by the rule that allowed the first, not the last', () => {
    const first = row('first', 'dossier.configure', { allow: 'responsible' })
    const both = compile([knowOwner, first, configureOwner])
    expect(decided(routeOn(null, { each }), { dossier: answered }, [{ dossier }], {}, both)).toMatchObject({
      rule: first,
    })
  })

  test('each has a door of its own', () => {
    const open = { ...each, on: dossierIn(null) }
    expect(decided(routeOn(null, { each: open }), { dossier }, [{ dossier: others }])).toMatchObject({
      problem: 'refused',
    })
    expect(decided(routeOn(null, { each }), { dossier }, [{ dossier: others }])).toMatchObject({ problem: 'not-found' })
  })

  test('may be decided on these alone, but not when there are none', () => {
    const route = routeOn('dossier.know', { each: { ...each, alone: true } })
    expect(decided(route, { dossier: answered }, [{ dossier }])).toMatchObject({ allowed: true })
    expect(decided(route, { dossier: answered }, [{ dossier: answered }])).toMatchObject({ problem: 'refused' })
    expect(decided(route, { dossier: answered }, [])).toMatchObject({ problem: 'refused' })
    expect(decided(route, { dossier }, [])).toMatchObject({ allowed: true })
    expect(decided(route, { dossier: others }, [{ dossier }])).toMatchObject({ problem: 'not-found' })
  })
})

describe('what rules must know of the input', () => {
  const moves = compile([
    row('copy', 'dossier.configure', { allow: 'owner', unless: ['copy shows it to more people'] }),
  ])
  const route = routeOn(null, { given: ({ widens }: { widens: boolean }) => ({ copy: { widens } }) })

  test('is at hand with what was loaded', () => {
    expect(decided(route, { dossier }, [], { widens: false }, moves)).toMatchObject({ allowed: true })
    expect(decided(route, { dossier }, [], { widens: true }, moves)).toMatchObject({ problem: 'refused' })
  })

  test('D-21: what was measured is at hand as well, and whatever an input claims of the same gives way to it', () => {
    const asked = { actor, things: { dossier }, each: [], given: undefined } as unknown as Loaded
    const measuring = (widens: boolean) => authorize(moves, route, asked, { widens: false }, NOW, { copy: { widens } })
    expect(measuring(false)).toMatchObject({ allowed: true })
    expect(measuring(true)).toMatchObject({ problem: 'refused' })
  })

  test('never replaces what was loaded', () => {
    const claims = routeOn(null, { given: () => ({ dossier }) })
    expect(decided(claims, { dossier: others })).toMatchObject({ problem: 'refused' })
  })
})

describe('who may know of a thing', () => {
  const situation = situationOf(actor, { dossier }, NOW)

  test('everyone, where nothing is to be known', () => {
    expect(mayKnow(compile([]), null, situation)).toBe(true)
  })

  test('whoever may do the one action, or any of several', () => {
    expect(mayKnow(policy, 'dossier.know', situation)).toBe(true)
    expect(mayKnow(policy, 'dossier.read', situation)).toBe(false)
    expect(mayKnow(policy, ['dossier.read', 'dossier.know'], situation)).toBe(true)
    expect(mayKnow(policy, ['dossier.read', 'note.read'], situation)).toBe(false)
  })
})

describe('what a decision looks at', () => {
  const reinstated: Person = { ...actor, reinstatedAt: NOW }
  const of = (things: object, by: Person = actor) => situationOf(by, things, NOW)

  test('the actor is the one who was loaded, whatever else is so called', () => {
    expect(of({ actor: { personId: 'anselme' }, dossier })).toEqual({ actor, dossier })
  })

  test('a thing that is not there is none', () => {
    expect(Object.keys(of({ dossier }))).toEqual(['dossier', 'actor'])
  })

  describe('D-03: a share ends by itself', () => {
    const share = { personId: 'capucine', access: 'read', until: null, givenAt: EARLIER }

    test.each([
      { until: null, live: true },
      { until: LATER, live: true },
      { until: NOW, live: false },
      { until: EARLIER, live: false },
    ])('until $until it is live: $live', ({ until, live }) => {
      expect(of({ dossier, share: { ...share, until } }).share).toEqual({ ...share, until, live })
    })

    test('D-20: and with a deactivation since, also once they are back', () => {
      expect(of({ dossier, share }, reinstated).share?.live).toBe(false)
      expect(of({ dossier, share: { ...share, givenAt: LATER } }, reinstated).share?.live).toBe(true)
    })
  })

  describe('P-12: an access may have an end', () => {
    test.each([
      { until: undefined, live: true },
      { until: null, live: true },
      { until: LATER, live: true },
      { until: NOW, live: false },
      { until: EARLIER, live: false },
    ])('until $until it is live: $live', ({ until, live }) => {
      const access = { personId: 'capucine', ...(until !== undefined && { until }) }
      expect(of({ dossier, access }).access).toEqual({ ...access, live })
    })
  })

  describe('B-11: an absence counts from its beginning to its end', () => {
    const absence = { personId: 'anselme', deputyId: 'capucine', from: EARLIER, until: LATER, setAt: EARLIER }

    test.each([
      { from: EARLIER, until: LATER, live: true },
      { from: NOW, until: LATER, live: true },
      { from: LATER, until: LATER, live: false },
      { from: EARLIER, until: NOW, live: false },
      { from: EARLIER, until: EARLIER, live: false },
    ])('from $from until $until it counts: $live', ({ from, until, live }) => {
      expect(of({ absence: { ...absence, from, until } }).absence).toEqual({ ...absence, from, until, live })
    })

    test('D-20: not for a deputy who was deactivated since it was said, also once they are back', () => {
      expect(of({ absence }, reinstated).absence?.live).toBe(false)
      expect(of({ absence: { ...absence, setAt: NOW } }, reinstated).absence?.live).toBe(true)
    })
  })

  describe('P-12: a request whose time is over counts as expired', () => {
    test.each([
      { state: 'pending', expiresAt: LATER, counts: 'pending' },
      { state: 'pending', expiresAt: NOW, counts: 'expired' },
      { state: 'pending', expiresAt: EARLIER, counts: 'expired' },
      { state: 'information-asked', expiresAt: LATER, counts: 'information-asked' },
      { state: 'information-asked', expiresAt: NOW, counts: 'expired' },
      { state: 'approved', expiresAt: EARLIER, counts: 'approved' },
    ])('$state until $expiresAt is $counts', ({ state, expiresAt, counts }) => {
      const request = { requestedBy: 'anselme', state, expiresAt }
      expect(of({ dossier, request }).request).toEqual({ ...request, state: counts })
    })
  })

  describe('P-11: a link serves once, and expires', () => {
    const link = { personId: 'capucine', purpose: 'activation', expiresAt: LATER, createdAt: EARLIER }

    test('unused and in time it is live', () => {
      expect(of({ link }).link).toEqual({ ...link, live: true })
      expect(of({ link: { ...link, usedAt: EARLIER } }).link?.live).toBe(false)
      expect(of({ link: { ...link, expiresAt: NOW } }).link?.live).toBe(false)
    })

    test('D-20: sent before a deactivation it is dead, also once they are back', () => {
      expect(of({ link }, reinstated).link?.live).toBe(false)
      expect(of({ link: { ...link, createdAt: NOW } }, reinstated).link?.live).toBe(true)
    })
  })

  describe('S-03: an assignment counts for its own client', () => {
    const assignment = { personId: 'capucine', clientId: 'quay', assigned: { at: EARLIER }, dossierIds: ['barge'] }

    test('of a dossier of the client, or of the client', () => {
      expect(of({ dossier, assignment }).assignment).toEqual(assignment)
      expect(of({ client: { clientId: 'quay' }, assignment }).assignment).toEqual(assignment)
    })

    test('and for no other, nor without one at hand', () => {
      expect(of({ dossier: { ...dossier, clientId: 'harbour' }, assignment }).assignment).toBeUndefined()
      expect(of({ client: { clientId: 'harbour' }, assignment }).assignment).toBeUndefined()
      expect(of({ assignment }).assignment).toBeUndefined()
    })

    test("the dossier's client decides where both are at hand", () => {
      expect(of({ dossier, client: { clientId: 'harbour' }, assignment }).assignment).toEqual(assignment)
    })

    test('D-20: what was assigned by name ends with a deactivation, what follows from owning a dossier does not', () => {
      expect(of({ dossier, assignment }, reinstated).assignment).toEqual({ ...assignment, assigned: null })
      const again = { ...assignment, assigned: { at: NOW } }
      expect(of({ dossier, assignment: again }, reinstated).assignment).toEqual(again)
      const owned = { ...assignment, assigned: null }
      expect(of({ dossier, assignment: owned }, reinstated).assignment).toEqual(owned)
    })
  })
})
