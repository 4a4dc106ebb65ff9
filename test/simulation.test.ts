/** What a simulation says is what saving then gives, whatever the organisation, the change, and the size of its pages. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileNames } from '../shared/roles.ts'
import { modules } from '../shared/rules/situation.ts'
import type { MemoryTable } from './memory-table.ts'
import {
  anOrganisation,
  aRoles,
  aSheet,
  askAs,
  namesOf,
  OFFICE,
  type Organisation,
  reachOfAll,
  settle,
} from './simulated-office.ts'
import { shutSheet } from './world.ts'

type Place = ReturnType<typeof settle>

/** One change as two operations: how it is asked about, and how it is saved. */
type Case = {
  readonly by: (of: Place) => string
  readonly simulate: string
  readonly save: string
  readonly params: (of: Place) => Readonly<Record<string, string>>
  readonly input: object
  /** Where saving takes its input apart from how simulating does. */
  readonly saved?: object
  /** Without it most would be refused. */
  readonly everyoneActive?: true
}

const some = <T>(values: readonly T[], at: number): T => values[at % values.length] as T
const at = fc.nat(20)
const member = (of: Place, one: number) => ({ personId: some(of.memberIds, one) })

const changes: Readonly<Record<string, fc.Arbitrary<Case>>> = {
  sheet: fc.record({ one: at, sheet: aSheet }).map(({ one, sheet }) => ({
    by: () => OFFICE,
    simulate: 'simulateSheet',
    save: 'changeSheet',
    params: (of) => member(of, one),
    input: { sheet },
    saved: sheet,
  })),
  roles: fc.record({ one: at, roles: aRoles }).map(({ one, roles }) => ({
    by: () => OFFICE,
    simulate: 'simulateRoles',
    save: 'changeRoles',
    params: (of) => member(of, one),
    input: { roles },
  })),
  deactivation: at.map((one) => ({
    by: () => OFFICE,
    simulate: 'simulateDeactivation',
    save: 'deactivateMember',
    params: (of) => member(of, one),
    input: {},
  })),
  assignment: fc.record({ one: at, client: at, given: fc.boolean() }).map(({ one, client, given }) => ({
    by: () => OFFICE,
    simulate: given ? 'simulateAssignment' : 'simulateUnassignment',
    save: given ? 'assignClient' : 'unassignClient',
    params: (of) => ({ ...member(of, one), clientId: some(of.clientIds, client) }),
    input: {},
  })),
  share: fc
    .record({ one: at, dossier: at, access: fc.constantFrom('read', 'write', 'none') })
    .map(({ one, dossier, access }) => ({
      by: (of) => ownerOf(of.table, some(of.dossierIds, dossier)),
      simulate: access === 'none' ? 'simulateEndOfShare' : 'simulateShare',
      save: access === 'none' ? 'endShare' : 'giveShare',
      params: (of) => ({ ...member(of, one), dossierId: some(of.dossierIds, dossier) }),
      input: access === 'none' ? {} : { access },
      everyoneActive: true,
    })),
  profile: fc
    .record({ one: at, dossier: at, profile: fc.constantFrom(...profileNames) })
    .map(({ one, dossier, profile }) => ({
      by: () => OFFICE,
      simulate: 'simulateProfile',
      save: 'changeProfile',
      params: (of) => ({ personId: some(of.userIds, one), dossierId: some(of.dossierIds, dossier) }),
      input: { profile },
      saved: { profile, force: true },
    })),
  confidentiality: fc.record({ dossier: at, confidential: fc.boolean() }).map(({ dossier, confidential }) => ({
    by: (of) => ownerOf(of.table, some(of.dossierIds, dossier)),
    simulate: 'simulateConfidentiality',
    save: 'setConfidentiality',
    params: (of) => ({ dossierId: some(of.dossierIds, dossier) }),
    input: { confidential },
    everyoneActive: true,
  })),
  configuration: fc
    .record({
      dossier: at,
      on: fc.option(fc.subarray(Object.keys(modules))),
      responsible: fc.option(at),
    })
    .map(({ dossier, on, responsible }) => ({
      by: () => OFFICE,
      simulate: 'simulateConfiguration',
      save: 'configureDossier',
      params: (of) => ({ dossierId: some(of.dossierIds, dossier) }),
      get input() {
        return {
          ...(on && { modules: on }),
          ...(responsible !== null && { responsibleId: some(MEMBERS, responsible) }),
        }
      },
    })),
}
const MEMBERS = settle({ members: [], users: [], dossiers: [], shares: [], accesses: [], assigned: [] }).memberIds

const ownerOf = (table: MemoryTable, dossierId: string): string =>
  String(table.everything().find((one) => one.recordName === 'dossier' && one.dossierId === dossierId)?.ownerId)

type Simulated = { readonly gains: Set<string>; readonly loses: Set<string>; readonly quote: string | null }

const simulated = async ({ table, ...of }: Place, change: Case, limit: number): Promise<Simulated | string> => {
  const found: Simulated = { gains: new Set(), loses: new Set(), quote: null }
  for (let cursor: string | undefined; ; ) {
    const answer = await askAs(table, change.by({ table, ...of }), change.simulate, change.params({ table, ...of }), {
      ...change.input,
      limit,
      ...(cursor && { cursor }),
    })
    if (answer.problem !== null) return answer.problem
    const page = answer.json as unknown as Page
    for (const { person, resource, gains, loses } of page.changes) {
      for (const name of namesOf(person.personId, resource, gains)) found.gains.add(name)
      for (const name of namesOf(person.personId, resource, loses)) found.loses.add(name)
    }
    if (page.cursor === null) return { ...found, quote: page.simulation }
    cursor = page.cursor
  }
}
type Page = {
  readonly changes: readonly {
    readonly person: { readonly personId: string }
    readonly resource: Readonly<Record<string, string>>
    readonly gains: readonly { readonly action: string; readonly content?: readonly string[] }[]
    readonly loses: readonly { readonly action: string; readonly content?: readonly string[] }[]
  }[]
  readonly cursor: string | null
  readonly simulation: string | null
}

const beyond = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...some].filter((name) => !others.has(name)).sort()

const RUNS = 80

const placeOf = (organisation: Organisation, { everyoneActive }: Case): Place =>
  settle({
    ...organisation,
    members: organisation.members.map((one) => ({ ...one, ...(everyoneActive && { status: 'active' as const }) })),
  })

const save = (place: Place, change: Case, quote?: string | null) =>
  askAs(place.table, change.by(place), change.save, change.params(place), {
    ...(change.saved ?? change.input),
    ...(quote && { simulation: quote }),
  })

const kinds = Object.keys(changes)
const aChange = (kind: string): fc.Arbitrary<Case> => changes[kind] as fc.Arbitrary<Case>

test.each(kinds)(
  'B-04: saving gives exactly what the simulation said: %s',
  async (kind) => {
    let compared = 0
    const holds = async (organisation: Organisation, change: Case, limit: number): Promise<void> => {
      const place = placeOf(organisation, change)
      const before = reachOfAll(place.table)
      const answer = await simulated(place, change, limit)
      if (typeof answer === 'string') {
        // Whoever may not save may not ask what it would do.
        expect((await save(place, change)).problem).not.toBeNull()
        return
      }
      // It is the same whatever the size of its pages.
      expect(await simulated(place, change, 100)).toEqual(answer)
      expect(answer.quote).toMatch(/^[\w-]{43}$/)
      const { problem } = await save(place, change, answer.quote)
      expect(['refused', 'not-found', 'simulation-outdated']).not.toContain(problem)
      if (problem !== null) return
      const after = reachOfAll(place.table)
      expect([...answer.gains].sort()).toEqual(beyond(after, before))
      expect([...answer.loses].sort()).toEqual(beyond(before, after))
      compared += 1
    }
    await fc.assert(fc.asyncProperty(anOrganisation, aChange(kind), fc.integer({ min: 1, max: 9 }), holds), {
      numRuns: RUNS,
    })
    expect(compared).toBeGreaterThan(RUNS / 10)
  },
  120_000,
)

test('B-04: a change that quotes its simulation is refused when the world changed so that it would do something else', async () => {
  const seen = { refused: 0, saved: 0 }
  const holds = async (organisation: Organisation, change: Case, other: Case): Promise<void> => {
    const place = placeOf(organisation, { ...change, everyoneActive: true })
    const shown = await simulated(place, change, 100)
    await save(place, other)
    const shownNow = await simulated(place, change, 100)
    if (typeof shown === 'string' || typeof shownNow === 'string') return
    const { problem } = await save(place, change, shown.quote)
    if (shown.quote !== shownNow.quote) {
      // What the route itself refuses now it refuses first.
      expect(problem).not.toBeNull()
      if (problem === 'simulation-outdated') seen.refused += 1
    } else {
      expect(problem).not.toBe('simulation-outdated')
      if (problem === null) seen.saved += 1
    }
  }
  const any = fc.oneof(...kinds.map(aChange))
  await fc.assert(fc.asyncProperty(anOrganisation, any, any, holds), { numRuns: 3 * RUNS })
  expect(seen.refused).toBeGreaterThan(2)
  expect(seen.saved).toBeGreaterThan(RUNS / 10)
}, 120_000)

test('B-04: what was simulated for one change says nothing of another', async () => {
  const place = placeOf(
    fc.sample(anOrganisation, { numRuns: 1, seed: 4 })[0] as Organisation,
    {
      everyoneActive: true,
    } as Case,
  )
  const [one, another] = [shutSheet, { ...shutSheet, calendars: { view: 'all', edit: 'own' } }].map((sheet) => ({
    ...(fc.sample(aChange('sheet'), { numRuns: 1, seed: 4 })[0] as Case),
    input: { sheet },
    saved: sheet,
  })) as [Case, Case]
  const shown = await simulated(place, one, 100)
  const { problem } = await save(place, another, (shown as Simulated).quote)
  expect(problem).toBe('simulation-outdated')
  expect((await save(place, one, (shown as Simulated).quote)).problem).toBeNull()
})
