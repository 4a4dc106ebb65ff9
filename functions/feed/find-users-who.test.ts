import { expect, test } from 'vitest'
import { People } from '../../shared/people.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { create } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { accessOf, dossier } from '../../test/one-dossier.ts'
import { NOW, personOf } from '../../test/world.ts'
import { type Dossier, DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { type Concern, concernOf } from './concerns.ts'

const { version: _, ...item } = dossier
const users = [
  'Administrator of the dossier',
  'Full Access of the dossier',
  'Document Processing of the dossier',
  'Full Feedback of the dossier',
  'Document Delivery of the dossier',
] as const satisfies readonly Persona[]
const [administrator, fullAccess, , fullFeedback] = users.map((persona) => personOf(persona).personId)

/** Whom an event in a dossier concerns that is as said. */
const told = (type: 'figures-published' | 'payments-exported', changes: Partial<Dossier>, by = 'somebody') => {
  const table = holding(
    create(Dossiers, { ...item, ...changes }),
    ...users.flatMap((persona) => [create(People, personOf(persona)), create(DossierAccesses, accessOf(persona))]),
  )
  const data = { dossierId: dossier.dossierId, publicationId: 'x', paymentFileId: 'x', kind: 'report', by }
  return (concernOf(type) as Concern).whom(data as never, { table, read: table.load, now: NOW } as never)
}

test('P-05: those client users are told of what is published who may read it', async () => {
  expect(await told('figures-published', { modules: ['figures'] })).toEqual([administrator, fullAccess, fullFeedback])
})

test('P-02: with figures off, and in a wholly confidential dossier, none of them is told', async () => {
  expect(await told('figures-published', { modules: ['archive', 'payment'] })).toEqual([])
  expect(await told('figures-published', { modules: ['figures'], confidential: true })).toEqual([])
})

test('P-04: the owner and the Administrators are told of a payment file, but for whoever made it', async () => {
  expect(await told('payments-exported', { modules: ['payment'] })).toEqual([item.ownerId, administrator])
  expect(await told('payments-exported', { modules: ['payment'] }, item.ownerId)).toEqual([administrator])
})

test('P-02: with payment off the owner alone is told', async () => {
  expect(await told('payments-exported', { modules: ['figures'] })).toEqual([item.ownerId])
})
