/**
 * D-07 under concurrency: whoever adds, marks, unmarks, removes and sets the whole confidential at the same time, in
 * whatever order their reads and writes meet, the label agrees with what is in the dossier after every commit.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { directory } from '../../bench/operations/ports.ts'
import { route } from '../../shared/contract/route.ts'
import { nothing } from '../../shared/contract/schemas.ts'
import { People } from '../../shared/people.ts'
import { isProblem } from '../../shared/problems.ts'
import { compile } from '../../shared/rules/decide.ts'
import { create, remove, type Table } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import { memoryStore } from '../../test/memory-store.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { documentAt, dossier } from '../../test/one-dossier.ts'
import { NOW, personOf } from '../../test/world.ts'
import { type Document, Documents } from '../documents/records.ts'
import { document } from '../documents/resource.ts'
import type { Handler } from '../kernel/handler.ts'
import { takeLine } from '../kernel/line.ts'
import { rules } from '../rules.ts'
import { holdContent, type Label, labelOf } from './contents.ts'
import { setConfidentiality } from './handlers/set-confidentiality.ts'
import { markItem } from './mark-item.ts'
import { type Dossier, Dossiers } from './records.ts'
import { dossier as onDossier } from './resource.ts'
import { routes } from './routes.ts'

const owner = personOf('owner')
const { dossierId } = dossier
const declared = { summary: 'Changes what is in a dossier', output: nothing, uses: { table: 'write' } } as const

/** What every owner of content does, in its shortest form. */
const add = route('POST /v1/odd/{dossierId}/documents', {
  ...declared,
  action: 'document.import',
  on: onDossier,
  input: nothing,
  repeatable: true,
})
const mark = route('PUT /v1/odd/{dossierId}/documents/{documentId}', {
  ...declared,
  action: 'item.mark-confidential',
  on: document,
  input: z.strictObject({ confidential: z.boolean() }),
  repeatable: true,
})
const takeAway = route('DELETE /v1/odd/{dossierId}/documents/{documentId}', {
  ...declared,
  action: 'item.move',
  on: document,
  input: nothing,
  given: () => ({ copy: { widens: false } }),
  repeatable: true,
})
const added: Handler<typeof add> = ({ dossier: held, newId: fresh }) => {
  const confidential = held.confidential === true
  const item = { ...documentAt(1, 'owner').document, documentId: fresh(), ...(confidential && { confidential }) }
  return {
    view: {},
    writes: [create(Documents, item), holdContent(held, confidential ? { confidential: 1 } : { open: 1 })],
  }
}
const marked: Handler<typeof mark> = ({ document: item, dossier: held, input }) => ({
  view: {},
  writes: markItem(Documents, item, held, input.confidential),
})
const takenAway: Handler<typeof takeAway> = ({ document: item, dossier: held }) => ({
  view: {},
  writes: [
    remove(Documents, item),
    holdContent(held, item.confidential === true ? { confidential: -1 } : { open: -1 }),
  ],
})

const operations = {
  add: [add, added],
  mark: [mark, marked],
  remove: [takeAway, takenAway],
  whole: [routes.setConfidentiality, setConfidentiality],
} as const

type Deed = { readonly does: keyof typeof operations; readonly at: number; readonly confidential: boolean }

/** Three documents that lie there already, the first one marked. */
const standing = [1, 2, 3].map((at) => documentAt(at, 'owner', { confidential: at === 1 }).document)

const inTable = (table: MemoryTable) => {
  const of = (name: string) => table.everything().filter(({ recordName }) => recordName === name) as object[]
  return { held: of('dossier')[0] as Dossier, items: of('document') as Document[] }
}

/** The label, worked out from the items one by one, and by nothing else. */
const labelByItems = ({ held, items }: ReturnType<typeof inTable>): Label => {
  if (held.confidential === true) return 'confidential'
  const marks = items.filter(({ confidential }) => confidential === true).length
  if (marks === 0) return 'open'
  return marks === items.length ? 'confidential' : 'partially-confidential'
}

// Those who met try again at once: what is tested is the order in which they meet, which the scheduler chooses.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0))
afterEach(() => void vi.restoreAllMocks())

test('D-07: the label agrees with the items after every commit, however many change them at once', async () => {
  const deed = fc.record<Deed>({
    does: fc.constantFrom<Deed['does']>('add', 'mark', 'mark', 'remove', 'whole'),
    at: fc.nat(standing.length - 1),
    confidential: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(deed, { minLength: 2, maxLength: 6 }), async (scheduler, deeds) => {
      const memory = holding(
        create(People, owner),
        create(Dossiers, { ...dossier, contents: { open: 2, confidential: 1 } }),
        ...standing.map((item) => create(Documents, item)),
      )
      const seen: [Label, Label][] = []
      const table: Table = {
        load: scheduler.scheduleFunction(memory.load) as Table['load'],
        list: memory.list,
        commit: scheduler.scheduleFunction(async (writes) => {
          const committed = await memory.commit(writes)
          const now = inTable(memory)
          seen.push([labelOf(now.held), labelByItems(now)])
          return committed
        }),
      }
      const world = {
        table,
        files: memoryStore().files,
        directory,
        policy: compile(rules),
        clock: () => NOW,
        newId,
        publicUrl: 'https://greffe.example',
      }
      const ended = await scheduler.waitFor(Promise.all(deeds.map((one, at) => takeLine(world, ...requestOf(one, at)))))
      for (const [label, byItems] of seen) expect(label).toBe(byItems)
      const { held, items } = inTable(memory)
      const confidential = items.filter((item) => item.confidential === true).length
      expect(held.contents).toEqual({ open: items.length - confidential, confidential })
      // Whatever met was made again; what was removed meanwhile is not there to be marked.
      const problems = ended.flatMap((one) => (isProblem(one) ? [one.problem] : []))
      expect(problems.filter((one) => one !== 'not-found')).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 120_000)

const requestOf = ({ does, at, confidential }: Deed, number: number) => {
  const [declaredRoute, handler] = operations[does]
  const params = { dossierId, documentId: standing[at]?.documentId ?? '' }
  const asks = does === 'mark' || does === 'whole'
  return [
    declaredRoute as never,
    handler as never,
    {
      method: declaredRoute.method,
      rawPath: `/${number}`,
      params,
      query: {},
      body: asks ? JSON.stringify({ confidential }) : null,
      contentType: 'application/json',
      ifMatch: null,
      idempotencyKey: null,
      language: null,
      tokenPersonId: owner.personId,
      source: 'test',
      requestId: `request-${number}`,
    },
  ] as const
}

test('D-08: what is added while the whole is confidential keeps its mark when that is lifted; what was there, its own', async () => {
  const memory = holding(
    create(People, owner),
    create(Dossiers, { ...dossier, contents: { open: 2, confidential: 1 } }),
    ...standing.map((item) => create(Documents, item)),
  )
  const world = {
    table: memory,
    files: memoryStore().files,
    directory,
    policy: compile(rules),
    clock: () => NOW,
    newId,
    publicUrl: 'https://greffe.example',
  }
  const deeds: Deed[] = [
    { does: 'whole', at: 0, confidential: true },
    { does: 'add', at: 0, confidential: false },
    { does: 'mark', at: 1, confidential: true },
    { does: 'whole', at: 0, confidential: false },
  ]
  for (const [at, one] of deeds.entries()) await takeLine(world, ...requestOf(one, at))
  const { held, items } = inTable(memory)
  const marksOf = (ids: readonly string[]) =>
    ids.map((id) => items.find(({ documentId }) => documentId === id)?.confidential === true)
  const [first, second, third] = standing.map(({ documentId }) => documentId) as [string, string, string]
  const fresh = items.map(({ documentId }) => documentId).filter((id) => ![first, second, third].includes(id))
  expect(marksOf([first, second, third, ...fresh])).toEqual([true, true, false, true])
  expect([held.contents, labelOf(held)]).toEqual([{ open: 1, confidential: 3 }, 'partially-confidential'])
})

test('a mark that is there already is not written again', () => {
  const [first] = standing as [Document]
  expect(markItem(Documents, { ...first, version: 1 }, dossier, true)).toEqual([])
  expect(markItem(Documents, { ...first, version: 1 }, dossier, false)).toHaveLength(2)
})
