import { describe, expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import { Documents } from '../../functions/documents/records.ts'
import { type Dossier, Dossiers } from '../../functions/dossiers/records.ts'
import { type Share, Shares } from '../../functions/sharing/records.ts'
import type { Action } from '../../shared/actions.ts'
import { create, update } from '../../shared/table/table.ts'
import { documentAt, dossier } from '../one-dossier.ts'
import { NOW, personOf } from '../world.ts'
import { DOSSIER, itemsOf, type Office, openOffice } from './office.ts'

const PERUSE = 'GET /v1/odd/{dossierId}/documents/{documentId}'
const LEAF = 'GET /v1/odd/{dossierId}/documents'
const SEVERAL = 'POST /v1/odd/{dossierId}/perusals'

const marked = documentAt(1, 'owner', { confidential: true }).document
const open = documentAt(2, 'owner').document
const share: Share = {
  ...DOSSIER,
  personId: personOf('stranger').personId,
  access: 'read',
  givenBy: dossier.ownerId,
  givenAt: NOW,
  until: null,
}

/** The office with two documents, one marked, and the dossier shared with `stranger`; changed as said. */
const withDocuments = (changes: Partial<Dossier> = {}, ...given: Parameters<typeof openOffice>): Office => {
  const office = openOffice(...given)
  office.table.put(
    update(Dossiers, dossier, changes),
    ...[marked, open].map((one) => create(Documents, one)),
    create(Shares, share),
  )
  return office
}
const of = ({ documentId }: { documentId: string }) => ({ ...DOSSIER, documentId })
const reads = (office: Office) => itemsOf(office, 'confidential-read')
const entries = (office: Office) => itemsOf(office, 'audit-entry')

describe('D-10: who reads what is confidential is written down', () => {
  test('who, what, when, by which door, and the rule and path that allowed it; in one transaction with its audit entry (B-07)', async () => {
    const office = withDocuments()
    const { status, headers } = await office.ask(PERUSE, { as: 'stranger', params: of(marked) })
    expect(status).toBe(200)
    expect(reads(office)).toEqual([
      expect.objectContaining({
        pk: `DOSSIER#${DOSSIER.dossierId}`,
        ...DOSSIER,
        at: NOW,
        personId: personOf('stranger').personId,
        door: 'api',
        action: 'document.read',
        items: [{ kind: 'document', id: marked.documentId }],
        ruleId: expect.stringMatching(/^document\.read\//),
        path: ['share'],
      }),
    ])
    expect(entries(office)).toEqual([
      expect.objectContaining({
        action: 'document.read',
        trail: `DOSSIER#${DOSSIER.dossierId}`,
        actorId: personOf('stranger').personId,
        requestId: headers['x-request-id'],
        changes: [expect.objectContaining({ record: 'confidential-read', before: null })],
      }),
    ])
    expect(office.table.calls.map(({ operation }) => operation)).toEqual(['BatchGetItem', 'TransactWriteItems'])
  })

  test('read again it is recorded again, the owner like everybody', async () => {
    const office = withDocuments()
    for (const as of ['owner', 'owner', 'stranger'] as const) await office.ask(PERUSE, { as, params: of(marked) })
    const owner = personOf('owner').personId
    expect(reads(office).map(({ personId }) => personId)).toEqual([owner, owner, personOf('stranger').personId])
  })

  test('what is not confidential is read without a trace', async () => {
    const office = withDocuments()
    expect((await office.ask(PERUSE, { as: 'stranger', params: of(open) })).status).toBe(200)
    await office.ask(LEAF, { as: 'owner', params: DOSSIER })
    expect([...reads(office), ...entries(office)]).toEqual([])
    expect(office.table.calls.map(({ operation }) => operation)).toEqual(['BatchGetItem', 'BatchGetItem'])
  })

  test('in a dossier that is confidential as a whole everything is; without an item at hand, the dossier', async () => {
    const office = withDocuments({ confidential: true })
    await office.ask(PERUSE, { as: 'owner', params: of(open) })
    await office.ask(LEAF, { as: 'owner', params: DOSSIER })
    expect(reads(office).map(({ items }) => items)).toEqual([
      [{ kind: 'document', id: open.documentId }],
      [{ kind: 'dossier', id: DOSSIER.dossierId }],
    ])
  })

  test('a list says itself what it shows; an empty page of a confidential dossier shows nothing', async () => {
    const office = withDocuments({ confidential: true })
    const says = `${marked.documentId} ${open.documentId}`
    await office.ask(LEAF, { as: 'owner', params: DOSSIER, query: { says } })
    await office.ask(LEAF, { as: 'owner', params: DOSSIER, query: { says: '' } })
    const items = [marked, open].map(({ documentId }) => ({ kind: 'document', id: documentId }))
    expect(reads(office).map((read) => read.items)).toEqual([items])
  })

  test('of several things asked for at once, those that are confidential are named', async () => {
    const office = withDocuments()
    const documentIds = [marked.documentId, open.documentId]
    const got = await office.ask(SEVERAL, { as: 'owner', params: DOSSIER, body: { documentIds } })
    expect(got.status).toBe(200)
    expect(reads(office).map(({ items }) => items)).toEqual([[{ kind: 'document', id: marked.documentId }]])
  })

  test('who is shown nothing is not recorded: refused, hidden, a problem, a wrong input', async () => {
    const office = withDocuments()
    const before = office.table.everything()
    const asked = [
      await office.ask(PERUSE, { as: 'documentation reader', params: of(marked) }),
      await office.ask(PERUSE, { as: 'guest', params: of(marked) }),
      await office.ask(PERUSE, { as: 'owner', params: of(marked), query: { fails: 'yes' } }),
      await office.ask(PERUSE, { as: 'owner', params: of(marked), query: { more: 'x' } }),
      await office.ask(PERUSE, { as: 'owner', params: of(marked), headers: { 'if-match': '"9"' } }),
    ]
    expect(asked.map(({ status }) => status).every((status) => status >= 400)).toBe(true)
    expect(office.table.everything()).toEqual(before)
  })

  test('what cannot be written down is not shown', async () => {
    const office = withDocuments({}, ({ table }) => ({
      table: { ...table, commit: () => Promise.reject(new Error('throttled')) },
    }))
    const got = await office.ask(PERUSE, { as: 'owner', params: of(marked) })
    expect([got.status, got.text.includes('Sidoine')]).toEqual([500, false])
  })
})

describe('D-10: whatever shows content of a dossier is declared to', () => {
  const content: readonly Action[] = [
    'note.read',
    'note.list',
    'form.read',
    'document.read',
    'document.list',
    'archive.read',
    'figures.read',
    'history.read',
  ]
  // What somebody asked for themself, and what became of it: a period and a number of files, none of what they hold.
  const tellNoContent = ['askForExport', 'listExports', 'readExport']
  const operations = catalogue
    .flatMap(({ routes }) => Object.entries(routes))
    .filter(([name]) => !tellNoContent.includes(name))

  test.each(operations.filter(([, { action }]) => content.includes(action)))('%s', (_, { reveals, uses }) => {
    expect(reveals).toBe(true)
    expect(uses.table).toBe('write')
  })
})
