import { describe, expect, test } from 'vitest'
import { Outbox, type OutboxEntry } from '../../shared/events.ts'
import { type AnyRecord, fromStored, type Stored } from '../../shared/table/record.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { pdfOf, widthsIn } from '../../test/arranging.ts'
import { holding } from '../../test/ask.ts'
import { killedAt } from '../../test/killing.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { documentAt, dossier, sha256Of } from '../../test/one-dossier.ts'
import { Killed } from '../../test/run-workflow.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type Document, Documents, type DocumentVersion, DocumentVersions, fileKey } from '../documents/records.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { jobTools } from '../kernel/job.ts'
import type { Outside } from '../kernel/line.ts'
import { arrange } from './arrange.ts'
import { keepArrangement } from './keep-arrangement.ts'
import { type PageArrangement, PageArrangements } from './records.ts'

const arrangementId = idOf(800)
const by = personOf('owner').personId
const base = { dossierId: dossier.dossierId, arrangementId, state: 'asked', reason: null, pages: null } as const
const asked = { askedBy: by, askedAt: NOW, endedAt: null } as const
const part = (at: number, pages: string | null) => ({
  documentId: idOf(810 + at),
  versionId: idOf(820 + at),
  name: `partie ${at}.pdf`,
  pages,
})

/** Documents with real PDFs, and what is to become of their pages. */
const given = async (arrangement: Partial<PageArrangement>, of: readonly Partial<Document>[] = [{}]) => {
  const store = memoryStore()
  const table = holding(create(Dossiers, { ...dossier, contents: { open: of.length, confidential: 0 } }))
  const made = await Promise.all(
    of.map(async (changes, at) => {
      const { document, version } = documentAt(at + 1, 'owner', changes)
      const bytes = await pdfOf(...[1, 2, 3].map((page) => 100 * (at + 1) + page))
      const storedVersionId = store.put({ bucket: 'documents', key: fileKey(version) }, bytes)
      return { document, version: { ...version, storedVersionId, length: bytes.length, sha256: sha256Of(bytes) } }
    }),
  )
  for (const { document, version } of made) table.put(create(Documents, document), create(DocumentVersions, version))
  const sources = made.map(({ version: { documentId, versionId } }) => ({ documentId, versionId }))
  const kind = { kind: 'split', parts: [part(1, '1-2'), part(2, '3')], droppedPages: null } as const
  table.put(create(PageArrangements, { ...base, ...kind, ...asked, sources, ...arrangement }))

  const all = <T>(record: AnyRecord): Stored<T>[] =>
    table
      .everything()
      .filter(({ recordName }) => recordName === record.name)
      .map((stored) => fromStored<T>(stored))
  let ids = 3000
  const run = (nth = Number.POSITIVE_INFINITY) => {
    const { steps, ...ports } = killedAt(nth, { table, files: store.files })
    const world = { ...ports, clock: () => NOW, newId: () => idOf(++ids) } as unknown as Outside
    const tools = jobTools(world, 'arrange-pages', 'run')
    const work = keepArrangement({ dossierId: dossier.dossierId, arrangementId }, tools, async (one) => ({
      result: await arrange(one),
    }))
    return { work, steps }
  }
  const results = async () => {
    const found = all<Document>(Documents).filter(({ cameBy }) => cameBy !== undefined)
    const versions = all<DocumentVersion>(DocumentVersions)
    return Promise.all(
      found.map(async (document) => {
        const version = versions.find(({ versionId }) => versionId === document.currentVersionId) as DocumentVersion
        const place = { bucket: 'documents', key: fileKey(version), versionId: version.storedVersionId } as const
        const bytes = store.bytesOf(place) as Buffer
        return { ...document, widths: await widthsIn(bytes), isIntact: sha256Of(bytes) === version.sha256 }
      }),
    )
  }
  return {
    store,
    table,
    run,
    results,
    sources: () => all<Document>(Documents).filter(({ cameBy }) => cameBy === undefined),
    arrangement: () => all<PageArrangement>(PageArrangements)[0] as Stored<PageArrangement>,
    dossier: () => all<Dossier>(Dossiers)[0] as Stored<Dossier>,
    events: () => all<OutboxEntry>(Outbox).map(({ type }) => type),
  }
}

test('P-06: split, a document is replaced by its parts in one moment, and kept', async () => {
  const it = await given({})
  await it.run().work
  expect(await it.results()).toMatchObject([
    { name: 'partie 1.pdf', state: 'received', widths: [101, 102], isIntact: true, cameBy: { way: 'pages' } },
    { name: 'partie 2.pdf', state: 'received', widths: [103], isIntact: true, createdBy: by },
  ])
  expect(it.sources()).toMatchObject([{ state: 'replaced' }])
  expect(it.arrangement()).toMatchObject({ state: 'done', endedAt: NOW })
  expect(it.dossier().contents).toEqual({ open: 3, confidential: 0 })
  expect(it.events().sort()).toEqual(['document-received', 'document-received', 'pages-arranged'])
})

test('P-06: merged, the documents follow each other in the order that was named', async () => {
  const it = await given({ kind: 'merge', parts: [part(1, null)] }, [{}, { state: 'in-process' }])
  await it.run().work
  expect(await it.results()).toMatchObject([{ widths: [101, 102, 103, 201, 202, 203] }])
  expect(it.sources().map(({ state }) => state)).toEqual(['replaced', 'replaced'])
})

test('D-07: what comes of something confidential is confidential from its first moment', async () => {
  const it = await given({ kind: 'merge', parts: [part(1, null)] }, [{}, { confidential: true }])
  await it.run().work
  expect(await it.results()).toMatchObject([{ confidential: true }])
})

test('P-06: pages that are in no part stop it, named, and nothing has changed', async () => {
  const it = await given({ parts: [part(1, '1')] })
  await it.run().work
  expect(it.arrangement()).toMatchObject({ state: 'failed', reason: 'pages-missing', pages: '2-3' })
  expect(await it.results()).toEqual([])
  expect(it.sources()).toMatchObject([{ state: 'received' }])
  expect(it.events()).toEqual(['pages-arranged'])
})

describe('P-06: what is no longer as it was when it was asked for is left alone', () => {
  test.each([
    ['sent meanwhile', { state: 'sending' }],
    ['replaced meanwhile', { state: 'replaced' }],
    ['newer by now', { currentVersionId: idOf(799) }],
  ] as const)('a document that is %s', async (_, changes) => {
    const it = await given({})
    const [source] = it.sources() as [Stored<Document>]
    await it.table.commit([update(Documents, source, changes)])
    await it.run().work
    expect(it.arrangement()).toMatchObject({ state: 'failed', reason: 'source-changed' })
    expect(await it.results()).toEqual([])
    expect(it.sources()).toMatchObject([changes])
  })
})

test('B-12: a file that is gone, or too slow, ends it with a reason', async () => {
  const it = await given({})
  it.store.lose({ bucket: 'documents', key: fileKey(documentAt(1, 'owner').version) })
  await it.run().work
  expect(it.arrangement()).toMatchObject({ state: 'failed', reason: 'damaged' })
})

const outcomeOf = async (it: Awaited<ReturnType<typeof given>>) => ({
  state: it.arrangement().state,
  results: (await it.results()).map(({ widths, isIntact }) => [widths, isIntact]),
  sources: it.sources().map(({ state }) => state),
  contents: it.dossier().contents,
  events: it.events().sort(),
})

const STEPS = 20

test('P-06: there is a moment for every step', async () => {
  const { run } = await given({})
  const { work, steps } = run()
  await work
  expect(steps()).toBe(STEPS)
})

test.each(Array.from({ length: STEPS }, (_, nth) => nth))(
  'P-06: killed at moment %i and run again, and once more, pages are arranged once',
  async (nth) => {
    const whole = await given({})
    await whole.run().work
    const it = await given({})
    await expect(it.run(nth).work).rejects.toThrow(Killed)
    // In between it is all done or nothing is.
    expect([0, 2]).toContain((await it.results()).length)
    expect(it.sources()[0]?.state === 'replaced').toBe((await it.results()).length === 2)
    await it.run().work
    await it.run().work
    expect(await outcomeOf(it)).toEqual(await outcomeOf(whole))
  },
)

test('P-06: a dossier that changes meanwhile is looked at again, and the work is not done again', async () => {
  const it = await given({})
  const { commit } = it.table
  let changed = 0
  Object.assign(it.table, {
    commit: async (writes: Parameters<typeof commit>[0]) => {
      if (changed++ < 2) await commit([update(Dossiers, it.dossier(), { clientName: `${changed}` })])
      return commit(writes)
    },
  })
  await it.run().work
  expect([changed, it.arrangement().state]).toEqual([3, 'done'])
  const [{ documentId, versionId } = { documentId: '', versionId: '' }] = it.arrangement().parts
  const key = fileKey({ dossierId: dossier.dossierId, documentId, versionId })
  expect(it.store.countOf({ bucket: 'documents', key })).toBe(1)
})

test('P-06: two runs at once arrange pages once', async () => {
  const it = await given({})
  await Promise.allSettled([it.run().work, it.run().work])
  await it.run().work
  expect((await it.results()).length).toBe(2)
  expect(it.events().filter((type) => type === 'pages-arranged')).toHaveLength(1)
  expect(await it.table.load({ it: perhaps(PageArrangements, it.arrangement()) })).toMatchObject({
    it: { state: 'done' },
  })
})
