import { expect, test } from 'vitest'
import { problem } from '../../../shared/problems.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { asker, filled, found, period, request, run, things, world } from '../../../test/exporting.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { ArchivePlaces } from '../records.ts'
import { askForExport } from './ask-for-export.ts'
import { downloadExport } from './download-export.ts'
import { listExports } from './list-exports.ts'
import { readExport } from './read-export.ts'

test('P-10: an empty period makes no export; nor does what one may not read', async () => {
  const it = world()
  await it.add(1, { date: '2026-03-01', confidential: true })
  const asked = ask(askForExport, { as: personOf(asker), table: it.table, things: things(asker), input: period })
  expect(await asked).toEqual(problem('nothing-to-export'))
})

test('P-10: more than 2,000 documents, or more than 5 GB, are refused with what to do about it', async () => {
  const places = (count: number, length: number) => {
    const it = world()
    const place = { dossierId: dossier.dossierId, confidential: false, under: 'ALL', day: '2026-02-10', length }
    for (let at = 0; at < count; at++)
      it.table.put(
        create(ArchivePlaces, { ...place, at: `79739789#${String(at).padStart(6, '0')}`, entryId: String(at) }),
      )
    return ask(askForExport, { as: personOf(asker), table: it.table, things: things(asker), input: period })
  }
  expect(await places(2001, 1)).toEqual(problem('export-too-large'))
  expect(await places(2, 2_500_000_001)).toEqual(problem('export-too-large'))
  expect(await places(2, 2_500_000_000)).toHaveProperty('writes')
})

test('P-10: one sees one’s own exports alone, newest first, and after a week that the file is gone', async () => {
  const it = await filled()
  const [first, second] = [await request(it), await request(it)]
  await request(it, period, 'owner')
  await run(it, first)
  const list = async (now: string) =>
    (
      await granted(
        ask(listExports, { as: personOf(asker), table: it.table, things: things(asker), input: { limit: 50 }, now }),
      )
    ).view.items
  expect((await list(NOW)).map(({ exportId, state }) => [exportId, state])).toEqual([
    [second.exportId, 'asked'],
    [first.exportId, 'done'],
  ])
  const week = '2026-03-09T09:00:00.000Z'
  expect((await list(week)).map(({ state }) => state)).toEqual(['asked', 'expired'])

  const archiveExport = await found(it, first)
  const fetched = (now: string, of: object) =>
    ask(downloadExport, {
      as: personOf(asker),
      now,
      things: things(asker, { archiveExport: of, files: it.store.files }),
    })
  expect(await fetched(week, archiveExport)).toEqual(problem('export-expired'))
  expect(await fetched(NOW, second)).toEqual(problem('export-not-done'))
  const shown = await granted(ask(readExport, { as: personOf(asker), things: things(asker, { archiveExport }) }))
  expect(shown.view).toMatchObject({ state: 'done', entries: 3 })
})

test('P-10: a failure tells its reason in the language of whoever asks', async () => {
  const archiveExport = { ...(await request(await filled())), state: 'failed', reason: 'nothing-left', version: 1 }
  const shown = await granted(ask(readExport, { as: personOf(asker), things: things(asker, { archiveExport }) }))
  expect(shown.view.reason).toMatchObject({ code: 'nothing-left', text: expect.stringContaining('ne contient rien') })
})
