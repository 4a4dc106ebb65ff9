/** Transfers of many dossiers over HTTP, by the deployed workflow: to their end, and killed in the middle. */
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { describe, expect, test } from 'vitest'
import { besideOthers, NUMBERS_PUT_THERE } from '../../bench/measure-http.ts'
import { idsApart } from '../../bench/operations/ids-apart.ts'
import { put } from '../../bench/operations/memory-world.ts'
import { addSeconds, systemClock } from '../../shared/ports/clock.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { fullSheet } from '../../shared/sheet.ts'
import { create, update } from '../../shared/table/table.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { asOwner, localStack } from '../../test/journeys/local-stack.ts'
import { withOwnClock } from '../../test/journeys/own-clock.ts'
import { until } from '../../test/journeys/people-in-town.ts'
import { settlementOf } from '../../test/journeys/settlers.ts'
import { manyDossiers } from '../../test/many-dossiers.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { routes as dossierRoutes } from '../dossiers/routes.ts'
import { Shares } from '../sharing/records.ts'
import { routes } from './routes.ts'
import { executionOf } from './workflow.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const newId = idsApart()
const [coordinator, office] = await Promise.all([
  settlement.member({ name: 'Philippine Auzoux', roles: ['coordinator'] }),
  settlement.member({ name: 'Hortense Vidalie', roles: ['administrator'], sheet: fullSheet }),
])

/** Two practitioners, of whom one owns so many dossiers. */
const practitioners = async (count: number) => {
  const [giver, recipient] = await Promise.all([
    settlement.member({ name: 'Apolline Guérande' }),
    settlement.member({ name: 'Célimène Kerbrat' }),
  ])
  const { dossiers, writes } = manyDossiers(giver, count, newId)
  // Nobody created them: they leave the organisation's own numbers alone.
  await put(settlement.table, writes.flatMap(besideOthers))
  return { giver, recipient, dossiers, between: { fromId: giver.personId, toId: recipient.personId } }
}

const reason = 'Départ en congé de longue durée'
const read = (bulkTransferId: string) => coordinator.call(routes.readBulkTransfer, { params: { bulkTransferId } })
const ended = (bulkTransferId: string) =>
  until('end of the bulk transfer', async () => {
    const it = await read(bulkTransferId)
    return it.endedAt === null ? undefined : it
  })
const outcomes = async (bulkTransferId: string, state: 'moved' | 'failed') => {
  const found: { dossierId: string; reason: { code: string } | null }[] = []
  let cursor: string | undefined
  do {
    const page = await coordinator.call(routes.listBulkTransferDossiers, {
      params: { bulkTransferId },
      input: { state, limit: 100, ...(cursor && { cursor }) },
    })
    found.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return found
}
const status = async (who: Client, input: object) =>
  (await who.ask(routes.makeBulkTransfer, { input: { reason, ...input } as never })).status

describe('a coordinator transfers all dossiers of a practitioner', () => {
  test('D-12, D-13: what the dry run shows moves, each once, both are told, and the giver keeps no access', async () => {
    const { giver, recipient, dossiers, between } = await practitioners(301)
    // Of another client than the closed one, which stays the giver's and keeps them assigned to its client (S-12).
    const [closed, , shared] = dossiers as [Dossier, Dossier, Dossier]
    const stored = await settlement.stored<Dossier>(Dossiers, closed)
    await settlement.write(
      update(Dossiers, stored, { state: 'closed' }),
      create(Shares, {
        dossierId: shared.dossierId,
        personId: recipient.personId,
        access: 'read',
        givenBy: giver.personId,
        givenAt: systemClock(),
        until: null,
      }),
    )

    const dry = await coordinator.call(routes.dryRunBulkTransfer, { input: { ...between, limit: 50 } })
    expect(dry.counts).toEqual({ dossiers: 301, move: 49, stay: 1 })
    expect(dry.items[0]).toMatchObject({ number: NUMBERS_PUT_THERE + 1, moves: false, reason: { code: 'not-active' } })
    expect(JSON.stringify(dry)).not.toContain('Verrières')
    expect((await settlement.stored<Dossier>(Dossiers, shared)).ownerId).toBe(giver.personId)

    const asked = await coordinator.call(routes.makeBulkTransfer, { input: { ...between, reason } })
    expect(asked).toMatchObject({ state: 'planned', percent: 0, scope: 'all', attempt: 1 })
    const done = await ended(asked.bulkTransferId)
    expect(done).toMatchObject({
      state: 'done',
      counts: { dossiers: 300, planned: 0, moved: 300, failed: 0 },
      percent: 100,
    })
    expect(await outcomes(asked.bulkTransferId, 'moved')).toHaveLength(300)
    const params = { dossierId: shared.dossierId }
    expect(await recipient.call(dossierRoutes.readDossier, { params })).toMatchObject({ ownerId: recipient.personId })
    expect((await giver.ask(dossierRoutes.readDossier, { params })).status).toBe(404)
    for (const { email } of [giver, recipient]) {
      const { text } = await settlement.town.mailTo(email, (mail) => mail.text.includes('300'))
      expect(text).not.toContain('Verrières')
    }
    const { items } = await coordinator.call(routes.listBulkTransfers, { input: {} })
    expect(items).toContainEqual(done)
  })

  test('D-12: killed in the middle, it is resumed by itself: none lost, none doubled', async () => {
    const { dossiers, between } = await practitioners(200)
    await withOwnClock(stack, async () => {
      const { bulkTransferId } = await coordinator.call(routes.makeBulkTransfer, { input: { ...between, reason } })
      await until('first moved dossiers', async () =>
        (await read(bulkTransferId)).counts.moved > 0 ? true : undefined,
      )
      const states = new SFNClient(asOwner(stack))
      const machine = (stack.outputs.BulkTransferStateMachineArn ?? '').replace(':stateMachine:', ':execution:')
      await states.send(
        new StopExecutionCommand({ executionArn: `${machine}:${executionOf({ bulkTransferId, attempt: 1 })}` }),
      )
      expect(await read(bulkTransferId)).toMatchObject({ state: 'running', attempt: 1 })
      await settlement.town.tickAt(addSeconds(systemClock(), 120))

      const done = await ended(bulkTransferId)
      expect(done).toMatchObject({ state: 'done', attempt: 2, counts: { dossiers: 200, moved: 200, failed: 0 } })
      expect(new Set((await outcomes(bulkTransferId, 'moved')).map(({ dossierId }) => dossierId))).toEqual(
        new Set(dossiers.map(({ dossierId }) => dossierId)),
      )
    })
  })

  test('D-12: what fails is named with its reason, is never called success, and is retried alone', async () => {
    const { giver, recipient, dossiers, between } = await practitioners(4)
    const [first, second, third] = dossiers as [Dossier, Dossier, Dossier]
    await settlement.write(update(Dossiers, await settlement.stored<Dossier>(Dossiers, first), { state: 'closed' }))
    const dossierIds = [first, second].map(({ dossierId }) => dossierId)
    const { bulkTransferId } = await coordinator.call(routes.makeBulkTransfer, {
      input: { ...between, dossierIds: [...dossierIds, newUuid()], reason },
    })
    expect(await ended(bulkTransferId)).toMatchObject({
      state: 'done-with-failures',
      counts: { dossiers: 3, moved: 1, failed: 2 },
    })
    expect((await outcomes(bulkTransferId, 'failed')).map((one) => one.reason?.code).sort()).toEqual([
      'not-active',
      'not-found',
    ])

    await settlement.write(update(Dossiers, await settlement.stored<Dossier>(Dossiers, first), { state: 'active' }))
    const params = { bulkTransferId }
    expect(await coordinator.call(routes.resumeBulkTransfer, { params, input: {} })).toMatchObject({ attempt: 2 })
    expect(await ended(bulkTransferId)).toMatchObject({
      state: 'done-with-failures',
      counts: { dossiers: 3, moved: 2, failed: 1 },
    })
    const owners = await Promise.all(
      [first, second, third].map(async (one) => (await settlement.stored<Dossier>(Dossiers, one)).ownerId),
    )
    expect(owners).toEqual([recipient.personId, recipient.personId, giver.personId])
  })
})

test('D-12, D-13: who may not, and what cannot be transferred, is told at once', async () => {
  const { giver, recipient, between } = await practitioners(1)
  const deactivated = await settlement.member({ name: 'Aurélien Joannis', status: 'inactive' }).catch(() => undefined)
  expect(await status(giver, between)).toBe(403)
  expect(await status(office, between)).toBe(403)
  expect(await status(coordinator, { ...between, toId: coordinator.personId })).toBe(403)
  expect(await status(coordinator, { ...between, toId: giver.personId })).toBe(422)
  expect(await status(coordinator, { ...between, toId: newUuid() })).toBe(409)
  expect(await status(coordinator, { ...between, toId: office.personId })).toBe(409)
  if (deactivated !== undefined) expect(await status(coordinator, { ...between, toId: deactivated.personId })).toBe(409)
  expect(await status(coordinator, { fromId: newUuid(), toId: recipient.personId })).toBe(404)
  expect(await status(coordinator, { fromId: recipient.personId, toId: giver.personId })).toBe(409)
  expect(await status(coordinator, { ...between, dossierIds: [] })).toBe(400)
  const { bulkTransferId } = await coordinator.call(routes.makeBulkTransfer, { input: { ...between, reason } })
  expect((await giver.ask(routes.readBulkTransfer, { params: { bulkTransferId } })).status).toBe(404)
  await ended(bulkTransferId)
  const resumed = await coordinator.ask(routes.resumeBulkTransfer, { params: { bulkTransferId }, input: {} })
  expect(resumed).toMatchObject({ status: 409, body: { code: 'bulk-transfer-not-failed' } })
})
