import { expect, test } from 'vitest'
import { ask, granted } from '../../../test/ask.ts'
import { documentAt, dossier } from '../../../test/one-dossier.ts'
import { personOf } from '../../../test/world.ts'
import { labelOf } from '../../dossiers/contents.ts'
import type { Contents } from '../../dossiers/records.ts'
import { markDocument } from './mark-document.ts'

const mark = async (confidential: boolean, marked: object = {}, contents: Contents = { open: 1, confidential: 0 }) => {
  const document = { ...documentAt(1, 'owner').document, ...marked, version: 3 }
  const things = { document, dossier: { ...dossier, contents, version: 7 } }
  const outcome = await granted(ask(markDocument, { as: personOf('owner'), things, input: { confidential } }))
  const items = (outcome.writes ?? []).map((write) => ('item' in write ? write.item : {}))
  return { ...outcome, items }
}

test("D-07: a mark is put on a document, and its dossier's label follows in the same transaction", async () => {
  const { view, version, items } = await mark(true)
  expect([view.confidential, version]).toEqual([true, 4])
  expect(items[0]).toMatchObject({ confidential: true })
  expect(items[1]).toMatchObject({ contents: { open: 0, confidential: 1 } })
  expect(labelOf(items[1] as never)).toBe('confidential')
})

test('D-07: lifted, the label follows as well', async () => {
  const { view, items } = await mark(false, { confidential: true }, { open: 1, confidential: 1 })
  expect(view.confidential).toBe(false)
  expect(labelOf(items[1] as never)).toBe('open')
})

test.each([true, false])('D-07: marked as it is already (%s), nothing changes', async (confidential) => {
  const { version, items } = await mark(confidential, { confidential })
  expect([version, items]).toEqual([3, []])
})
