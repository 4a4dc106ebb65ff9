import { build } from 'esbuild'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makeChart } from './make-chart.ts'
import { makeCsv } from './make-csv.ts'
import { makeXlsx } from './make-xlsx.ts'
import type { SeriesVersion } from './records.ts'
import { placePoints } from './series-version.ts'

const versionOf = (points: Parameters<typeof placePoints>[0], more: Partial<SeriesVersion> = {}): SeriesVersion => ({
  dossierId: 'd',
  seriesId: 's',
  number: 1,
  name: 'Chiffres',
  currency: 'EUR',
  publishedAt: '',
  publishedBy: '',
  ...placePoints(points),
  ...more,
})
const point = (period: string, code: string, label: string, amountMinor: number) => ({
  period,
  account: { code, label },
  amountMinor,
})
const two = versionOf([
  point('2026-Q1', '60', 'Achats', -120_050),
  point('2026-Q2', '60', 'Achats', 5),
  point('2026-Q2', '70', 'Ventes', 9_007_199_254_740),
])

/** The sheet of a workbook with the texts that it shares. */
const sheetOf = (bytes: Buffer): string => {
  const files = unzipSync(bytes)
  return Object.entries(files)
    .filter(([name]) => /sheet1\.xml$|sharedStrings\.xml$/.test(name))
    .map(([, content]) => Buffer.from(content).toString())
    .join('\n')
}

describe('CSV', () => {
  test('P-05: has a row for each account and a column for each period, exact to the cent, as the language writes it', () => {
    expect(makeCsv(two, 'en').toString()).toBe(
      [
        '\ufeffAccount,Label (Amounts in EUR),Q1 2026,Q2 2026',
        '60,Achats,-1200.50,0.05',
        '70,Ventes,,90071992547.40',
        '',
      ].join('\r\n'),
    )
    expect(makeCsv(two, 'fr').toString()).toBe(
      [
        '\ufeffCompte;Libellé (Montants en EUR);T1 2026;T2 2026',
        '60;Achats;-1200,50;0,05',
        '70;Ventes;;90071992547,40',
        '',
      ].join('\r\n'),
    )
  })

  test.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', '＝1+1'])('B-12: the text %j is no formula', (label) => {
    const rows = makeCsv(versionOf([point('2026', label, label, 1)]), 'en')
      .toString()
      .split('\r\n')
    expect(rows[1]?.startsWith(`'${label}`)).toBe(true)
    expect(rows[1]).toContain(`,'${label}`)
  })

  test('P-05: quotes and separators of a text stay in their cell', () => {
    const csv = makeCsv(versionOf([point('2026', '7', 'a;"b",c', 1)]), 'fr').toString()
    expect(csv).toContain('7;"a;""b"",c";0,01')
  })

  test('P-05: the amounts of a row are those that were published, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e13, max: 1e13 }), { minLength: 1, maxLength: 40 }), (amounts) => {
        const points = amounts.map((amount, at) => point(String(1950 + at), '7', 'x', amount))
        const row = makeCsv(versionOf(points), 'en').toString().split('\r\n')[1]?.split(',').slice(2)
        expect(row?.map((cell) => Number(cell.replace('.', '')))).toEqual(amounts.map((amount) => amount + 0))
      }),
    )
  })
})

describe('XLSX', () => {
  test('P-05: holds texts as texts and amounts as numbers', async () => {
    const sheet = sheetOf(await makeXlsx(versionOf([point('2026', '=1+1', '@x', -1205)]), 'fr'))
    expect(sheet).toContain('=1+1')
    expect(sheet).toContain('<v>-12.05</v>')
    expect(sheet).not.toMatch(/<f[ >]/)
  })

  test.each(['a/b:c?*[x]', "'".repeat(40), 'n'.repeat(120)])(
    'P-05: a series called %s makes a workbook',
    async (name) => {
      expect((await makeXlsx(versionOf([point('2026', '7', 'x', 1)], { name }), 'en')).length).toBeGreaterThan(1000)
    },
  )
})

describe('SVG', () => {
  const read = (svg: string) => {
    expect(XMLValidator.validate(svg)).toBe(true)
    return new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(svg) as {
      svg: Record<string, unknown>
    }
  }

  test('B-16: a chart has a role, a title and a description, in the language of whoever asks', () => {
    const { svg } = read(makeChart(two, 'fr').toString())
    expect(svg).toMatchObject({ '@role': 'img', '@lang': 'fr', '@aria-labelledby': 'title description' })
    expect(svg.desc).toMatchObject({ '#text': 'Montants en EUR. 2 comptes, de T1 2026 à T2 2026.' })
    expect(makeChart(two, 'en').toString()).toContain('Amounts in EUR. 2 accounts, from Q1 2026 to Q2 2026.')
  })

  test('P-05: there is a line for each account, and a bar where there is one period', () => {
    const lines = makeChart(two, 'en').toString()
    expect(lines.match(/<circle/g)).toHaveLength(3)
    const one = versionOf([point('2026', '6', 'a', 5), point('2026', '7', 'b', -5)])
    expect(
      makeChart(one, 'en')
        .toString()
        .match(/<rect x=/g),
    ).toHaveLength(2)
  })

  test('P-05: of many accounts the first are drawn, and how many more there are is told', () => {
    const many = versionOf(Array.from({ length: 20 }, (_, at) => point('2026', `${10 + at}`, 'x', at)))
    expect(makeChart(many, 'en').toString()).toContain('and 12 more, in the table')
  })

  test('B-12: what a name holds is text in the picture, whatever it is, and the picture runs nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('<script>alert(1)</script>', '"><image href=x onerror=y>', ']]>&amp;', "' onload='x"),
        fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.replace(/[^\p{L}\p{N} <>&"']/gu, 'x')),
        fc.array(fc.integer({ min: -1e13, max: 1e13 }), { minLength: 1, maxLength: 30 }),
        (hostile, label, amounts) => {
          const points = amounts.map((amount, at) => point(String(1950 + at), hostile.slice(0, 20), label, amount))
          const svg = makeChart(versionOf(points, { name: hostile }), 'en').toString()
          read(svg)
          expect(svg).not.toMatch(/<(?:script|image|foreignObject)|NaN|undefined|\son\w+="/)
        },
      ),
    )
  })
})

test('P-05: bundled as they are deployed, the three still make their files', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export { makeCsv } from './make-csv.ts'; export { makeXlsx } from './make-xlsx.ts'; export { makeChart } from './make-chart.ts'",
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    write: false,
  })
  const bundled = (await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`
  )) as {
    makeCsv: typeof makeCsv
    makeXlsx: typeof makeXlsx
    makeChart: typeof makeChart
  }
  expect(bundled.makeCsv(two, 'en')).toEqual(makeCsv(two, 'en'))
  expect(bundled.makeChart(two, 'en')).toEqual(makeChart(two, 'en'))
  expect(sheetOf(await bundled.makeXlsx(two, 'en'))).toBe(sheetOf(await makeXlsx(two, 'en')))
})
