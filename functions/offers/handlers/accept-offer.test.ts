import { expect, test } from 'vitest'
import { create, perhaps, type Table, type Write } from '../../../shared/table/table.ts'
import { faultsIn, GIVER, offered, RECIPIENT } from '../../../test/offering.ts'
import { told } from '../../../test/town.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { ClientAssignments } from '../../clients/records.ts'
import { Shares } from '../../sharing/records.ts'

test('D-13: shares, confidentiality and history stay; the former owner keeps nothing, the new one no share', async () => {
  const town = await offered()
  const { dossierId } = town.dossier()
  const giver = personOf(GIVER).personId
  const shared = (personId: string) =>
    create(Shares, { dossierId, personId, access: 'read', givenBy: giver, givenAt: NOW, until: null })
  town.table.put(shared(personOf(RECIPIENT).personId), shared(personOf('responsible').personId))
  await town.changeDossier({ confidential: true, contents: { open: 4, confidential: 1 } })
  expect((await town.accept(RECIPIENT, town.offerId)).status).toBe(200)
  expect(town.dossier()).toMatchObject({ confidential: true, contents: { open: 4, confidential: 1 } })
  expect(town.all<{ personId: string }>(Shares).map(({ personId }) => personId)).toEqual([
    personOf('responsible').personId,
  ])
  const { left } = await town.table.load({ left: perhaps(ClientAssignments, { clientId: dossierId, personId: giver }) })
  expect(left).toBeUndefined()
  expect((await town.read('responsible', town.offerId)).status).toBe(404)
})

test('D-13: somebody else who answers for its access requests still does', async () => {
  const town = await offered()
  const responsibleId = personOf('responsible').personId
  await town.changeDossier({ responsibleId })
  await town.accept(RECIPIENT, town.offerId)
  expect(town.dossier()).toMatchObject({ ownerId: personOf(RECIPIENT).personId, responsibleId })
})

test('D-11: nobody accepts for the recipient, nor twice', async () => {
  const town = await offered()
  for (const [who, status] of [
    [GIVER, 403],
    ['coordinator', 403],
    ['responsible', 404],
  ] as const)
    expect((await town.accept(who, town.offerId)).status).toBe(status)
  expect((await town.accept(RECIPIENT, town.offerId)).status).toBe(200)
  expect((await town.accept(RECIPIENT, town.offerId)).status).toBe(403)
})

test('D-11: an offer whose giver owns the dossier no more is accepted by nobody', async () => {
  const town = await offered()
  await town.changeDossier({ ownerId: personOf('responsible').personId })
  expect(told(await town.accept(RECIPIENT, town.offerId))).toMatchObject({ code: 'conflict' })
})

test('D-11: content that comes at the same moment does not stand in the way of an acceptance, and is not lost', async () => {
  const town = await offered()
  const contents = { open: 3, confidential: 0 }
  const [answer, came] = await Promise.all([
    town.accept(RECIPIENT, town.offerId),
    town.changeDossier({ contents }).then(
      () => true,
      () => false,
    ),
  ])
  expect([answer.status, faultsIn(town)]).toEqual([200, []])
  expect(town.dossier().contents).toEqual(came ? contents : undefined)
})

/**
 * A table at which transactions that meet are both turned away, as DynamoDB may (TransactionConflict): one that comes
 * while another about one of the same items is at work.
 */
const turningAway = (table: Table): Table => {
  const atWork = new Map<readonly Write[], { turned: boolean }>()
  const keysOf = (writes: readonly Write[]) =>
    writes.map((write) => JSON.stringify(write.record.key(('before' in write ? write.before : write.item) as never)))
  return {
    load: table.load,
    list: table.list,
    commit: async (writes) => {
      const mine = { turned: false }
      const keys = new Set(keysOf(writes))
      for (const [others, theirs] of atWork)
        if (keysOf(others).some((key) => keys.has(key))) mine.turned = theirs.turned = true
      atWork.set(writes, mine)
      await new Promise((resolve) => setTimeout(resolve, 1))
      atWork.delete(writes)
      return mine.turned ? { conflicts: writes } : table.commit(writes)
    },
  }
}

/** Acceptance begins so many turns of the event loop before withdrawal, or after it. */
const turns = Array.from({ length: 21 }, (_, at) => at - 10)

test.each(turns)(
  'D-11: when acceptance and withdrawal meet, withdrawal wins: acceptance begins %i turns later',
  async (later) => {
    const town = await offered()
    const met = turningAway(town.table)
    Object.assign(town.world, { table: met })
    const wait = async (many: number): Promise<void> => {
      for (let turn = 0; turn < many; turn++) await new Promise((resolve) => setImmediate(resolve))
    }
    const [accepted, withdrawn] = await Promise.all([
      wait(later).then(() => town.accept(RECIPIENT, town.offerId)),
      wait(-later).then(() => town.withdraw(GIVER, town.offerId)),
    ])
    expect(faultsIn(town)).toEqual([])
    const { state } = town.offers()[0] ?? {}
    // One of them ended before the other began to be committed, or both met and were turned away: then it is withdrawn.
    if (accepted.status === 200) expect([state, withdrawn.status]).toEqual(['accepted', 403])
    else expect([state, withdrawn.status]).toEqual(['withdrawn', 200])
    if (later === 0) expect(state).toBe('withdrawn')
    expect([200, 403, 409]).toContain(accepted.status)
  },
)

test('D-11: also where acceptance would have come first by itself, meeting a withdrawal it is not run again', async () => {
  const town = await offered()
  Object.assign(town.world, { table: turningAway(town.table) })
  const answers = await Promise.all([town.accept(RECIPIENT, town.offerId), town.withdraw(GIVER, town.offerId)])
  expect(answers.map(({ status }) => status)).toEqual([409, 200])
  expect(town.offers()[0]).toMatchObject({ state: 'withdrawn' })
})
