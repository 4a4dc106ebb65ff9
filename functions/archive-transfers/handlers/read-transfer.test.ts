import { expect, test } from 'vitest'
import type { Language } from '../../../shared/people.ts'
import { update } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { type Sending, sending } from '../../../test/sending.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { Documents } from '../../documents/records.ts'
import { TransferView } from '../routes.ts'
import { readTransfer } from './read-transfer.ts'

const person = personOf('Full Access of the dossier')
const ties = { dossier, access: accessOf('Full Access of the dossier') }

const read = async (it: Sending, language: Language = 'fr') => {
  const things = { ...ties, transfer: it.transfer() }
  const asked = ask(readTransfer, { as: { ...person, language }, table: it.tools().table, things })
  const outcome = await granted(asked)
  return { ...outcome, view: TransferView.parse(outcome.view) }
}

/** A sending of three documents of which the upload of the second is gone. */
const oneFailed = async (): Promise<Sending> => {
  const it = sending(3)
  it.store.lose(it.uploaded(2))
  await it.execute()
  return it
}

test('P-09: a transfer that was just asked for is at 0 percent, with every document still being sent', async () => {
  const { view } = await read(sending(2))
  expect(view).toMatchObject({ state: 'sending', attempt: 1, percent: 0, endedAt: null, askedBy: person.personId })
  expect(view.documents.map(({ name, state, reason }) => [name, state, reason])).toEqual([
    ['facture-1.pdf', 'sending', null],
    ['facture-2.pdf', 'sending', null],
  ])
})

test('P-09: the percent counts what is recorded in the archive, and only rises', async () => {
  const it = sending(3)
  const seen: number[] = []
  const copied: number[] = []
  await it.execute(1, {
    after: async (task, { documentId }) => {
      const { percent, documents } = (await read(it)).view
      if (task === 'record') seen.push(percent)
      const of = documents.find((document) => document.documentId === documentId)
      if (task === 'verify' && of?.state !== 'sending') copied.push(percent)
    },
  })
  expect(seen).toHaveLength(3)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.every((percent) => [33, 66, 100].includes(percent))).toBe(true)
  expect(seen.at(-1)).toBe(100)
  expect(copied, 'a document is not sent before it is recorded').toEqual([])
})

test('P-09: a transfer whose documents all arrived is sent, at 100 percent', async () => {
  const it = sending(2)
  await it.execute()
  const { view } = await read(it)
  expect(view).toMatchObject({ state: 'sent', percent: 100 })
  expect(view.endedAt).not.toBeNull()
  expect(view.documents.map(({ state, reason }) => [state, reason])).toEqual([
    ['sent', null],
    ['sent', null],
  ])
})

test.each([
  ['fr', "Le fichier téléversé n'est plus là."],
  ['en', 'The uploaded file is no longer there.'],
] as const)(
  'P-09: a failed transfer shows each outcome, and the reason of each failure in %s',
  async (language, text) => {
    const { view } = await read(await oneFailed(), language)
    expect(view).toMatchObject({ state: 'failed', percent: 66 })
    expect(view.documents.map(({ state, reason }) => [state, reason])).toEqual([
      ['sent', null],
      ['failed', { code: 'source-missing', text }],
      ['sent', null],
    ])
  },
)

test('P-09: a document that could not be sent shows its reason while others are still being sent', async () => {
  const it = sending(2)
  it.store.lose(it.uploaded(1))
  const seen: unknown[] = []
  await it.execute(1, {
    after: async (task) => {
      if (task !== 'record-failure') return
      const { state, documents } = (await read(it)).view
      seen.push([state, documents[0]?.state, documents[0]?.reason?.code])
    },
  })
  expect(seen).toEqual([['sending', 'failed', 'source-missing']])
})

test('P-09: an ended transfer says what it did, whatever becomes of its documents later', async () => {
  const it = sending(2)
  await it.execute()
  const before = await read(it)
  const [document] = it.documents()
  if (document === undefined) throw new Error('There is no document.')
  const newer = { state: 'received', currentVersionId: idOf(799), name: 'autre.pdf', transferId: null } as const
  await it.tools().table.commit([update(Documents, document, newer)])
  expect(await read(it)).toEqual(before)
})

test('P-09: each document is named with the version that is sent, its length and its SHA-256', async () => {
  const it = sending(2)
  const expected = it.documents().map(({ documentId, currentVersionId: versionId, name, length, sha256 }) => ({
    documentId,
    versionId,
    name,
    length,
    sha256,
  }))
  expect((await read(it)).view.documents).toMatchObject(expected)
  await it.execute()
  expect((await read(it)).view.documents).toMatchObject(expected)
})

test('B-14: a transfer tells its version, and reading changes nothing', async () => {
  const it = await oneFailed()
  const { version, writes = [], events = [] } = await read(it)
  expect(version).toBe(it.transfer().version)
  expect([writes, events]).toEqual([[], []])
})

test('D-09: a document that was marked confidential, even after it was sent, has no name for whom it is hidden from', async () => {
  const it = sending(2)
  await it.execute()
  const [, marked] = it.documents()
  if (marked === undefined) throw new Error('There is no second document.')
  await it.tools().table.commit([update(Documents, marked, { confidential: true })])
  const namesTo = async (as: typeof person, of: object) => {
    const things = { ...of, transfer: it.transfer() }
    const { view, revealed } = await granted(ask(readTransfer, { as, table: it.tools().table, things }))
    return { names: view.documents.map(({ name }) => name), revealed }
  }
  expect(await namesTo(person, ties)).toEqual({ names: ['facture-1.pdf', null], revealed: [] })
  const owner = personOf('owner')
  expect(await namesTo(owner as typeof person, { dossier: { ...dossier, ownerId: owner.personId } })).toEqual({
    names: ['facture-1.pdf', 'facture-2.pdf'],
    revealed: [{ kind: 'document', id: marked.documentId }],
  })
})
