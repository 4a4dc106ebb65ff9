import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Document, Documents, DocumentTexts } from '../../documents/records.ts'
import { documentStateNames } from '../../documents/states.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { PageArrangement } from '../records.ts'
import { routes } from '../routes.ts'
import { mergeDocuments } from './merge-documents.ts'
import { readPageArrangement } from './read-page-arrangement.ts'
import { splitDocument } from './split-document.ts'
import { takeBackDocument } from './take-back-document.ts'

const as = personOf('owner')
const stored = (document: Document) => ({ ...document, version: 3 })

const split = (input: object, changes: Partial<Document> = {}, pages?: number) => {
  const { document, version } = documentAt(1, 'owner', changes)
  const { documentId, versionId } = version
  const ids = { dossierId: dossier.dossierId, documentId, versionId }
  const none = { reason: null, characters: 1, length: 1, sha256: '', storedVersionId: null, at: NOW }
  const table = holding(
    ...(pages === undefined ? [] : [create(DocumentTexts, { ...ids, ...none, state: 'done', pages })]),
  )
  return ask(splitDocument, { as, table, things: { document: stored(document), dossier }, input })
}

/** `each` is given by the kernel: here it is given by hand. */
const merge = (documents: readonly Document[]) => {
  const each = documents.map((document) => ({ document: stored(document) }))
  const handler = ((context: object) => mergeDocuments({ ...context, each } as never)) as typeof mergeDocuments
  return ask(handler as Handler<typeof routes.mergeDocuments>, { as, things: { dossier }, input: { name: 'Tout.pdf' } })
}

test('P-06: a splitting is asked for with the documents that it will make, and changes nothing yet', async () => {
  const input = { parts: [{ pages: '1-2' }, { pages: '4', name: 'annexe.pdf' }], droppedPages: '3' }
  const { view, writes, events } = await granted(split(input, { name: 'contrat.PDF' }, 4))
  expect(view).toMatchObject({ kind: 'split', state: 'asked', reason: null, droppedPages: '3' })
  expect(view.parts.map(({ name, pages }) => [name, pages])).toEqual([
    ['contrat (1).pdf', '1-2'],
    ['annexe.pdf', '4'],
  ])
  expect(writes?.map(({ op, record }) => [op, record.name])).toEqual([
    ['create', 'page-arrangement'],
    ['require', 'document'],
  ])
  expect(events).toMatchObject([{ type: 'pages-asked', data: { arrangementId: view.arrangementId } }])
})

test.each([
  ['between two parts', { parts: [{ pages: '1' }, { pages: '4' }] }, undefined, '2-3'],
  ['at the end, where it is known how many there are', { parts: [{ pages: '1-2' }] }, 5, '3-5'],
] as const)('P-06: a page that is in no part is named, %s', async (_, input, pages, missing) => {
  expect(await split(input, {}, pages)).toMatchObject({ problem: 'pages-missing', errors: [{ detail: missing }] })
})

test.each(documentStateNames)('P-06: whether a document that is %s can be split is told', async (state) => {
  const outcome = await split({ parts: [{ pages: '1' }] }, { state })
  const isFree = ['received', 'in-process', 'rejected'].includes(state)
  expect('problem' in outcome).toBe(!isFree)
  if ('problem' in outcome) expect(routes.splitDocument.problems).toContain(outcome.problem)
})

test('P-06: only PDFs are split; PDFs and pictures are merged', async () => {
  const picture = documentAt(2, 'owner', { contentType: 'image/jpeg', detectedType: 'image/jpeg' }).document
  const letter = documentAt(3, 'owner', { detectedType: 'text/plain' }).document
  const pdf = documentAt(1, 'owner').document
  expect(await split({ parts: [{ pages: '1' }] }, { detectedType: 'image/jpeg' })).toEqual(problem('not-a-pdf'))
  expect(await merge([pdf, letter])).toEqual(problem('not-a-pdf'))
  const { view } = await granted(merge([pdf, picture]))
  expect(view).toMatchObject({ kind: 'merge', parts: [{ name: 'Tout.pdf', pages: null }] })
  expect(view.sources.map(({ documentId }) => documentId)).toEqual([pdf.documentId, picture.documentId])
})

test.each([
  ['of one document', [idOf(1)]],
  ['of one document twice', [idOf(1), idOf(1)]],
  ['of more than 20', Array.from({ length: 21 }, (_, at) => idOf(at))],
])('P-06: a merging %s is none', (_, documentIds) => {
  expect(routes.mergeDocuments.input.safeParse({ documentIds, name: 'Tout.pdf' }).success).toBe(false)
})

test('P-06: what was replaced is taken back as it was; anything else has nothing to be taken back from', async () => {
  const replaced = documentAt(1, 'owner', { state: 'replaced' }).document
  const { view, writes } = await granted(ask(takeBackDocument, { as, things: { document: stored(replaced), dossier } }))
  expect(view).toMatchObject({
    state: 'received',
    sha256: replaced.sha256,
    currentVersionId: replaced.currentVersionId,
  })
  expect(writes).toHaveLength(1)
  const received = documentAt(1, 'owner').document
  expect(await ask(takeBackDocument, { as, things: { document: stored(received), dossier } })).toEqual(
    problem('document-not-replaced'),
  )
})

test('D-09: whoever may not see all that is arranged is told of no such thing; a failure is told in words', async () => {
  const { document, version } = documentAt(1, 'owner', { confidential: true })
  const arrangement: PageArrangement = {
    dossierId: dossier.dossierId,
    arrangementId: idOf(800),
    kind: 'split',
    state: 'failed',
    reason: 'pages-missing',
    pages: '3',
    sources: [{ documentId: document.documentId, versionId: version.versionId }],
    parts: [],
    droppedPages: null,
    askedBy: as.personId,
    askedAt: NOW,
    endedAt: NOW,
  }
  const asked = (persona: Parameters<typeof personOf>[0]) =>
    ask(readPageArrangement, {
      as: personOf(persona),
      table: holding(create(Documents, document)),
      things: { dossier, arrangement },
    })
  expect(await asked('office member')).toEqual(problem('not-found'))
  const { view, revealed } = await granted(asked('owner'))
  expect(view.reason).toMatchObject({ code: 'pages-missing', text: expect.stringContaining('Des pages'), pages: '3' })
  expect(revealed).toEqual([{ kind: 'document', id: document.documentId }])
})
