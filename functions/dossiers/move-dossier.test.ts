import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../shared/audit.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps } from '../../shared/table/table.ts'
import { heldDossier, holdingsOf, officeHolding } from '../../test/held-dossiers.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { ClientAssignments } from '../clients/records.ts'
import { Documents } from '../documents/records.ts'
import { OfferClaims, Offers } from '../offers/records.ts'
import { Shares } from '../sharing/records.ts'
import { moveDossiers, readToMove, wholeTo, withdrawOffers } from './move-dossier.ts'
import { type Dossier, Dossiers } from './records.ts'

const from = personOf('owner').personId
const to = personOf('stranger').personId
const named = { at: NOW, by: from }
const office = (dossier: Dossier) => officeHolding(['owner', 'stranger', 'responsible', 'administrator'], [dossier])

const shareFor = (dossierId: string, personId: string) =>
  create(Shares, { dossierId, personId, access: 'write', givenBy: from, givenAt: NOW, until: null })

const move = async (table: MemoryTable, dossierId: string) => {
  const { found, offers } = await readToMove(from, [{ dossierId, to }], table.load as never)
  const dossier = found.dossier(dossierId) as Stored<Dossier>
  const ended = withdrawOffers(offers, named)
  return {
    writes: [...moveDossiers(from, [wholeTo(dossier, to)], found, named), ...ended.writes],
    events: ended.events,
  }
}

const dossierNow = async (table: MemoryTable, dossierId: string) =>
  (await table.load({ found: perhaps(Dossiers, { dossierId }) })).found

describe('the whole of a dossier', () => {
  test('D-13: goes to its new owner, with who answers for it where the former owner did', async () => {
    const dossier = heldDossier(1, 'owner')
    const table = await office(dossier)
    expect(await table.commit((await move(table, dossier.dossierId)).writes)).toBe('done')
    expect(await dossierNow(table, dossier.dossierId)).toMatchObject({
      ...dossier,
      ownerId: to,
      ownerNamed: named,
      responsibleId: to,
      responsibleNamed: named,
    })
    expect(await holdingsOf(table, from)).toMatchObject({ dossiers: 0, responsibilities: 0 })
    expect(await holdingsOf(table, to)).toMatchObject({ dossiers: 1, responsibilities: 1 })
  })

  test('D-13: keeps somebody else who answers for it', async () => {
    const dossier = heldDossier(1, 'owner', 'responsible')
    const table = await office(dossier)
    expect(await table.commit((await move(table, dossier.dossierId)).writes)).toBe('done')
    const after = await dossierNow(table, dossier.dossierId)
    expect(after).toMatchObject({ ownerId: to, responsibleId: dossier.responsibleId })
    expect(after).not.toHaveProperty('responsibleNamed')
  })

  test('D-13: shares stay, but for the new owner; the former owner keeps nothing', async () => {
    const dossier = heldDossier(1, 'owner')
    const { dossierId } = dossier
    const table = await office(dossier)
    // The giver's own: they were given it in the very moment in which they became the owner.
    table.put(
      shareFor(dossierId, to),
      shareFor(dossierId, from),
      shareFor(dossierId, personOf('administrator').personId),
    )
    expect(await table.commit((await move(table, dossierId)).writes)).toBe('done')
    const left = table.everything().filter(({ recordName }) => recordName === Shares.name)
    expect(left.map(({ personId }) => personId)).toEqual([personOf('administrator').personId])
    const { assignment } = await table.load({
      assignment: perhaps(ClientAssignments, { clientId: dossierId, personId: from }),
    })
    expect(assignment).toBeUndefined()
  })

  test('D-14: is offered to nobody any more, and both sides are told', async () => {
    const dossier = heldDossier(1, 'owner')
    const { dossierId } = dossier
    const offerId = idOf(0x900)
    const recipientId = personOf('administrator').personId
    const table = await office(dossier)
    table.put(
      create(Offers, {
        dossierId,
        offerId,
        giverId: from,
        recipientId,
        message: null,
        state: 'pending',
        offeredAt: NOW,
        expiresAt: addSeconds(NOW, DAY),
        outcome: null,
      }),
      create(OfferClaims, { dossierId, offerId }),
    )
    const { writes, events } = await move(table, dossierId)
    expect(await table.commit(writes)).toBe('done')
    expect(events).toEqual([
      { type: 'offer-ended', data: { dossierId, offerId, from, to: recipientId, outcome: 'withdrawn', by: from } },
    ])
    const { claim } = await table.load({ claim: perhaps(OfferClaims, { dossierId }) })
    expect(claim).toBeUndefined()
  })

  test('D-14: of two moves at once, one is made', async () => {
    const dossier = heldDossier(1, 'owner')
    const table = await office(dossier)
    const [first, second] = [await move(table, dossier.dossierId), await move(table, dossier.dossierId)]
    expect(await table.commit(first.writes)).toBe('done')
    expect(await table.commit(second.writes)).not.toBe('done')
    expect(await holdingsOf(table, to)).toMatchObject({ dossiers: 1 })
  })
})

/** A dossier with so many documents in it. */
const withDocuments = async (many: number) => {
  const dossier: Dossier = { ...heldDossier(1, 'owner'), contents: { open: many, confidential: 0 } }
  const { dossierId } = dossier
  const table = await office(dossier)
  table.put(
    ...Array.from({ length: many }, (_, at) =>
      create(Documents, {
        dossierId,
        documentId: idOf(0x10_000 + at),
        name: `facture-${at}.pdf`,
        contentType: 'application/pdf',
        length: 10,
        sha256: '0'.repeat(64),
        state: 'received',
        currentVersionId: idOf(0x20_000 + at),
        transferId: null,
        failure: null,
        createdAt: NOW,
        createdBy: from,
      }),
    ),
  )
  return { table, dossierId }
}

test('D-11: a dossier with 5,000 documents moves as cheaply as one with one: same calls, same writes, same size', async () => {
  const measured = async (many: number) => {
    const { table, dossierId } = await withDocuments(many)
    const before = table.calls.length
    const { writes } = await move(table, dossierId)
    const told = { at: NOW, actorId: from, door: 'api', action: 'offer.answer', ruleId: null, requestId: 'r' } as const
    const entries = entriesOf({ ...told, trail: 'x' }, writes, () => idOf(1)).map(({ changes }) => changes)
    expect(await table.commit(writes)).toBe('done')
    const calls = table.calls.slice(before).map(({ operation, items }) => ({ operation, items }))
    return { calls, bytes: JSON.stringify([writes, entries]).replaceAll(String(many), 'N').length }
  }
  const [small, large] = [await measured(1), await measured(5000)]
  expect(large.calls).toEqual(small.calls)
  expect(small.calls.at(-1)).toEqual({ operation: 'TransactWriteItems', items: 6 })
  expect(Math.abs(large.bytes - small.bytes)).toBeLessThan(100)
})
