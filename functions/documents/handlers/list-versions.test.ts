import { expect, test } from 'vitest'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { idOf, personOf } from '../../../test/world.ts'
import { DocumentVersions } from '../records.ts'
import { VersionView } from '../routes.ts'
import { listVersions } from './list-versions.ts'

const made = documentAt(1, 'owner')
const numbers = [701, 702, 703, 704, 705]
const waiting = { state: 'awaiting-upload', receivedAt: null } as const

/** Five versions of one document, laid down out of order, the newest still to come; and one of another document. */
const table = holding(
  ...[703, 701, 705, 702, 704].map((at) =>
    create(DocumentVersions, {
      ...made.version,
      versionId: idOf(at),
      name: `facture, version ${at}.pdf`,
      ...(at === 705 ? waiting : { storedVersionId: `stored-${at}` }),
    }),
  ),
  create(DocumentVersions, documentAt(2, 'owner').version),
)

const listed = async (input: object, document: object = { ...made.document, version: 1 }) =>
  (await granted(ask(listVersions, { as: personOf('owner'), table, things: { document, dossier }, input }))).view

const newestFirst = numbers.toReversed().map(idOf)

test('P-06: the versions of a document are listed newest first, and those of no other', async () => {
  const { items, cursor } = await listed({ limit: 50 })
  expect(items.map(({ versionId }) => versionId)).toEqual(newestFirst)
  expect(cursor).toBeNull()
})

test.each([1, 2, 5])('P-06: in pages of %i, every version comes once and in order', async (limit) => {
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await listed({ limit, ...(cursor ? { cursor } : {}) })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    seen.push(...page.items.map(({ versionId }) => versionId))
    cursor = page.cursor
  } while (cursor !== null && seen.length < 2 * numbers.length)
  expect(seen).toEqual(newestFirst)
})

test('C-31: a version whose bytes have not come is told from those that were received', async () => {
  const { items } = await listed({ limit: 50 })
  expect(items.map(({ state }) => state)).toEqual(['awaiting-upload', ...Array(4).fill('received')])
  expect(items[0]).toMatchObject({ receivedAt: null })
})

test('C-31: each version shows its own name, length and SHA-256, and not where its bytes lie', async () => {
  const { items } = await listed({ limit: 50 })
  const shown = items.map((item) => VersionView.parse(item))
  expect(shown.map(({ name }) => name)).toEqual(numbers.toReversed().map((at) => `facture, version ${at}.pdf`))
  const { length, sha256 } = made.version
  for (const version of shown) expect(version).toMatchObject({ length, sha256 })
  expect(JSON.stringify(shown)).not.toContain('stored-')
})
