/** Reports and series over HTTP, on the deployed stack: published, told of, fetched, taken back. */
import { expect, test } from 'vitest'
import { localStack } from '../../test/journeys/local-stack.ts'
import { announcementOf, bytesAt, put } from '../../test/journeys/move-files.ts'
import { until } from '../../test/journeys/people-in-town.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as feed } from '../feed/routes.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { administrator, practitioner, params } = await settledDossier(settlement)
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]
const configure = (modules: readonly ('archive' | 'figures')[]) =>
  practitioner.call(dossiers.configureDossier, { params, input: { modules: [...modules] } })

test('P-05, P-02: a report is published, told of to whoever may read it, fetched, and taken back; off, it is gone at once', async () => {
  const bytes = Buffer.from('%PDF-1.7 Bilan 2025')
  await configure(['archive', 'figures'])
  const input = {
    title: 'Bilan 2025',
    from: '2025-01-01',
    until: '2025-12-31',
    file: announcementOf({ name: 'bilan.pdf', bytes, contentType: 'application/pdf' }),
  }
  const { report, upload } = await practitioner.call(routes.announceReport, { params, input })
  const it = { params: { ...params, reportId: report.reportId } }
  const early = await practitioner.ask(routes.completeReport, it)
  expect(codeOf(early)).toEqual([409, 'upload-not-found'])
  expect((await put(upload, bytes)).status).toBe(200)
  // Two at once, and one more: published once, and told of once.
  const both = await Promise.all([
    practitioner.ask(routes.completeReport, it),
    practitioner.ask(routes.completeReport, it),
  ])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  await practitioner.call(routes.completeReport, it)

  const download = await administrator.call(routes.downloadReport, it)
  expect([download.contentType, await bytesAt(download)]).toEqual(['application/pdf', bytes])
  const told = await until('entry in the feed', async () => {
    const { items } = await administrator.call(feed.listFeed, { input: {} })
    const entries = items.filter(({ type }) => type === 'figures-published')
    return entries.length > 0 ? entries : undefined
  })
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told)).not.toContain('Bilan')

  await configure(['archive'])
  expect(codeOf(await administrator.ask(routes.listReports, { params, input: {} }))).toEqual([403, 'refused'])
  expect(codeOf(await administrator.ask(routes.downloadReport, it))).toEqual([404, 'not-found'])
  await configure(['archive', 'figures'])
  expect((await administrator.call(routes.listReports, { params, input: {} })).items).toHaveLength(1)
  expect((await practitioner.ask(routes.withdrawReport, it)).status).toBe(204)
  expect((await administrator.call(routes.listReports, { params, input: {} })).items).toEqual([])
})

test('P-05, B-12: a series is published again; its table and chart are fetched as files, in the language asked for', async () => {
  await configure(['archive', 'figures'])
  const points = ['2026-Q1', '2026-Q2'].map((period, at) => ({
    period,
    account: { code: '70', label: '=Ventes' },
    amountMinor: -5 + at * 120_055,
  }))
  const input = { name: 'Ventes', currency: 'EUR', points }
  const { seriesId } = await practitioner.call(routes.createSeries, { params, input })
  const it = { params: { ...params, seriesId } }
  const again = await practitioner.call(routes.publishSeries, { ...it, input: { ...input, name: 'Ventes nettes' } })
  expect(again.number).toBe(2)
  expect(codeOf(await administrator.ask(routes.publishSeries, { ...it, input }))).toEqual([403, 'refused'])

  const csv = await administrator.call(routes.readTable, { ...it, headers: { 'accept-language': 'fr' }, input: {} })
  expect((await bytesAt(csv)).toString()).toContain("70;'=Ventes;-0,05;1200,50")
  const chart = await administrator.call(routes.readChart, { ...it, headers: { 'accept-language': 'en' }, input: {} })
  expect((await bytesAt(chart)).toString()).toContain('<title id="title">Ventes nettes</title>')
  // As a file to be kept, and never as a picture that a browser would open from here.
  const asked = new URL(chart.url).searchParams
  expect(asked.get('response-content-type')).toBe('application/octet-stream')
  expect(asked.get('response-content-disposition')).toMatch(/^attachment; filename="Ventes nettes\.svg"/)
  const xlsx = await administrator.call(routes.readTable, { ...it, input: { format: 'xlsx' } })
  expect((await bytesAt(xlsx)).subarray(0, 2).toString()).toBe('PK')
})
