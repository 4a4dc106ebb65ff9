import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { the } from '../../shared/table/table.ts'
import { ask, granted, holding } from '../../test/ask.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { dossier } from '../../test/one-dossier.ts'
import { personOf } from '../../test/world.ts'
import { createSeries } from './handlers/create-series.ts'
import { listSeries } from './handlers/list-series.ts'
import { listSeriesVersions } from './handlers/list-series-versions.ts'
import { publishSeries } from './handlers/publish-series.ts'
import { readChart } from './handlers/read-chart.ts'
import { readSeries } from './handlers/read-series.ts'
import { readTable } from './handlers/read-table.ts'
import { withdrawSeries } from './handlers/withdraw-series.ts'
import { Series, type SeriesHead } from './records.ts'
import { PublishedSeries } from './series-input.ts'
import { placePoints, showVersion } from './series-version.ts'

const owner = personOf('owner')
const account = { code: '70', label: 'Ventes' }
const point = (period: string, amountMinor: number, of = account) => ({ period, account: of, amountMinor })
const sales = { name: 'Ventes', currency: 'EUR', points: [point('2026-01', 120_050), point('2026-02', -99)] }

const office = async () => {
  const table = holding()
  const store = memoryStore()
  const outcome = await granted(ask(createSeries, { as: owner, table, things: { dossier }, input: sales }))
  await table.commit(outcome.writes ?? [])
  const { seriesId } = outcome.view
  const head = async () =>
    (await table.load({ it: the(Series, { dossierId: dossier.dossierId, seriesId }) })).it as Stored<SeriesHead>
  const things = async () => ({ series: await head(), dossier, files: store.files })
  const asked = async (handler: never, input: object = {}) => {
    const found = (await ask(handler, { as: owner, table, things: await things(), input })) as { writes?: never }
    if (found.writes !== undefined) await table.commit(found.writes)
    return found as never as { view: never; events?: readonly object[] }
  }
  return { table, store, outcome, head, things, asked }
}

test('P-05: a series is published, told of, and read as it was published', async () => {
  const { outcome, asked } = await office()
  expect(outcome.events).toMatchObject([{ type: 'figures-published', data: { kind: 'series' } }])
  expect(await asked(readSeries as never)).toMatchObject({ view: { ...sales, number: 1 } })
  expect(await asked(listSeries as never, { limit: 50 })).toMatchObject({
    view: { items: [{ name: 'Ventes', points: 2, number: 1 }], cursor: null },
  })
})

test('P-05: published again, the new version counts and the earlier one is kept', async () => {
  const { asked } = await office()
  const again = { ...sales, name: 'Ventes, corrigées', points: [point('2026-01', 130_000)] }
  expect(await asked(publishSeries as never, again)).toMatchObject({ view: { number: 2 } })
  expect(await asked(readSeries as never)).toMatchObject({ view: { number: 2, ...again } })
  expect(await asked(readSeries as never, { number: 1 })).toMatchObject({ view: { number: 1, ...sales } })
  expect(await asked(readSeries as never, { number: 3 })).toEqual(problem('not-found'))
  const { view } = await asked(listSeriesVersions as never, { limit: 50 })
  expect(view).toMatchObject({ items: [{ number: 2 }, { number: 1 }] })
})

test('P-05: of two who publish the same series at once, one meets the other and nothing is lost', async () => {
  const { table, things } = await office()
  const both = await things()
  const publish = (name: string) =>
    granted(ask(publishSeries, { as: owner, table, things: both, input: { ...sales, name } }))
  const [one, two] = [await publish('une'), await publish('deux')]
  expect(await table.commit(one.writes ?? [])).toBe('done')
  expect(await table.commit(two.writes ?? [])).not.toBe('done')
})

test('P-05: a series that was taken back is shown to nobody any more, and is not published again', async () => {
  const { asked } = await office()
  await asked(withdrawSeries as never)
  for (const handler of [readSeries, readTable, readChart, withdrawSeries, listSeriesVersions, publishSeries])
    expect(await asked(handler as never, { ...sales, format: 'csv', limit: 50 })).toEqual(problem('not-found'))
  expect(await asked(listSeries as never, { limit: 50 })).toEqual({ view: { items: [], cursor: null } })
})

test('P-05, B-12: a table and a chart are made once, typed, and fetched from the bucket', async () => {
  const { store, asked } = await office()
  for (const [handler, input, type, ending] of [
    [readTable, { format: 'csv' }, 'text/csv', 'csv'],
    [readTable, { format: 'xlsx' }, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    [readChart, {}, 'image/svg+xml', 'svg'],
  ] as const) {
    const first = await asked(handler as never, input)
    expect(first.view).toMatchObject({ contentType: type, name: `Ventes.${ending}` })
    const { url } = first.view as { url: string }
    const key = new URL(url).pathname.replace('/documents/', '')
    expect(await asked(handler as never, input)).toEqual(first)
    expect(store.countOf({ bucket: 'documents', key })).toBe(1)
  }
})

const wrong: readonly (readonly [string, object])[] = [
  ['no point', { points: [] }],
  ['a month that there is not', { points: [point('2026-13', 1)] }],
  ['a quarter that there is not', { points: [point('2026-Q5', 1)] }],
  ['quarters and months', { points: [point('2026-Q1', 1), point('2026-01', 1)] }],
  ['two amounts in one place', { points: [point('2026', 1), point('2026', 2)] }],
  ['two labels of one account', { points: [point('2025', 1), point('2026', 2, { code: '70', label: 'Autre' })] }],
  ['half a cent', { points: [point('2026', 0.5)] }],
  ['more than money can be', { points: [point('2026', 1e14)] }],
  ['a currency that there is not', { currency: 'ABC' }],
  ['a label of two lines', { points: [point('2026', 1, { code: '7', label: 'a\nb' })] }],
  [
    '2,001 points',
    { points: Array.from({ length: 2001 }, (_, at) => point('2026', 1, { code: `${at}`, label: 'x' })) },
  ],
  ['501 accounts', { points: Array.from({ length: 501 }, (_, at) => point('2026', 1, { code: `${at}`, label: 'x' })) }],
]
test.each(wrong)('P-05: a series of %s is refused', (_what, changes) => {
  expect(PublishedSeries.safeParse({ ...sales, ...changes }).success).toBe(false)
})

test('P-05: whatever is published is read again as it was, in the order of time and accounts', () => {
  const aPoint = fc.record({
    period: fc.constantFrom('2024', '2025', '2026'),
    account: fc.integer({ min: 1, max: 9 }).map((at) => ({ code: `7${at}`, label: `Compte ${at}` })),
    amountMinor: fc.integer({ min: -1e13, max: 1e13 }),
  })
  const place = ({ period, account: { code } }: { period: string; account: { code: string } }) => `${period} ${code}`
  fc.assert(
    fc.property(fc.uniqueArray(aPoint, { selector: place, minLength: 1 }), (points) => {
      expect(PublishedSeries.safeParse({ ...sales, points }).success).toBe(true)
      const facts = { dossierId: '', seriesId: '', number: 1, name: '', currency: 'EUR' }
      const version = { ...facts, publishedAt: '', publishedBy: '', ...placePoints(points) }
      const inOrder = points.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
      expect(showVersion(version).points).toEqual(inOrder)
    }),
  )
})
