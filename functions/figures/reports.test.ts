import { expect, test } from 'vitest'
import { problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { the } from '../../shared/table/table.ts'
import { ask, granted, holding } from '../../test/ask.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { dossier, sha256Of } from '../../test/one-dossier.ts'
import { personOf } from '../../test/world.ts'
import { announceReport } from './handlers/announce-report.ts'
import { completeReport } from './handlers/complete-report.ts'
import { downloadReport } from './handlers/download-report.ts'
import { listReports } from './handlers/list-reports.ts'
import { readReport } from './handlers/read-report.ts'
import { withdrawReport } from './handlers/withdraw-report.ts'
import { type Report, Reports, reportKey } from './records.ts'
import { routes } from './routes.ts'

const owner = personOf('owner')
const bytes = Buffer.from('%PDF-1.7 rapport annuel')
const announced = {
  title: 'Bilan 2025',
  from: '2025-01-01',
  until: '2025-12-31',
  file: { name: 'bilan.pdf', contentType: 'application/pdf', length: bytes.length, sha256: sha256Of(bytes) },
}

/** A dossier with a table and a store of its own, and what can be done with its reports. */
const office = () => {
  const table = holding()
  const store = memoryStore()
  const of = async ({ reportId }: Pick<Report, 'reportId'>) =>
    (await table.load({ it: the(Reports, { dossierId: dossier.dossierId, reportId }) })).it as Stored<Report>
  const act = async <T extends { writes?: readonly never[] }>(outcome: T): Promise<T> => {
    if ('writes' in outcome && outcome.writes !== undefined) expect(await table.commit(outcome.writes)).toBe('done')
    return outcome
  }
  const announce = async () => {
    const outcome = await granted(
      ask(announceReport, { as: owner, table, things: { dossier, files: store.files }, input: announced }),
    )
    await act(outcome as never)
    return outcome.view.report
  }
  const upload = (report: Pick<Report, 'dossierId' | 'reportId'>, what = bytes) =>
    store.put({ bucket: 'documents', key: reportKey(report) }, what)
  const complete = async (report: Pick<Report, 'reportId'>) => {
    const things = { report: await of(report), dossier, files: store.files }
    return act((await ask(completeReport, { as: owner, table, things })) as never)
  }
  const withdraw = async (report: Pick<Report, 'reportId'>) =>
    act((await ask(withdrawReport, { as: owner, table, things: { report: await of(report), dossier } })) as never)
  const listed = async (input: object = { limit: 50 }) =>
    (await granted(ask(listReports, { as: owner, table, things: { dossier }, input }))).view
  const read = async (report: Pick<Report, 'reportId'>) =>
    ask(readReport, { as: owner, table, things: { report: await of(report), dossier } })
  const download = async (report: Pick<Report, 'reportId'>) =>
    ask(downloadReport, { as: owner, table, things: { report: await of(report), dossier, files: store.files } })
  return { announce, upload, complete, withdraw, listed, read, download }
}

test('P-05: a report is shown to nobody before its file has come, and then with what it is', async () => {
  const { announce, upload, complete, listed, read, download } = office()
  const report = await announce()
  expect(report).toMatchObject({ state: 'awaiting-upload', publishedAt: null })
  expect([(await listed()).items, await read(report), await download(report)]).toEqual([
    [],
    problem('not-found'),
    problem('not-found'),
  ])
  upload(report)
  expect(await complete(report)).toMatchObject({
    view: { state: 'published', contentType: 'application/pdf', typeDiffers: false },
    events: [{ type: 'figures-published', data: { kind: 'report', publicationId: report.reportId } }],
  })
  expect((await listed()).items).toMatchObject([{ title: 'Bilan 2025', from: '2025-01-01', until: '2025-12-31' }])
  expect(await download(report)).toMatchObject({
    view: { name: 'bilan.pdf', sha256: sha256Of(bytes), length: bytes.length, contentType: 'application/pdf' },
  })
})

test('P-05: completed again, a report is as it was, and nobody is told twice', async () => {
  const { announce, upload, complete } = office()
  const report = await announce()
  upload(report)
  await complete(report)
  const again = (await complete(report)) as { writes?: unknown; events?: unknown }
  expect([again.writes, again.events]).toEqual([undefined, undefined])
})

test('C-31: a file that is missing or other than announced publishes nothing', async () => {
  const { announce, upload, complete, listed } = office()
  const report = await announce()
  expect(await complete(report)).toEqual(problem('upload-not-found'))
  upload(report, Buffer.from('%PDF-1.7 something else'))
  expect(await complete(report)).toEqual(problem('upload-differs'))
  expect((await listed()).items).toEqual([])
})

test('B-12: what is announced as a PDF and is a page is told as a page', async () => {
  const store = memoryStore()
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const file = { ...announced.file, length: page.length, sha256: sha256Of(page) }
  const things = { dossier, files: store.files }
  const { view } = await granted(ask(announceReport, { as: owner, things, input: { ...announced, file } }))
  store.put({ bucket: 'documents', key: reportKey(view.report) }, page)
  const stored = { ...announced, ...file, ...view.report, contentType: 'application/pdf', storedVersionId: null }
  const done = await granted(
    ask(completeReport, { as: owner, things: { ...things, report: { ...stored, version: 1 } } }),
  )
  expect(done.view).toMatchObject({ contentType: 'text/html', announcedType: 'application/pdf', typeDiffers: true })
})

test('P-05: a report that was taken back is shown to nobody any more, and is not completed again', async () => {
  const { announce, upload, complete, withdraw, listed, read, download } = office()
  const [one, two] = [await announce(), await announce()]
  for (const report of [one, two]) {
    upload(report)
    await complete(report)
  }
  await withdraw(one)
  expect((await listed()).items).toMatchObject([{ reportId: two.reportId }])
  for (const asked of [read, download, complete, withdraw]) expect(await asked(one)).toEqual(problem('not-found'))
})

test('P-05: pages of reports are full, whatever was taken back between', async () => {
  const { announce, upload, complete, withdraw, listed } = office()
  const made = []
  for (let at = 0; at < 6; at++) {
    const report = await announce()
    upload(report)
    await complete(report)
    made.push(report.reportId)
  }
  await withdraw({ reportId: made[4] as string })
  const first = await listed({ limit: 2 })
  expect(first.items.map(({ reportId }) => reportId)).toEqual([made[5], made[3]])
  const next = await listed({ limit: 2, cursor: first.cursor })
  expect(next.items.map(({ reportId }) => reportId)).toEqual([made[2], made[1]])
})

test.each([
  ['a period that ends before it begins', { from: '2026-02-01', until: '2026-01-31' }],
  ['a day that there is not', { from: '2026-02-30', until: '2026-03-31' }],
  ['a title of nothing', { title: '  ' }],
  ['a title of two lines', { title: 'a\nb' }],
  ['a name that leads elsewhere', { file: { ...announced.file, name: '../x.pdf' } }],
  ['an empty file', { file: { ...announced.file, length: 0 } }],
  ['a field that is not ours', { state: 'published' }],
])('P-05: %s is refused before anything is written', (_what, changes) => {
  expect(routes.announceReport.input.safeParse({ ...announced, ...changes }).success).toBe(false)
})
