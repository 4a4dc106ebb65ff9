import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create, update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { coordinator, giver, recipient, transferring } from '../../../test/bulk-transferring.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { OfferClaims } from '../../offers/records.ts'
import { dryRunBulkTransfer } from './dry-run-bulk-transfer.ts'

const between = { fromId: giver.personId, toId: recipient.personId }
const asked = (input: object, table: Awaited<ReturnType<typeof transferring>>['table']) =>
  ask(dryRunBulkTransfer, { as: coordinator, table, input: { limit: 50, ...between, ...input } })

test('D-12: shows what would move, what not and why, and writes nothing', async () => {
  const it = await transferring(4)
  const [first, second] = it.dossiers()
  await it.write(update(Dossiers, first as never, { state: 'closed' }))
  await it.write(create(OfferClaims, { dossierId: second?.dossierId ?? '', offerId: idOf(1) }))
  const { view, writes, events } = await granted(asked({}, it.table))
  expect(view.counts).toEqual({ dossiers: 4, move: 3, stay: 1 })
  expect(view.items.map(({ moves, endsOffer }) => [moves, endsOffer])).toEqual([
    [false, false],
    [true, true],
    [true, false],
    [true, false],
  ])
  expect(view.items[0]?.reason).toEqual({ code: 'not-active', text: "Le dossier n'est pas actif." })
  expect([writes, events]).toEqual([undefined, undefined])
})

test('D-12: of named dossiers, each is shown with why it would stay', async () => {
  const it = await transferring(2)
  const [own, gone] = it.dossiers()
  await it.write(update(Dossiers, gone as never, { ownerId: recipient.personId }))
  const elsewhere = { ...own, dossierId: idOf(3), ownerId: personOf('responsible').personId }
  await it.write(create(Dossiers, elsewhere as never))
  const dossierIds = [own?.dossierId, gone?.dossierId, idOf(2), idOf(3)]
  const { view } = await granted(asked({ dossierIds }, it.table))
  const why = new Map(view.items.map(({ dossierId, reason }) => [dossierId, reason?.code]))
  expect([own?.dossierId, gone?.dossierId, idOf(2), idOf(3)].map((id) => why.get(id ?? ''))).toEqual([
    undefined,
    'already-owner',
    'not-found',
    'not-of-giver',
  ])
  expect(view.counts.dossiers).toBe(4)
})

test.each([{}, { named: true }])('D-12: pages follow one another until all were shown once: %o', async ({ named }) => {
  const it = await transferring(7)
  const ids = it.dossiers().map(({ dossierId }) => dossierId)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const input = { limit: 3, cursor, ...(named && { dossierIds: [...ids].reverse() }) }
    const { view } = await granted(asked(input, it.table))
    seen.push(...view.items.map(({ dossierId }) => dossierId))
    cursor = view.cursor ?? undefined
  } while (cursor !== undefined)
  expect(seen).toEqual(ids)
})

test('D-12: what a dry run shows is the number, never the client', async () => {
  const it = await transferring(2)
  expect(JSON.stringify(await asked({}, it.table))).not.toContain('Verrières')
})

test.each([
  ['recipient-is-giver', { toId: giver.personId }],
  ['recipient-not-eligible', { toId: idOf(9) }],
  ['recipient-not-eligible', { toId: coordinator.personId }],
  ['not-found', { fromId: idOf(9) }],
  ['nothing-to-transfer', { fromId: recipient.personId, toId: personOf('responsible').personId }],
] as const)('D-13: is refused as the transfer would be: %s', async (code, input) => {
  const it = await transferring(1)
  expect(await asked(input, it.table)).toEqual(problem(code))
  expect(it.transfer().activeAt).toBe(NOW)
})
