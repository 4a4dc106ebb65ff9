import { describe, expect, test } from 'vitest'
import { Clients } from '../../functions/clients/records.ts'
import { DocumentVersions } from '../../functions/documents/records.ts'
import { create, perhaps, type Table } from '../../shared/table/table.ts'
import { idOf } from '../world.ts'

let fresh = 500_000
const client = () => ({
  clientId: idOf(++fresh),
  name: 'Brasserie du Vieux Lavoir',
  kind: 'company' as const,
  state: 'active' as const,
  email: null,
  createdAt: '2026-03-02T09:00:00.000Z',
  createdBy: idOf(1),
})

const version = (number: number, documentId: string, name: string) => ({
  name,
  contentType: 'text/plain',
  length: 1,
  sha256: 'b'.repeat(64),
  dossierId: idOf(1),
  documentId,
  versionId: idOf(number),
  state: 'received' as const,
  storedVersionId: null,
  createdAt: '2026-03-02T09:00:00.000Z',
  createdBy: idOf(2),
  receivedAt: null,
})

/** The sizes up to which a table serves, and what it says beyond them. */
export const limitsSuite = (tableOf: () => Table): void => {
  describe('limits', () => {
    test('a commit takes a hundred writes', async () => {
      const clients = Array.from({ length: 100 }, client)
      expect(await tableOf().commit(clients.map((item) => create(Clients, item)))).toBe('done')
    })

    test('a commit of more than a hundred is a fault, and nothing of it is done', async () => {
      const clients = Array.from({ length: 101 }, client)
      await expect(tableOf().commit(clients.map((item) => create(Clients, item)))).rejects.toThrow()
      const { first } = await tableOf().load({ first: perhaps(Clients, clients[0] as { clientId: string }) })
      expect(first).toBeUndefined()
    })

    test('a commit that holds an item twice is a fault, not a conflict', async () => {
      const item = client()
      await expect(tableOf().commit([create(Clients, item), create(Clients, item)])).rejects.toThrow()
    })

    test('a load of more than a hundred items brings all of them, and one asked for twice under both names', async () => {
      const clients = Array.from({ length: 230 }, client)
      for (const from of [0, 100, 200]) {
        await tableOf().commit(clients.slice(from, from + 100).map((item) => create(Clients, item)))
      }
      const lookups = Object.fromEntries(
        [...clients, clients[7] as { clientId: string }].map((of, at) => [`c${at}`, perhaps(Clients, of)]),
      )
      const found = await tableOf().load(lookups)
      expect(Object.keys(found)).toHaveLength(231)
      for (const [at, item] of clients.entries()) expect(found[`c${at}`]).toEqual({ ...item, version: 1 })
      expect(found.c230).toEqual(found.c7)
    })

    test('an item of 390 KB is written and read back', async () => {
      const documentId = idOf(++fresh)
      const large = version(1, documentId, 'é'.repeat(195 * 1024))
      expect(await tableOf().commit([create(DocumentVersions, large)])).toBe('done')
      const { it } = await tableOf().load({ it: perhaps(DocumentVersions, large) })
      expect(it).toEqual({ ...large, version: 1 })
    })

    test('a page of large items is whole: an answer of the service ends at 1 MB, a list does not', async () => {
      const documentId = idOf(++fresh)
      const large = Array.from({ length: 9 }, (_, at) => version(at + 1, documentId, 'x'.repeat(300 * 1024)))
      for (const item of large) expect(await tableOf().commit([create(DocumentVersions, item)])).toBe('done')
      const first = await tableOf().list<{ versionId: string }>(
        DocumentVersions.by.ofDocument,
        { documentId },
        { limit: 7 },
      )
      expect(first.items.map(({ versionId }) => versionId)).toEqual(large.slice(0, 7).map(({ versionId }) => versionId))
      expect(first.cursor).not.toBeNull()
      const options = { limit: 7, cursor: first.cursor ?? '' }
      const second = await tableOf().list(DocumentVersions.by.ofDocument, { documentId }, options)
      expect(second.items).toHaveLength(2)
      expect(second.cursor).toBeNull()
    })
  })
}
