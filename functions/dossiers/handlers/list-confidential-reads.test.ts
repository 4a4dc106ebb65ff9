import { expect, test } from 'vitest'
import { type ConfidentialRead, ConfidentialReads } from '../../../shared/confidential-reads.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { rules } from '../../rules.ts'
import { listConfidentialReads } from './list-confidential-reads.ts'

const as = personOf('owner')
const { dossierId } = dossier
const read = (at: number, more: Partial<ConfidentialRead> = {}): ConfidentialRead => ({
  dossierId,
  readId: idOf(at),
  at: NOW,
  personId: personOf('stranger').personId,
  door: 'api',
  action: 'document.read',
  items: [{ kind: 'document', id: idOf(600) }],
  ruleId: 'document.read/collaborator',
  path: ['share'],
  ...more,
})
const listed = (table: ReturnType<typeof holding>, input: object) =>
  granted(ask(listConfidentialReads, { as, table, things: { dossier }, input }))

test('D-10: the owner sees who read what, when, and why they might, the newest first', async () => {
  const table = holding(...[1, 2, 3].map((at) => create(ConfidentialReads, read(at))))
  const { view } = await listed(table, { limit: 2 })
  expect(view.items.map(({ readId }) => readId)).toEqual([3, 2].map(idOf))
  const rule = rules.find(({ id }) => id === 'document.read/collaborator')
  expect(view.items[0]).toMatchObject({
    at: NOW,
    personId: personOf('stranger').personId,
    door: 'api',
    action: 'document.read',
    items: [{ kind: 'document', id: idOf(600) }],
    rule: { id: rule?.id, source: rule?.source, en: rule?.en, fr: rule?.fr },
    path: [{ step: 'share', en: expect.any(String), fr: expect.any(String) }],
  })
  const { view: rest } = await listed(table, { limit: 2, cursor: view.cursor })
  expect([rest.items.map(({ readId }) => readId), rest.cursor]).toEqual([[idOf(1)], null])
})

test('a rule that has another name since keeps the one it had, without its words', async () => {
  const table = holding(create(ConfidentialReads, read(1, { ruleId: 'document.read/once' })))
  const { view } = await listed(table, { limit: 2 })
  expect(view.items[0]?.rule).toEqual({ id: 'document.read/once', source: null, en: null, fr: null })
})

test('reads of another dossier are not among them', async () => {
  const table = holding(create(ConfidentialReads, read(1, { dossierId: idOf(77) })))
  expect((await listed(table, { limit: 2 })).view.items).toEqual([])
})
