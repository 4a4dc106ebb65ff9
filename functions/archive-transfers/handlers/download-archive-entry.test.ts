import { expect, test } from 'vitest'
import type { FilePlace } from '../../../shared/ports/files.ts'
import { ask, granted } from '../../../test/ask.ts'
import { sha256Of } from '../../../test/one-dossier.ts'
import { type Sending, sending } from '../../../test/sending.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { DownloadView } from '../../documents/routes.ts'
import { downloadArchiveEntry } from './download-archive-entry.ts'

const as = personOf('Full Feedback of the dossier')

const download = async (it: Sending, at = 1) => {
  const entry = it.entries()[at - 1]
  const outcome = await granted(ask(downloadArchiveEntry, { as, things: { entry, files: it.store.files } }))
  return DownloadView.parse(outcome.view)
}

/** What somebody who follows the address is given. */
const follow = ({ store }: Sending, url: string): Buffer | undefined => {
  const { pathname, searchParams } = new URL(url)
  const [, bucket, ...key] = pathname.split('/')
  return store.bytesOf({ bucket, key: key.join('/'), versionId: searchParams.get('version') } as FilePlace)
}

const sent = async (count = 1): Promise<Sending> => {
  const it = sending(count)
  await it.execute()
  return it
}

test('C-31: what is downloaded from the archive is byte for byte what was uploaded', async () => {
  const it = await sent(2)
  for (const at of [1, 2]) {
    const { url } = await download(it, at)
    expect(follow(it, url)).toEqual(it.store.bytesOf(it.uploaded(at)))
  }
})

test('P-10: a download tells the name, length and SHA-256 of the bytes it leads to', async () => {
  const it = await sent()
  const { url, name, length, sha256 } = await download(it)
  const bytes = follow(it, url) ?? Buffer.alloc(0)
  expect({ name, length, sha256 }).toEqual({
    name: 'facture-1.pdf',
    length: bytes.length,
    sha256: sha256Of(bytes),
  })
  expect(new URL(url).searchParams.get('name')).toBe('facture-1.pdf')
})

test('P-10: whatever comes to lie under the same key later, the version that was verified is downloaded', async () => {
  const it = await sent()
  const verified = it.store.bytesOf(it.archived(1))
  it.store.put(it.archived(1), Buffer.from('Something that nobody verified.'))
  const { url, sha256 } = await download(it)
  expect(follow(it, url)).toEqual(verified)
  expect(sha256Of(follow(it, url) ?? Buffer.alloc(0))).toBe(sha256)
})

test('P-10: an archived file is downloaded from the archive, also when its upload is gone', async () => {
  const it = await sent()
  const uploaded = it.store.bytesOf(it.uploaded(1))
  it.store.lose(it.uploaded(1))
  const { url } = await download(it)
  expect(follow(it, url)).toEqual(uploaded)
})

test('B-12: the address is none of the API itself, and ends soon', async () => {
  const { url, expiresAt } = await download(await sent())
  expect(new URL(url).origin).not.toBe('https://greffe.example')
  const minutes = (Date.parse(expiresAt) - Date.parse(NOW)) / 60_000
  expect(minutes).toBeGreaterThan(0)
  expect(minutes).toBeLessThanOrEqual(15)
})
