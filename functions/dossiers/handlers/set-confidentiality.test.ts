import { expect, test } from 'vitest'
import { create, perhaps } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { Dossiers } from '../records.ts'
import { setConfidentiality } from './set-confidentiality.ts'

const as = personOf('owner')
const { dossierId } = dossier
const contents = { open: 2, confidential: 1 }
const set = (confidential: boolean, before: object = {}) =>
  ask(setConfidentiality, { as, things: { dossier: { ...dossier, contents, ...before } }, input: { confidential } })

test('D-08: the whole dossier is set confidential in one act, which writes the dossier and nothing in it', async () => {
  const table = holding(create(Dossiers, { ...dossier, contents }))
  const { view, version, writes } = await granted(set(true))
  expect([view, version]).toMatchObject([{ label: 'confidential', confidential: true, contents, changedAt: NOW }, 2])
  expect(await table.commit(writes ?? [])).toBe('done')
  const { stored } = await table.load({ stored: perhaps(Dossiers, { dossierId }) })
  expect(stored).toMatchObject({ confidential: true, confidentialNamed: { at: NOW, by: as.personId }, contents })
  expect(writes).toHaveLength(1)
})

test("D-08: lifting it restores each item's own mark: the counts stay, and so does what is in it", async () => {
  const { view, writes } = await granted(set(false, { confidential: true }))
  expect(view).toMatchObject({ label: 'partially-confidential', confidential: false, contents })
  expect(writes).toHaveLength(1)
})

test.each([true, false])('asked once more (%s), nothing is written', async (confidential) => {
  const { view, writes, version } = await granted(set(confidential, { confidential }))
  expect([view.confidential, writes, version]).toEqual([confidential, undefined, 1])
})
