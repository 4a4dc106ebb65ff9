import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Holdings, holdMore, People, type Person } from '../../shared/people.ts'
import type { AnyRecord, Stored } from '../../shared/table/record.ts'
import { create, perhaps, type Table, update } from '../../shared/table/table.ts'
import {
  askedFor,
  bulkTransferId,
  faultsIn,
  giver,
  recipient,
  type Transferring,
  transferring,
} from '../../test/bulk-transferring.ts'
import { heldDossier } from '../../test/held-dossiers.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { assignFor, ClientAssignments } from '../clients/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import { Shares } from '../sharing/records.ts'
import { nextAttempt } from './next-attempt.ts'
import { BulkTransfers, isAtWork } from './records.ts'

const DOSSIERS = 15

/** What happens at one call of the table: it fails before or after its work, meets somebody, or never comes back. */
type Happening = 'fails' | 'fails once done' | 'conflicts' | 'is killed'

const KILLED = Symbol('killed')

/** A table at whose calls, counted from the first, these things happen; a killed one never answers again. */
const happening = (
  things: ReadonlyMap<number, Happening>,
  beside: (call: number) => Promise<void> = async () => {},
) => {
  const killed = Promise.withResolvers<typeof KILLED>()
  let calls = 0
  const forever = new Promise<never>(() => {})
  const through = (table: Table): Table => {
    const run = async <T>(work: () => Promise<T>, conflict?: T): Promise<T> => {
      const call = calls++
      await beside(call)
      const thing = things.get(call)
      if (thing === 'is killed') {
        killed.resolve(KILLED)
        return forever
      }
      if (thing === 'conflicts' && conflict !== undefined) return conflict
      if (thing === 'fails') throw new Error('The table is busy.')
      const result = await work()
      if (thing === 'fails once done') throw new Error('The answer was lost.')
      return result
    }
    return {
      load: (lookups) => run(() => table.load(lookups)),
      list: (question, of, options) => run(() => table.list(question, of, options)),
      commit: (writes) => run(() => table.commit(writes), { conflicts: [] }),
    }
  }
  return { through, killed: killed.promise, calls: () => calls }
}

/** Runs an attempt until it ends or is killed. */
const attempt = async (it: Transferring, number: number, world: ReturnType<typeof happening>) =>
  Promise.race([world.killed, it.execute(number, { through: world.through }).catch(() => 'execution failed' as const)])

/** As a revival does, and as a coordinator does with what failed: the next attempt takes over. */
const takeOver = async (it: Transferring): Promise<number> => {
  const { resumed, writes } = nextAttempt(it.transfer(), NOW)
  await it.write(...writes)
  return resumed.attempt
}

const fresh = async <T extends object>(
  it: Transferring,
  record: AnyRecord,
  of: object,
): Promise<Stored<T> | undefined> =>
  (await it.table.load({ item: perhaps(record, of as never) })).item as Stored<T> | undefined

const allMovedOnce = {
  state: 'done',
  counts: { dossiers: DOSSIERS, moved: DOSSIERS, failed: 0 },
}

/** How many calls an undisturbed transfer makes. */
const undisturbed = happening(new Map())
await (await transferring(DOSSIERS)).execute(1, { through: undisturbed.through })
const everyCall = Array.from({ length: undisturbed.calls() }, (_, call) => call)

test.each(everyCall)('D-12: killed at call %i and started again under the same name, all move once', async (call) => {
  const it = await transferring(DOSSIERS)
  expect(await attempt(it, 1, happening(new Map([[call, 'is killed']])))).toBe(KILLED)
  expect(faultsIn(it)).toEqual([])
  await it.execute(1)
  expect(it.transfer()).toMatchObject(allMovedOnce)
  expect(faultsIn(it)).toEqual([])
  expect(it.events().filter(({ type }) => type === 'bulk-transfer-ended')).toHaveLength(1)
})

test.each(everyCall)('D-12: killed at call %i and taken over by the next attempt, all move once', async (call) => {
  const it = await transferring(DOSSIERS)
  await attempt(it, 1, happening(new Map([[call, 'is killed']])))
  if (isAtWork(it.transfer())) await it.execute(await takeOver(it))
  expect(it.transfer()).toMatchObject(allMovedOnce)
  expect(faultsIn(it)).toEqual([])
})

test.each(everyCall)('D-12: an answer lost at call %i loses and doubles nothing', async (call) => {
  const it = await transferring(DOSSIERS)
  await attempt(it, 1, happening(new Map([[call, 'fails once done']])))
  expect(it.transfer()).toMatchObject(allMovedOnce)
  expect(faultsIn(it)).toEqual([])
})

test('D-12: an older attempt that lives on settles nothing more once another has taken over', async () => {
  const it = await transferring(DOSSIERS)
  const asleep = Promise.withResolvers<void>()
  const awake = Promise.withResolvers<void>()
  const sleeper = it.execute(1, {
    before: async (task) => {
      if (task !== 'move') return
      asleep.resolve()
      await awake.promise
    },
  })
  await asleep.promise
  const second = await takeOver(it)
  awake.resolve()
  await sleeper
  expect(it.transfer()).toMatchObject({ state: 'running', attempt: 2, counts: { moved: 0, failed: 0 } })
  await it.execute(second)
  expect(it.transfer()).toMatchObject(allMovedOnce)
})

test('D-12: two executions of one attempt at once move each dossier once', async () => {
  const it = await transferring(DOSSIERS)
  await Promise.all([it.execute(1).catch(() => {}), it.execute(1).catch(() => {})])
  if (isAtWork(it.transfer())) await it.execute(1)
  expect(it.transfer()).toMatchObject(allMovedOnce)
  expect(faultsIn(it)).toEqual([])
})

test('D-12: two transfers of the same giver at once move each dossier once; the other says why it did not', async () => {
  const it = await transferring(DOSSIERS)
  const other = idOf(0x7001)
  await it.write(create(BulkTransfers, askedFor({ bulkTransferId: other, toId: personOf('responsible').personId })))
  await Promise.all([it.execute(1), it.execute(1, {}, other)])
  expect(faultsIn(it)).toEqual([])
  const [mine, theirs] = [it.outcomes(), it.outcomes(other)]
  const moved = [...mine, ...theirs].filter(({ state }) => state === 'moved').map(({ dossierId }) => dossierId)
  expect(moved.sort()).toEqual(
    it
      .dossiers()
      .map(({ dossierId }) => dossierId)
      .sort(),
  )
  for (const { state, reason } of [...mine, ...theirs])
    expect([state, reason]).toEqual(state === 'moved' ? ['moved', null] : ['failed', 'not-of-giver'])
})

/** What others do meanwhile. */
const acts = {
  'the giver adds a dossier': async (it: Transferring, at: number) => {
    const { personId } = giver
    const dossier = heldDossier(0x900 + at, 'owner')
    const { dossierId, clientId } = dossier
    const before = await fresh<ClientAssignments>(it, ClientAssignments, { clientId, personId })
    await it.write(
      create(Dossiers, dossier),
      holdMore(await fresh<Holdings>(it, Holdings, { personId }), personId, { dossiers: 1, responsibilities: 1 }),
      ...assignFor(before, { clientId, personId }, { dossierIds: [...(before?.dossierIds ?? []), dossierId] }),
    )
  },
  'somebody closes a dossier': async (it: Transferring, at: number) => {
    const dossier = it.dossiers()[at % DOSSIERS]
    if (dossier !== undefined) await it.write(update(Dossiers, dossier, { state: 'closed' }))
  },
  'the giver shares a dossier': async (it: Transferring, at: number) => {
    const { dossierId, ownerId } = it.dossiers()[at % DOSSIERS] as { dossierId: string; ownerId: string }
    const { personId } = recipient
    if (ownerId !== giver.personId || (await fresh(it, Shares, { dossierId, personId })) !== undefined) return
    const share = { dossierId, personId, access: 'read', givenBy: ownerId, givenAt: NOW, until: null } as const
    await it.write(create(Shares, share))
  },
  'the recipient is deactivated': async (it: Transferring) => {
    const person = await fresh<Person>(it, People, recipient)
    if (person !== undefined) await it.write(update(People, person, { status: 'inactive' }))
  },
  'the recipient is back': async (it: Transferring) => {
    const person = await fresh<Person>(it, People, recipient)
    if (person !== undefined) await it.write(update(People, person, { status: 'active' }))
  },
  'the giver is deactivated': async (it: Transferring) => {
    const person = await fresh<Person>(it, People, giver)
    if (person !== undefined) await it.write(update(People, person, { status: 'inactive' }))
  },
} as const
type ClientAssignments = { readonly version: number; readonly dossierIds: readonly string[] } & Parameters<
  typeof assignFor
>[0] &
  object

test('D-12: whatever fails and whoever acts meanwhile, every dossier is moved once or named as failed with its reason', async () => {
  const call = fc.nat(undisturbed.calls())
  const things = fc.constantFrom<Happening>('fails', 'fails once done', 'conflicts', 'is killed')
  const deeds = fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[]))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(call, things), { maxLength: 6 }),
      fc.array(fc.tuple(call, deeds), { maxLength: 4 }),
      async (faults, beside) => {
        const it = await transferring(DOSSIERS)
        const world = happening(new Map(faults), async (at) => {
          for (const [when, deed] of beside) if (when === at) await acts[deed](it, at)
        })
        await attempt(it, 1, world)
        expect(faultsIn(it)).toEqual([])
        // What was lost is taken over, as the clock does; nothing goes wrong any more.
        if (isAtWork(it.transfer())) await it.execute(await takeOver(it))
        expect(faultsIn(it)).toEqual([])
        const { counts, state } = it.transfer()
        expect(counts.moved + counts.failed).toBe(counts.dossiers)
        expect(state === 'done').toBe(counts.failed === 0)
        for (const { state: is, reason } of it.outcomes()) expect(is === 'failed').toBe(reason !== null)

        // Resumed, with the recipient there, all that can move has: only what is closed stays.
        await acts['the recipient is back'](it)
        if (!['failed', 'done-with-failures'].includes(state)) return
        await it.execute(await takeOver(it))
        expect(faultsIn(it)).toEqual([])
        for (const { state: is, reason } of it.outcomes())
          expect([is, reason]).toEqual(is === 'moved' ? ['moved', null] : ['failed', 'not-active'])
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

test('D-12: the recipient deactivated in the middle gets no more; resumed once they are back, the rest follows', async () => {
  const it = await transferring(DOSSIERS)
  let commits = 0
  const through = (table: Table): Table => ({
    ...table,
    commit: async (writes) => {
      const done = await table.commit(writes)
      // The plan, and the first twelve.
      if (++commits === 2) await acts['the recipient is deactivated'](it)
      return done
    },
  })
  await it.execute(1, { through })
  expect(it.transfer()).toMatchObject({ state: 'done-with-failures', counts: { moved: 12, failed: 3 } })
  expect(new Set(it.outcomes().map(({ reason }) => reason))).toEqual(new Set([null, 'recipient-not-eligible']))
  await acts['the recipient is back'](it)
  await it.execute(await takeOver(it))
  expect(it.transfer()).toMatchObject(allMovedOnce)
  expect(faultsIn(it)).toEqual([])
})

test('D-12: one dossier that cannot be written holds up no other', async () => {
  const it = await transferring(DOSSIERS)
  const bad = it.dossiers()[4]?.dossierId
  const through = (table: Table): Table => ({
    ...table,
    commit: async (writes) => {
      const isBad = writes.some(
        (write) =>
          write.op === 'replace' &&
          write.record === Dossiers &&
          'item' in write &&
          (write.item as { dossierId?: string }).dossierId === bad,
      )
      if (isBad) throw new Error('This item is too large.')
      return table.commit(writes)
    },
  })
  await it.execute(1, { through })
  expect(it.transfer()).toMatchObject({ state: 'done-with-failures', counts: { moved: DOSSIERS - 1, failed: 1 } })
  expect(it.outcomes().find(({ dossierId }) => dossierId === bad)).toMatchObject({ state: 'failed', reason: 'fault' })
  expect(faultsIn(it)).toEqual([])
})

test('D-12: what an attempt could not come to is named as interrupted, and moves when it is resumed', async () => {
  const it = await transferring(DOSSIERS)
  await it.execute(1, {
    before: (task) => {
      if (task === 'move') throw new Error('No function answers.')
    },
  })
  expect(it.transfer()).toMatchObject({ state: 'failed', counts: { dossiers: DOSSIERS, moved: 0, failed: DOSSIERS } })
  expect(new Set(it.outcomes().map(({ reason }) => reason))).toEqual(new Set(['interrupted']))
  expect(faultsIn(it)).toEqual([])
  await it.execute(await takeOver(it))
  expect(it.transfer()).toMatchObject(allMovedOnce)
})

test('D-12: when nothing can be planned, it ends as failed, and goes on from there when it is resumed', async () => {
  const it = await transferring(DOSSIERS)
  const through = (table: Table): Table => ({
    ...table,
    list: () => Promise.reject(new Error('The index does not answer.')),
  })
  await it.execute(1, { through })
  expect(it.transfer()).toMatchObject({ state: 'failed', isPlanned: false })
  await it.execute(await takeOver(it))
  expect(it.transfer()).toMatchObject({ ...allMovedOnce, bulkTransferId })
})
