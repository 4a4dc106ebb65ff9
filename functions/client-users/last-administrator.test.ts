/** P-03: a dossier keeps an Administrator, whatever is done to its users and in whatever order. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClientUser, changePerson, deactivation, introduce, People } from '../../shared/people.ts'
import { isProblem, problem } from '../../shared/problems.ts'
import type { Profile } from '../../shared/roles.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, type Table } from '../../shared/table/table.ts'
import { ask, granted, holding } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { dossier as one } from '../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type DossierAccess, DossierAccesses } from '../dossiers/records.ts'
import { changeProfile } from './handlers/change-profile.ts'
import { deactivateClientUser } from './handlers/deactivate-client-user.ts'
import { endAccess } from './handlers/end-access.ts'
import { isAdministrator, MOST_DOSSIERS } from './last-administrator.ts'

const dossierAt = (at: number) => ({ ...one, dossierId: idOf(5000 + at) })

const user = (at: number, traits: Partial<ClientUser> = {}): ClientUser => ({
  kind: 'client-user',
  personId: idOf(100 + at),
  email: `user-${at}@atelier-verrieres.example`,
  name: 'Camille Verrier',
  language: 'fr',
  status: 'active',
  profile: 'client-administrator',
  createdAt: NOW,
  ...traits,
})
const accessTo = (dossierId: string, { personId }: ClientUser): DossierAccess => ({
  dossierId,
  personId,
  grantedBy: idOf(90),
  grantedAt: NOW,
  requestId: null,
})

/** Users, each with the numbers of the dossiers that they use. */
const world = (...users: readonly (readonly [ClientUser, readonly number[]])[]) =>
  holding(
    ...users.flatMap(([person, dossiers]) => [
      ...introduce({ ...person, dossiers: dossiers.length }),
      ...dossiers.map((at) => create(DossierAccesses, accessTo(dossierAt(at).dossierId, person))),
    ]),
  )

const load = async (table: Table, { personId }: ClientUser, at: number) => {
  const { dossierId } = dossierAt(at)
  const found = await table.load({
    user: perhaps(People, { personId }),
    userAccess: perhaps(DossierAccesses, { dossierId, personId }),
  })
  return found as { user: Stored<ClientUser>; userAccess: Stored<DossierAccess> | undefined }
}

const acts = {
  'ending their access': endAccess,
  'changing their profile': changeProfile,
  'deactivating them': deactivateClientUser,
} as const
type Act = keyof typeof acts
const everyAct = Object.keys(acts) as Act[]

type Options = { readonly as?: Persona; readonly force?: boolean; readonly profile?: Profile }

/** What an act on a user of a dossier comes to; nothing is written yet. */
const begin = async (table: Table, act: Act, whom: ClientUser, at: number, options: Options = {}) => {
  const { as = 'owner', force, profile = 'client-full-access' } = options
  const forced = force === undefined ? {} : { force: act === 'ending their access' ? String(force) : force }
  const input = { ...forced, ...(act === 'changing their profile' ? { profile } : {}) }
  const found = await load(table, whom, at)
  // As the kernel answers where somebody else was faster.
  if (found.userAccess === undefined) return problem('not-found')
  const things = { ...found, dossier: dossierAt(at) }
  return ask(acts[act] as typeof changeProfile, { as: personOf(as), table, things, input })
}
/** Does it, as the kernel would. */
const perform = async (table: Table, ...asked: [Act, ClientUser, number, Options?]) => {
  const outcome = await begin(table, ...asked)
  if (isProblem(outcome)) return outcome.problem
  const { writes = [] } = outcome
  return writes.length === 0 ? 'done' : (await table.commit(writes)) === 'done' ? 'done' : 'conflict'
}

const administratorsOf = (table: MemoryTable, at: number): number => {
  const { dossierId } = dossierAt(at)
  const everything = table.everything()
  const people = everything.filter(({ recordName }) => recordName === 'person') as unknown as ClientUser[]
  const using = everything.filter((item) => item.recordName === 'dossier-access' && item.dossierId === dossierId)
  return using.filter(({ personId }) => isAdministrator(people.find((person) => person.personId === personId))).length
}

const [first, second, third] = [user(1), user(2), user(3)]
const plain = user(4, { profile: 'client-full-access' })

describe.each(everyAct)('%s', (act) => {
  test('is refused of the last Administrator, whoever else uses the dossier', async () => {
    const inactive = user(5, { status: 'inactive' })
    const elsewhere = [user(6), [2]] as const
    for (const table of [world([first, [1]]), world([first, [1]], [plain, [1]], [inactive, [1]], elsewhere)])
      expect(await perform(table, act, first, 1)).toBe('last-administrator')
  })

  test('is done where another Administrator is there, active or invited', async () => {
    for (const status of ['active', 'invited'] as const)
      expect(await perform(world([first, [1]], [user(2, { status }), [1]]), act, first, 1)).toBe('done')
  })

  test('looks for another Administrator among all users of the dossier', async () => {
    const many = Array.from({ length: 35 }, (_, at) => [user(10 + at, { profile: 'client-full-access' }), [1]] as const)
    expect(await perform(world([first, [1]], ...many, [user(80), [1]]), act, first, 1)).toBe('done')
    expect(await perform(world([first, [1]], ...many), act, first, 1)).toBe('last-administrator')
  })

  test('is done to whoever is no Administrator, though the dossier has none', async () => {
    expect(await perform(world([plain, [1]]), act, plain, 1, { profile: 'client-full-feedback' })).toBe('done')
  })

  test('is forced by the office, and by nobody else', async () => {
    const forced = (as: Persona) => perform(world([first, [1]]), act, first, 1, { as, force: true })
    expect(await forced('office member')).toBe('done')
    expect(await forced('owner')).toBe('last-administrator')
    expect(await perform(world([first, [1]]), act, first, 1, { as: 'office member' })).toBe('last-administrator')
    expect(await perform(world([first, [1]]), act, first, 1, { as: 'office member', force: false })).toBe(
      'last-administrator',
    )
  })

  test.each(everyAct)(
    'of one of two Administrators, while %s of the other is under way: one of both is done',
    async (other) => {
      const table = world([first, [1]], [second, [1]])
      const [one, theOther] = [await begin(table, act, first, 1), await begin(table, other, second, 1)]
      if (isProblem(one) || isProblem(theOther)) throw new Error('Both must be possible by themselves.')
      expect(await table.commit(one.writes ?? [])).toBe('done')
      expect(await table.commit(theOther.writes ?? [])).not.toBe('done')
      expect(await perform(table, other, second, 1)).toBe('last-administrator')
      expect(administratorsOf(table, 1)).toBe(1)
    },
  )
})

describe.each(['changing their profile', 'deactivating them'] as const)('P-01: %s', (act) => {
  test('is refused if any one of their dossiers would be left without an Administrator', async () => {
    expect(await perform(world([first, [1, 2]], [second, [1]]), act, first, 1)).toBe('last-administrator')
    expect(await perform(world([first, [1, 2]], [second, [1]], [third, [2]]), act, first, 1)).toBe('done')
    expect(await perform(world([first, [1, 2]], [second, [1, 2]]), act, first, 1)).toBe('done')
  })

  test(`looks at ${MOST_DOSSIERS} dossiers at most in one transaction; beyond, the office forces it`, async () => {
    const dossiers = Array.from({ length: MOST_DOSSIERS + 1 }, (_, at) => at)
    const as = 'office member'
    const within = world([first, dossiers.slice(1)], [second, dossiers])
    expect(await perform(within, act, first, 1, { as })).toBe('done')
    const beyond = () => world([first, dossiers], [second, dossiers])
    expect(await perform(beyond(), act, first, 1, { as })).toBe('too-many-dossiers')
    expect(await perform(beyond(), act, first, 1, { as, force: true })).toBe('done')
  })

  test('waits until the index tells of every dossier that was counted', async () => {
    const table = world([first, [1, 2]], [second, [1]])
    const lagging: Table = { ...table, list: world([first, [1]], [second, [1]]).list }
    expect(await perform(lagging, act, first, 1)).toBe('conflict')
  })
})

test('a dossier that they are given at the same moment is not left without an Administrator', async () => {
  const table = world([first, [1]], [second, [1]])
  const outcome = await begin(table, 'changing their profile', first, 1)
  // As an invitation counts one dossier more.
  const { user: now } = await load(table, first, 1)
  await table.commit(changePerson(now, { dossiers: 2 }))
  if (isProblem(outcome)) throw new Error(outcome.problem)
  expect(await table.commit(outcome.writes ?? [])).not.toBe('done')
})

test('whatever happens to the users of two dossiers, in whatever order and however it overlaps: each keeps an Administrator', async () => {
  const users = [first, second, third, plain]
  const step = fc.record({
    act: fc.constantFrom(...everyAct),
    whom: fc.integer({ min: 0, max: 3 }),
    at: fc.integer({ min: 1, max: 2 }),
    profile: fc.constantFrom<Profile>('client-administrator', 'client-full-access', 'client-document-delivery'),
    together: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const table = world([first, [1, 2]], [second, [1]], [third, [2]], [plain, [1, 2]])
      const waiting: Promise<unknown>[] = []
      for (const { act, whom, at, profile, together } of steps) {
        waiting.push(perform(table, act, users[whom] as ClientUser, at, { profile }))
        if (!together) await Promise.all(waiting)
      }
      await Promise.all(waiting)
      expect([administratorsOf(table, 1), administratorsOf(table, 2)].every((count) => count > 0)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('D-06: whoever is deactivated is so for all their dossiers, and the pool is told', async () => {
  const table = world([first, [1]], [second, [1]])
  const outcome = await granted(begin(table, 'deactivating them', first, 1) as ReturnType<typeof ask>)
  expect(outcome).toMatchObject({
    view: deactivation(first),
    events: [{ type: 'person-changed', data: { personId: first.personId } }],
  })
})
