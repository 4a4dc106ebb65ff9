import { expect, test } from 'vitest'
import { Outbox, type OutboxEntry } from '../../shared/events.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { fromStored } from '../../shared/table/record.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { documentAt, dossier } from '../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type Document, Documents } from '../documents/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { type ApprovalRule, PortalSettingsOf, type Transmission } from '../portal/records.ts'
import { type Transfer, Transfers } from './records.ts'
import { transmitDocuments, transmitWaiting } from './transmit-documents.ts'

const { dossierId } = dossier
const rule: ApprovalRule = { ruleId: idOf(810), name: 'Achats', kinds: ['purchase'], approverIds: [], mode: 'any' }

type Wanted = Partial<Document> & { readonly by?: Persona }

/** A dossier with its settings and documents, and what became of them. */
const dossierWith = (
  transmission: Transmission | undefined,
  wanted: readonly Wanted[],
  { of = {}, rules = [] }: { readonly of?: object; readonly rules?: readonly ApprovalRule[] } = {},
) => {
  const made = wanted.map(({ by = 'Full Access of the dossier', ...changes }, at) => documentAt(at + 1, by, changes))
  const settings = { dossierId, rulesVersion: 1, rules, changedAt: NOW, changedBy: dossier.createdBy }
  const table = holding(
    create(Dossiers, { ...dossier, ...of }),
    ...made.map(({ document }) => create(Documents, document)),
    ...(transmission === undefined ? [] : [create(PortalSettingsOf, { ...settings, transmission })]),
  )
  const all = <T>(name: string): T[] =>
    table.everything().flatMap((item) => (item.recordName === name ? [fromStored<T>(item)] : []))
  return {
    table,
    ids: made.map(({ document }) => document.documentId),
    tools: (through: MemoryTable = table) =>
      jobTools({ table: through, newId, clock: () => NOW } as unknown as World, 'transmit', 'event', NOW),
    transfers: () => all<Transfer>(Transfers.name),
    events: () => all<OutboxEntry>(Outbox.name),
    states: async () => {
      const found = await table.load(
        Object.fromEntries(made.map(({ document }) => [document.documentId, perhaps(Documents, document)])),
      )
      return made.map(({ document }) => (found[document.documentId] as Document | undefined)?.state)
    },
  }
}

const each: readonly Wanted[] = [
  { state: 'received' },
  { state: 'in-process' },
  { state: 'to-approve' },
  { state: 'approved' },
  { state: 'approved', confidential: true },
  { state: 'received', kind: 'purchase' },
  { state: 'received', kind: 'sale' },
]
const left = each.map(({ state }) => state)
const sentOf = (...at: readonly number[]) => left.map((state, nth) => (at.includes(nth) ? 'sending' : state))

test.each([
  ['nobody has set anything', undefined, {}, left],
  ['it is off', 'off', {}, left],
  ['what is approved is sent', 'approved', {}, sentOf(3)],
  ['everything is that no rule covers', 'all', {}, sentOf(3, 6)],
  ['the dossier is closed', 'all', { state: 'closed' }, left],
  ['the dossier is archived', 'all', { state: 'archived' }, left],
  ['the dossier is confidential as a whole', 'all', { confidential: true }, left],
] as const)('P-08: what is sent without a person where %s', async (_, transmission, of, expected) => {
  const it = dossierWith(transmission, each, { of, rules: [rule] })
  await transmitDocuments(dossierId, it.ids, it.tools())
  expect(await it.states()).toEqual(expected)
})

test('P-08: without any rule, all that comes in is sent, but what somebody processes by then waits for them', async () => {
  const it = dossierWith('all', each)
  await transmitDocuments(dossierId, it.ids, it.tools())
  expect(await it.states()).toEqual(sentOf(0, 3, 5, 6))
})

test('P-08: what comes in together goes in one sending, in the name of whoever put it in, and says it is automatic', async () => {
  const delivery = 'Document Delivery of the dossier'
  const approved = { state: 'approved' } as const
  const it = dossierWith('approved', [approved, approved, { ...approved, by: delivery }, approved])
  expect(await transmitDocuments(dossierId, it.ids, it.tools())).toBe(4)
  expect(it.transfers().map(({ documents, askedBy, automatic }) => [documents.length, askedBy, automatic])).toEqual([
    [3, personOf('Full Access of the dossier').personId, true],
    [1, personOf(delivery).personId, true],
  ])
  expect(it.events().map(({ type }) => type)).toEqual(['transfer-asked', 'transfer-asked'])
})

test('P-08: told twice, or twice at the same moment, each document is in one sending', async () => {
  const it = dossierWith('approved', [{ state: 'approved' }, { state: 'approved' }])
  await Promise.all([
    transmitDocuments(dossierId, it.ids, it.tools()),
    transmitDocuments(dossierId, it.ids, it.tools()),
  ])
  await transmitDocuments(dossierId, it.ids, it.tools())
  expect(it.transfers().flatMap(({ documents }) => documents)).toHaveLength(2)
})

test('P-08: what changes at the same moment is looked at again: a document, a rule, the setting', async () => {
  const it = dossierWith('all', [{ state: 'received' }, { state: 'received', kind: 'sale' }])
  let commits = 0
  const through: MemoryTable = {
    ...it.table,
    commit: async (writes) => {
      if (++commits === 1) {
        const { settings } = await it.table.load({ settings: perhaps(PortalSettingsOf, { dossierId }) })
        await it.table.commit([update(PortalSettingsOf, settings as never, { rules: [rule] })])
      }
      return it.table.commit(writes)
    },
  }
  expect(await transmitDocuments(dossierId, it.ids, it.tools(through))).toBe(1)
  expect(await it.states()).toEqual(['received', 'sending'])
})

test('P-08: turned on, all that waits is sent, however much it is, in several goes', async () => {
  const it = dossierWith(
    'approved',
    Array.from({ length: 450 }, (_, at) => ({ state: at % 9 === 0 ? 'received' : 'approved' }) as const),
  )
  await transmitWaiting({ dossierId, after: null }, it.tools())
  const goesOn = it.events().flatMap(({ type, data }) => (type === 'transmission-set' ? [data] : []))
  expect(goesOn).toHaveLength(1)
  for (const told of goesOn) await transmitWaiting(told, it.tools())
  const states = await it.states()
  expect(states.filter((state) => state === 'sending')).toHaveLength(400)
  expect(states.filter((state) => state === 'received')).toHaveLength(50)
  for (const { documents } of it.transfers()) expect(documents.length).toBeLessThanOrEqual(40)
  expect(it.events().filter(({ type }) => type === 'transmission-set')).toHaveLength(1)
})
