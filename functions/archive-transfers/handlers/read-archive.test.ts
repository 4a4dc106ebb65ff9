import { expect, test } from 'vitest'
import { ask, granted } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { sending } from '../../../test/sending.ts'
import { personOf } from '../../../test/world.ts'
import { downloadArchiveEntry } from './download-archive-entry.ts'
import { listArchive } from './list-archive.ts'
import { readArchiveEntry } from './read-archive-entry.ts'

const as = personOf('Full Feedback of the dossier')
const things = { dossier, access: accessOf('Full Feedback of the dossier') }

test('P-10: the archive lists what was sent, newest first, page by page', async () => {
  const it = sending(3)
  await it.execute()
  const { table } = it.tools()
  const first = await granted(ask(listArchive, { as, table, things, input: { limit: 2 } }))
  expect(first.view.items.map(({ name }) => name)).toEqual(['facture-3.pdf', 'facture-2.pdf'])
  const { cursor } = first.view
  const rest = await granted(ask(listArchive, { as, table, things, input: { limit: 2, cursor } }))
  expect(rest.view).toMatchObject({ items: [{ name: 'facture-1.pdf' }], cursor: null })
})

test('P-10: an archived file is downloaded with its name, length and checksum, as the very version that was verified', async () => {
  const it = sending(1)
  await it.execute()
  const entry = it.entries()[0]
  const { view } = await granted(ask(downloadArchiveEntry, { as, things: { entry, files: it.store.files } }))
  const { name, length, sha256, storedVersionId } = entry ?? {}
  expect(view).toMatchObject({ name, length, sha256 })
  expect(view.url).toContain(`version=${storedVersionId}`)
  expect(view.url).toContain('/archive/')
})

test('P-10: an entry shows what the archive knows of a file', async () => {
  const it = sending(1)
  await it.execute()
  const entry = it.entries()[0]
  expect((await granted(ask(readArchiveEntry, { as, things: { entry } }))).view).toMatchObject({
    name: 'facture-1.pdf',
  })
})
