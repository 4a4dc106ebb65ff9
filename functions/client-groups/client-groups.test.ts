import fc from 'fast-check'
import { expect, test } from 'vitest'
import { People } from '../../shared/people.ts'
import { isProblem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { ask, granted, holding } from '../../test/ask.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { configureDossier } from '../dossiers/handlers/configure-dossier.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { changeClientGroup } from './handlers/change-client-group.ts'
import { createClientGroup } from './handlers/create-client-group.ts'
import { deleteClientGroup } from './handlers/delete-client-group.ts'
import { groupDossiers } from './handlers/group-dossiers.ts'
import { listClientGroups } from './handlers/list-client-groups.ts'
import { listDossiersOfClientGroup } from './handlers/list-dossiers-of-client-group.ts'
import { readClientGroup } from './handlers/read-client-group.ts'
import { setClientGroup } from './handlers/set-client-group.ts'
import { type ClientGroup, ClientGroups, type GroupedDossier, GroupedDossiers } from './records.ts'

const as = personOf('documentation editor')
const colleague = personOf('responsible')
const others = (['responsible, inactive', 'guest with a full sheet', 'Administrator of the dossier'] as const).map(
  (persona) => personOf(persona),
)

const dossierAt = (at: number): Dossier => ({
  dossierId: idOf(at),
  number: at,
  clientId: idOf(200 + at),
  clientName: `Client ${at}`,
  ownerId: colleague.personId,
  responsibleId: colleague.personId,
  state: 'active',
  modules: ['archive'],
  createdAt: NOW,
  createdBy: idOf(90),
})
const groupAt = (at: number): ClientGroup => ({
  clientGroupId: idOf(300 + at),
  name: `Groupe ${at}`,
  responsibleIds: [colleague.personId],
  dossiers: 0,
  createdAt: NOW,
  createdBy: idOf(90),
})

/** Three dossiers and two groups, and what may be done with them; what is asked for is committed, or conflicts. */
const office = () => {
  const table = holding(
    ...[1, 2, 3].map((at) => create(Dossiers, dossierAt(at))),
    ...[1, 2].map((at) => create(ClientGroups, groupAt(at))),
    ...[colleague, ...others].map(({ version: _, ...person }) => create(People, person)),
  )
  const dossierNow = async (at: number) =>
    (await table.load({ dossier: perhaps(Dossiers, { dossierId: idOf(at) }) })).dossier as Stored<Dossier>
  const groupNow = async (at: number) =>
    (await table.load({ group: perhaps(ClientGroups, { clientGroupId: idOf(300 + at) }) })).group as
      | Stored<ClientGroup>
      | undefined
  const done = async (asked: ReturnType<typeof ask>) => {
    const outcome = await asked
    if (isProblem(outcome)) return outcome.problem
    const { writes = [] } = outcome
    return writes.length === 0 || (await table.commit(writes)) === 'done' ? 'done' : 'conflict'
  }
  const put = async (at: number, into: number | null) =>
    done(
      ask(setClientGroup, {
        as,
        table,
        things: { dossier: await dossierNow(at) },
        input: { clientGroupId: into === null ? null : idOf(300 + into) },
      }) as never,
    )
  const together = async (ats: readonly number[], into: number) => {
    const each = await Promise.all(ats.map(async (at) => ({ dossier: await dossierNow(at) })))
    const group = await groupNow(into)
    if (group === undefined) return 'not-found'
    const asked = { actor: as, group, each, read: table.load, now: NOW }
    return done(Promise.resolve(groupDossiers(asked as never)) as never)
  }
  const discard = async (at: number) => {
    const group = await groupNow(at)
    return group === undefined ? 'not-found' : done(ask(deleteClientGroup, { as, table, things: { group } }) as never)
  }
  const configure = async (at: number, input: object) =>
    done(ask(configureDossier, { as, table, things: { dossier: await dossierNow(at) }, input }) as never)
  /** Whether groups, dossiers and what lies between them say the same. */
  const agrees = async (): Promise<boolean> => {
    const dossiers = await Promise.all([1, 2, 3].map(dossierNow))
    for (const at of [1, 2]) {
      const group = await groupNow(at)
      const clientGroupId = idOf(300 + at)
      const { items } = await table.list<GroupedDossier>(GroupedDossiers.by.ofGroup, { clientGroupId }, { limit: 50 })
      const those = dossiers.filter((dossier) => dossier.clientGroupId === clientGroupId)
      const same =
        items
          .map(({ dossierId }) => dossierId)
          .sort()
          .join() ===
        those
          .map(({ dossierId }) => dossierId)
          .sort()
          .join()
      if (!same || (group?.dossiers ?? 0) !== those.length) return false
    }
    return true
  }
  return { table, put, together, discard, configure, agrees, dossierNow, groupNow }
}

test('P-11: a group is answered for by active members, never by somebody who left, a guest or a client user', async () => {
  const { table } = office()
  const input = { name: 'Familles', responsibleIds: [colleague.personId] }
  const { view, version } = await granted(ask(createClientGroup, { as, table, input }))
  expect([view, version]).toMatchObject([{ ...input, dossiers: 0, createdBy: as.personId }, 1])
  for (const { personId } of [...others, { personId: idOf(404) }]) {
    const refused = await ask(createClientGroup, {
      as,
      table,
      input: { ...input, responsibleIds: [colleague.personId, personId] },
    })
    expect(refused).toMatchObject({
      problem: 'group-responsible-not-eligible',
      errors: [{ pointer: '#/responsibleIds/1' }],
    })
  }
})

test('P-11: others are named, and the name changes; what is not named stays', async () => {
  const { table, groupNow } = office()
  const things = { group: await groupNow(1) }
  const { view } = await granted(ask(changeClientGroup, { as, table, things, input: { name: 'Autre' } }))
  expect(view).toMatchObject({ name: 'Autre', responsibleIds: [colleague.personId] })
  expect(await granted(ask(readClientGroup, { as, table, things }))).toMatchObject({
    view: { name: 'Groupe 1' },
    version: 1,
  })
  const input = { responsibleIds: [others[0]?.personId ?? ''] }
  expect(await ask(changeClientGroup, { as, table, things, input })).toMatchObject({
    problem: 'group-responsible-not-eligible',
  })
})

test('P-11: dossiers are moved between groups one by one and together, all of them or none', async () => {
  const { put, together, groupNow, dossierNow, agrees } = office()
  expect(await put(1, 1)).toBe('done')
  expect(await together([1, 2, 3], 2)).toBe('done')
  expect([(await groupNow(1))?.dossiers, (await groupNow(2))?.dossiers]).toEqual([0, 3])
  expect((await dossierNow(1)).clientGroupId).toBe(idOf(302))
  expect(await put(2, null)).toBe('done')
  expect((await dossierNow(2)).clientGroupId).toBeUndefined()
  expect(await agrees()).toBe(true)
})

test('a group that a dossier is in is not deleted; an empty one is, and takes none any more', async () => {
  const { put, discard, groupNow } = office()
  await put(1, 1)
  expect(await discard(1)).toBe('client-group-not-empty')
  await put(1, 2)
  expect(await discard(1)).toBe('done')
  expect(await groupNow(1)).toBeUndefined()
  expect(await put(1, 1)).toBe('not-found')
})

test('P-11: a dossier that its group answers for is never left without one', async () => {
  const { configure, put, dossierNow, agrees } = office()
  expect(await configure(1, { answeredBy: 'client-group' })).toBe('client-group-needed')
  expect(await configure(1, { answeredBy: 'client-group', clientGroupId: idOf(301) })).toBe('done')
  expect(await put(1, null)).toBe('client-group-needed')
  expect(await configure(1, { clientGroupId: null })).toBe('client-group-needed')
  expect(await put(1, 2)).toBe('done')
  expect(await configure(1, { answeredBy: 'office', clientGroupId: null })).toBe('done')
  expect(await dossierNow(1)).toMatchObject({ answeredBy: 'office' })
  expect(await configure(2, { clientGroupId: idOf(399) })).toBe('not-found')
  expect(await agrees()).toBe(true)
})

test('a list of groups shows them as they are; one of dossiers only those that one may know of', async () => {
  const { table, put, groupNow } = office()
  await put(1, 1)
  const { view } = await granted(ask(listClientGroups, { as, table, input: { limit: 50 } }))
  expect(view.items.map(({ name, dossiers }) => [name, dossiers])).toEqual([
    ['Groupe 1', 1],
    ['Groupe 2', 0],
  ])
  const things = { group: await groupNow(1) }
  const listed = (persona: Parameters<typeof personOf>[0]) =>
    granted(ask(listDossiersOfClientGroup, { as: personOf(persona), table, things, input: { limit: 50 } }))
  expect((await listed('documentation editor')).view.items.map(({ number }) => number)).toEqual([1])
  expect((await listed('stranger')).view.items).toEqual([])
})

type Step = readonly ['put' | 'discard' | 'together', number, number]
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('put' as const, 'discard' as const, 'together' as const),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 0, max: 2 }),
)

test('whatever is moved and deleted, at once or in turn, groups and dossiers say the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, step), { maxLength: 8 }), async (pairs) => {
      const { put, together, discard, agrees } = office()
      const act = async ([does, at, into]: Step): Promise<unknown> => {
        if (does === 'put') return put(at, into === 0 ? null : into)
        const group = does === 'discard' ? Math.min(at, 2) : Math.max(into, 1)
        return does === 'discard' ? discard(group) : together([1, 2, 3].slice(0, at), group)
      }
      for (const pair of pairs) {
        await Promise.all(pair.map(act))
        expect(await agrees()).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
