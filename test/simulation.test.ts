/** What a simulation says is what saving then gives, whatever the organisation, the change, and the size of its pages. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
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

const HIDDEN = ['refused', 'not-found']

test.each(Object.keys(changes))('B-04: saving gives exactly what the simulation said: %s', async (kind) => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(
      anOrganisation,
      changes[kind] as fc.Arbitrary<Case>,
      fc.integer({ min: 1, max: 9 }),
      async (organisation: Organisation, change: Case, limit: number) => {
        const members = organisation.members.map((one) => ({
          ...one,
          ...(change.everyoneActive && { status: 'active' as const }),
        }))
        const place = settle({ ...organisation, members })
        const before = reachOfAll(place.table)
        const answer = await simulated(place, change, limit)
        const whole = await simulated(place, change, 100)
        const saved = await askAs(
          place.table,
          change.by(place),
          change.save,
          change.params(place),
          change.saved ?? change.input,
        )
        if (typeof answer === 'string') {
          // Whoever may not save may not ask what it would do.
          expect(saved.problem).not.toBeNull()
          return
        }
        expect(HIDDEN).not.toContain(saved.problem)
        if (saved.problem !== null) return
        const after = reachOfAll(place.table)
        expect([...answer.gains].sort()).toEqual(beyond(after, before))
        expect([...answer.loses].sort()).toEqual(beyond(before, after))
        // The quote says the same whatever the size of the pages.
        expect(answer.quote).toMatch(/^[\w-]{43}$/)
        expect(whole).toEqual(answer)
        compared += 1
      },
    ),
    { numRuns: 60 },
  )
  expect(compared).toBeGreaterThan(5)
})
