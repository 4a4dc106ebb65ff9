import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Streams } from '../../shared/ports/streams.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import { supplier } from '../../test/archiving.ts'
import { ask, granted } from '../../test/ask.ts'
import { asker, ended, filled, found, own, period, request, run, things, unpacked } from '../../test/exporting.ts'
import { accessOf, dossier, sha256Of } from '../../test/one-dossier.ts'
import { Killed } from '../../test/run-workflow.ts'
import { NOW, personOf } from '../../test/world.ts'
import { fileKey } from '../documents/records.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { downloadExport } from './handlers/download-export.ts'
import { exportKey } from './records.ts'
import { reviveExports } from './revive-exports.ts'
import type { OfAttempt } from './tasks/task-input.ts'

test('P-10: an export holds the files of its period under year, kind and party, each as it was archived', async () => {
  const it = await filled()
  const asked = await request(it)
  await run(it, asked)
  const made = await found(it, asked)
  expect(made).toMatchObject({ state: 'done', entries: 3, reason: null, expiresAt: '2026-03-09T09:00:00.000Z' })
  const files = unpacked(it, made)
  expect(Object.keys(files).sort()).toEqual([
    '2026/achat/Papeterie Éluard & Fils/FACTURE-1.pdf',
    '2026/achat/Papeterie Éluard & Fils/facture-1 (2).pdf',
    '2026/vente/Œuvres du Port/_.._évasion.pdf',
    'SHA256SUMS',
    'manifest.csv',
    'manifest.json',
  ])
  const manifest = JSON.parse(files['manifest.json']?.toString() ?? '') as { files: Record<string, unknown>[] }
  expect(manifest.files).toHaveLength(3)
  for (const one of manifest.files) {
    const bytes = files[String(one.path)] ?? Buffer.alloc(0)
    expect([sha256Of(bytes), bytes.length]).toEqual([one.sha256, one.length])
    expect(one).toMatchObject({ archivedAt: NOW, transferId: expect.any(String), entryId: expect.any(String) })
  }
  const sums = files.SHA256SUMS?.toString().trimEnd().split('\n') ?? []
  expect(sums.map((line) => line.slice(66)).sort()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'SHA256SUMS')
      .sort(),
  )
  for (const line of sums) expect(sha256Of(files[line.slice(66)] ?? Buffer.alloc(0))).toBe(line.slice(0, 64))
  expect(files['manifest.csv']?.toString()).toContain(`,'=1+1,2026-01-10,12345,EUR,`)
})

test('P-10: what is told of the file is what lies there: its length and its own SHA-256', async () => {
  const it = await filled()
  const asked = await request(it)
  await run(it, asked)
  const made = await found(it, asked)
  const bytes = it.store.bytesOf({ bucket: 'documents', key: exportKey(made) }) ?? Buffer.alloc(0)
  const outcome = await granted(
    ask(downloadExport, { as: personOf(asker), things: things(asker, { archiveExport: made, files: it.store.files }) }),
  )
  expect(outcome.view).toMatchObject({
    length: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: 'archive-7-2026-01-01-2026-12-31.zip',
  })
  expect(outcome.view.url).toContain(exportKey(made))
})

test.each([
  ['of one kind', { kind: 'sale' }, 1],
  ['of one party', { partyId: supplier.partyId }, 2],
  ['of one kind of one party', { partyId: supplier.partyId, kind: 'purchase' }, 2],
  ['of one day', { from: '2026-02-10', until: '2026-02-10' }, 1],
])('P-10: an export %s holds that alone', async (_, more, entries) => {
  const it = await filled()
  const asked = await request(it, { ...period, ...more })
  await run(it, asked)
  expect(await found(it, asked)).toMatchObject({ state: 'done', entries })
})

describe('D-09: what is confidential', () => {
  test('is in no export of whoever may not read it', async () => {
    const it = await filled()
    const asked = await request(it)
    await run(it, asked)
    expect((await found(it, asked)).confidentialIds).toEqual([])
  })

  test('is in the owner’s, and written down as read when they fetch it (D-10)', async () => {
    const it = await filled()
    const asked = await request(it, period, 'owner')
    await run(it, asked)
    const made = await found(it, asked)
    expect(made).toMatchObject({ state: 'done', entries: 4, confidentialIds: [expect.any(String)] })
    const outcome = await granted(
      ask(downloadExport, {
        as: personOf('owner'),
        things: { dossier: own, archiveExport: made, files: it.store.files },
      }),
    )
    expect(outcome.revealed).toEqual([{ kind: 'archive-entry', id: made.confidentialIds?.[0] }])
  })
})

test('P-10: what may be read is decided when it is made: a right that ended meanwhile gives no file', async () => {
  const it = await filled()
  const asked = await request(it)
  const { access } = await it.table.load({ access: perhaps(DossierAccesses, accessOf(asker)) })
  await it.table.commit([{ op: 'remove', record: DossierAccesses, before: access as never }])
  await run(it, asked)
  expect(await found(it, asked)).toMatchObject({ state: 'failed', reason: 'no-right', sha256: null })
})

test('D-09: a dossier that became confidential meanwhile gives no file', async () => {
  const it = await filled()
  const asked = await request(it)
  const { dossier: now } = await it.table.load({ dossier: perhaps(Dossiers, dossier) })
  await it.table.commit([update(Dossiers, now as never, { confidential: true })])
  await run(it, asked)
  expect(await found(it, asked)).toMatchObject({ state: 'failed', reason: 'no-right' })
})

test('P-10: a file of the archive that is missing or differs is told, and no export is given', async () => {
  for (const spoil of ['lose', 'change'] as const) {
    const it = await filled()
    const entry = it.archive(6, { date: '2026-04-01', ...(spoil === 'change' && { sha256: 'f'.repeat(64) }) })
    await it.tell(entry)
    if (spoil === 'lose') it.store.lose({ bucket: 'archive', key: fileKey(entry) })
    const asked = await request(it)
    await run(it, asked)
    expect(await found(it, asked)).toMatchObject({ state: 'failed', reason: 'file-differs' })
  }
})

test('P-10: a file that does not lie there as it was made is not given', async () => {
  const it = await filled()
  const asked = await request(it)
  /** A store that turns one bit of what it is given to keep. */
  const streams: Streams = {
    ...it.streams,
    write: (key, pieces) =>
      it.streams.write(
        key,
        (async function* () {
          let isFirst = true
          for await (const piece of pieces) {
            const bytes = Buffer.from(piece)
            // Behind the first header: in the bytes of the first file.
            if (bytes.length > 10 && bytes.indexOf('The bytes') >= 0 && isFirst) {
              bytes.writeUInt8(88, bytes.indexOf('The bytes'))
              isFirst = false
            }
            yield bytes
          }
        })(),
      ),
  }
  await run(it, asked, { streams })
  expect(await found(it, asked)).toMatchObject({ state: 'failed', reason: 'export-differs' })
})

describe('P-10: killed in the middle', () => {
  test.each(['make', 'verify', 'finish'])(
    'before %s, and begun again by the clock, it is one export, told once',
    async (at) => {
      const it = await filled()
      const asked = await request(it)
      const kill = (task: string): void => {
        if (task === at) throw new Killed('The execution was killed.')
      }
      await expect(run(it, asked, { before: kill })).rejects.toThrow()
      const later = '2026-03-02T09:05:00.000Z'
      const started: OfAttempt[] = []
      const workflows = {
        isRunning: async () => false,
        start: async (_: string, __: string, input: object) => void started.push(input as OfAttempt),
        answer: async () => undefined,
      }
      expect(await reviveExports(it.tools(later), workflows as never)).toBe(1)
      expect(started).toMatchObject([{ exportId: asked.exportId, attempt: 2 }])
      await run(it, started[0] as OfAttempt, { now: later })
      // The older one, should it live after all, has no say.
      await run(it, asked, { now: later })
      const made = await found(it, asked)
      expect(made).toMatchObject({ state: 'done', attempt: 2, endedAt: later })
      expect(Object.keys(unpacked(it, made))).toHaveLength(6)
      expect(ended(it)).toHaveLength(1)
      expect(await reviveExports(it.tools('2026-03-02T10:00:00.000Z'), workflows as never)).toBe(0)
    },
  )

  test('a store that fails for good ends it as interrupted, and that is told', async () => {
    const it = await filled()
    const asked = await request(it)
    await run(it, asked, { streams: { ...it.streams, write: () => Promise.reject(new Error('busy')) } })
    expect(await found(it, asked)).toMatchObject({ state: 'failed', reason: 'interrupted' })
    expect(ended(it)).toMatchObject([{ data: { personId: personOf(asker).personId, outcome: 'failed' } }])
  })
})
