import { expect, test } from 'vitest'
import { ask, granted } from '../../../test/ask.ts'
import { dossier, sha256Of } from '../../../test/one-dossier.ts'
import { sending, transferId } from '../../../test/sending.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { ArchiveEntryView } from '../routes.ts'
import { readArchiveEntry } from './read-archive-entry.ts'

const as = personOf('Full Feedback of the dossier')

/** The one entry of a sending that has ended, as it is shown. */
const archivedOne = async () => {
  const it = sending(1)
  await it.execute()
  const read = async () => {
    const outcome = await granted(ask(readArchiveEntry, { as, things: { entry: it.entries()[0] } }))
    return { ...outcome, view: ArchiveEntryView.parse(outcome.view) }
  }
  return { it, read }
}

test('P-10: an entry says what was sent, by whom, when and in which transfer', async () => {
  const { it, read } = await archivedOne()
  const [document] = it.documents()
  expect((await read()).view).toMatchObject({
    dossierId: dossier.dossierId,
    documentId: document?.documentId,
    versionId: document?.currentVersionId,
    transferId,
    name: 'facture-1.pdf',
    contentType: 'application/pdf',
    sentBy: personOf('Full Access of the dossier').personId,
    archivedAt: NOW,
  })
})

test('C-31: the length and SHA-256 of an entry are those of the bytes that lie in the archive', async () => {
  const { it, read } = await archivedOne()
  const bytes = it.store.bytesOf(it.archived(1)) ?? Buffer.alloc(0)
  expect((await read()).view).toMatchObject({ length: bytes.length, sha256: sha256Of(bytes) })
})

test('P-10: an entry never changes: sent again, it is the same in its first version', async () => {
  const { it, read } = await archivedOne()
  const first = await read()
  expect(first.version).toBe(1)
  await it.execute()
  expect(await read()).toEqual(first)
})

test('P-10: reading an entry changes nothing', async () => {
  const { writes = [], events = [] } = await (await archivedOne()).read()
  expect([writes, events]).toEqual([[], []])
})
