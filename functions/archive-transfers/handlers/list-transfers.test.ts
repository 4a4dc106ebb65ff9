import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Transfer, Transfers } from '../records.ts'
import { listTransfers } from './list-transfers.ts'

const transferBy = (at: number, persona: Persona): Transfer => ({
  dossierId: dossier.dossierId,
  transferId: idOf(at),
  state: 'sent',
  attempt: 1,
  documents: [],
  askedBy: personOf(persona).personId,
  askedAt: NOW,
  activeAt: NOW,
  endedAt: NOW,
})

const table = holding(
  create(Transfers, transferBy(551, 'Document Delivery of the dossier')),
  create(Transfers, transferBy(552, 'Full Access of the dossier')),
  create(Transfers, transferBy(553, 'Document Delivery of the dossier')),
)

const listed = async (persona: Persona, access?: object) => {
  const input = { limit: 50 }
  const outcome = ask(listTransfers, { as: personOf(persona), table, things: { dossier, access }, input })
  return (await granted(outcome)).view.items.map(({ transferId }) => transferId)
}

test('P-09: who sees all documents in process sees all sendings, newest first', async () => {
  expect(await listed('Full Access of the dossier', accessOf('Full Access of the dossier'))).toEqual(
    [553, 552, 551].map(idOf),
  )
  expect(await listed('owner')).toEqual([553, 552, 551].map(idOf))
})

test('P-04: Document Delivery sees their own sendings only', async () => {
  const access = accessOf('Document Delivery of the dossier')
  expect(await listed('Document Delivery of the dossier', access)).toEqual([553, 551].map(idOf))
})

test('P-04: a former user sees none, not even their own', async () => {
  expect(await listed('Document Delivery of the dossier')).toEqual([])
})
