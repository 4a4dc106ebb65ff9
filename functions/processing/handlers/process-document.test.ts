import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create, the } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { accessOf, documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Approval, type Document, Documents, DocumentVersions } from '../../documents/records.ts'
import { type DocumentState, documentStateNames } from '../../documents/states.ts'
import { Parties, type Party } from '../records.ts'
import { processDocument } from './process-document.ts'
import { readDuplicates } from './read-duplicates.ts'

const persona = 'Document Processing of the dossier'
const party: Party = {
  dossierId: dossier.dossierId,
  partyId: idOf(901),
  name: 'Papeterie Soulier',
  roles: ['supplier'],
  vatNumber: null,
  iban: null,
  createdAt: NOW,
  createdBy: personOf('owner').personId,
}
const facts = {
  kind: 'purchase',
  partyId: party.partyId,
  number: 'F-2026/017',
  date: '2026-02-27',
  amount: { minor: 12_050, currency: 'EUR' },
} as const

/** Documents in a table, with the way to say what the first is, and to see what became of it. */
const given = (...documents: readonly ReturnType<typeof documentAt>[]) => {
  const table = holding(
    create(Parties, party),
    ...documents.flatMap(({ document, version }) => [create(Documents, document), create(DocumentVersions, version)]),
  )
  const stored = async (at = 0) =>
    (await table.load({ it: the(Documents, (documents[at] as { document: Document }).document) }))
      .it as unknown as Document
  const process = async (input: object, at = 0) => {
    const things = { document: await stored(at), dossier, access: accessOf(persona) }
    const outcome = await ask(processDocument, { as: personOf(persona), table, things, input })
    if ('writes' in outcome) await table.commit(outcome.writes ?? [])
    return outcome
  }
  return { table, stored, process }
}
const one = (changes: Partial<Document> = {}) => given(documentAt(1, persona, changes))

test('P-06: saying what a document is puts it in process, with all that was said', async () => {
  const { process, stored } = one()
  const { view } = await granted(process(facts))
  expect(view).toMatchObject({ document: { ...facts, state: 'in-process' }, duplicates: [] })
  expect(await stored()).toMatchObject({ ...facts, state: 'in-process', version: 2 })
})

test('P-06: what is left out, or null, is said no longer', async () => {
  const { process, stored } = one({ state: 'in-process', ...facts })
  await granted(process({ kind: 'purchase', number: null }))
  const { kind, partyId, number, date, amount } = await stored()
  expect([kind, partyId, number, date, amount]).toEqual(['purchase', undefined, undefined, undefined, undefined])
})

test('P-06: said once more, it writes nothing, and what is approved stays so', async () => {
  for (const state of ['in-process', 'approved'] as const) {
    const { process } = one({ state, ...facts })
    const outcome = await granted(process(facts))
    expect([outcome.writes ?? [], outcome.view.document.state, outcome.version]).toEqual([[], state, 1])
  }
})

const startOver = ['received', 'approved', 'rejected'] as const
test.each(startOver)('P-06: one that is %s is in process again once something else is said of it', async (state) => {
  const approval = { approvalId: idOf(811), endedAt: NOW } as Approval
  const { process, stored } = one({ state, approval })
  await granted(process(facts))
  expect(await stored()).toMatchObject({ state: 'in-process', approval })
})

test('P-06: one that was rejected is taken up again also as it was', async () => {
  const { process, stored } = one({ state: 'rejected', ...facts })
  await granted(process(facts))
  expect((await stored()).state).toBe('in-process')
})

const inTheWay: Partial<Record<DocumentState, string>> = {
  'awaiting-upload': 'upload-not-complete',
  'to-approve': 'document-in-approval',
  sending: 'document-in-transfer',
  failed: 'document-in-transfer',
  sent: 'already-sent',
  archived: 'already-sent',
  replaced: 'document-replaced',
}
test.each(documentStateNames)(
  'P-06: a document that is %s is processed, or a clear problem says why not',
  async (state) => {
    const { process, stored } = one({ state })
    const outcome = await process(facts)
    if (state in inTheWay) {
      expect(outcome).toEqual(problem(inTheWay[state] as never))
      expect((await stored()).state).toBe(state)
    } else expect((await stored()).state).toBe('in-process')
  },
)

test('P-06: a party that is none of the dossier is not found, and nothing changes', async () => {
  const { process, stored } = one()
  const elsewhere = idOf(902)
  expect(await process({ ...facts, partyId: elsewhere })).toEqual(
    problem('not-found', { errors: [{ pointer: '#/partyId', detail: elsewhere }] }),
  )
  expect((await stored()).state).toBe('received')
})

test('P-06: the same number, party and amount are recognised, however the number is written', async () => {
  const { process } = given(documentAt(1, persona, { state: 'archived', ...facts }), documentAt(2, persona))
  const { view } = await granted(process({ ...facts, number: 'f 2026 017', kind: 'other' }, 1))
  expect(view.duplicates).toMatchObject([{ documentId: idOf(601), state: 'archived', by: ['facts'] }])
  for (const other of [
    { number: 'F-2026/018' },
    { partyId: null },
    { amount: { minor: 12_050, currency: 'CHF' } },
    { amount: { minor: -12_050, currency: 'EUR' } },
    { number: '--/' },
  ])
    expect((await granted(process({ ...facts, ...other }, 1))).view.duplicates).toEqual([])
})

test('P-06: corrected, a document is the same as those it is like now, and no longer as the former ones', async () => {
  const { process } = given(documentAt(1, persona, { state: 'in-process', ...facts }), documentAt(2, persona))
  expect((await granted(process(facts, 1))).view.duplicates).toHaveLength(1)
  await granted(process({ ...facts, number: 'F-9' }))
  expect((await granted(process(facts, 1))).view.duplicates).toEqual([])
})

const duplicates = async (table: ReturnType<typeof holding>, document: Document, as = persona, at = dossier) =>
  granted(
    ask(readDuplicates, {
      as: personOf(as as typeof persona),
      table,
      things: { document: { ...document, version: 1 }, dossier: at, access: accessOf(as as typeof persona) },
    }),
  )

test('P-06: the same bytes are recognised, whatever their name, version and state, also when they came at once', async () => {
  const [first, second] = [documentAt(1, persona), documentAt(2, persona, { state: 'archived' })]
  const { sha256 } = first.version
  const table = holding(
    ...[first, second].map(({ document }) => create(Documents, document)),
    create(DocumentVersions, first.version),
    // What was received before, and is not the current version.
    create(DocumentVersions, { ...second.version, versionId: idOf(650), sha256, name: 'autre nom.pdf' }),
    create(DocumentVersions, second.version),
    // Announced, and never come.
    create(DocumentVersions, { ...documentAt(3, persona).version, sha256, state: 'awaiting-upload' }),
  )
  expect((await duplicates(table, first.document)).view.items).toMatchObject([
    { documentId: idOf(602), by: ['content'], state: 'archived' },
  ])
  expect((await duplicates(table, { ...second.document, sha256 })).view.items).toMatchObject([
    { documentId: idOf(601), by: ['content'] },
  ])
})

test('P-04, D-09: no reader is told of a duplicate that they may not see; what is confidential is written down as read', async () => {
  const mine = documentAt(1, 'Document Delivery of the dossier', { state: 'in-process', ...facts })
  const same = (at: number, changes: Partial<Document> = {}) => {
    const made = documentAt(at, persona, { state: 'in-process', ...facts, ...changes })
    return [
      create(Documents, made.document),
      create(DocumentVersions, { ...made.version, sha256: mine.version.sha256 }),
    ]
  }
  const table = holding(create(Documents, mine.document), ...same(2), ...same(3, { confidential: true }))
  const seen = async (as: string) => {
    const { view, revealed } = await duplicates(table, mine.document, as as typeof persona)
    return [view.items.map(({ documentId }) => documentId), revealed]
  }
  expect(await seen('Document Delivery of the dossier')).toEqual([[], []])
  expect(await seen(persona)).toEqual([[idOf(602)], []])
  expect(await seen('owner')).toEqual([[602, 603].map(idOf), [{ kind: 'document', id: idOf(603) }]])
})
