import { scaleBand, scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { html, raw } from 'hono/html'
import { digitsOf } from '../../shared/money.ts'
import type { Language } from '../../shared/people.ts'
import type { SeriesVersion } from './records.ts'
import { rowsOf } from './series-version.ts'
import { periodIn, words } from './words.ts'

const SIZE = { width: 640, height: 360 }
const PLOT = { left: 84, right: 624, top: 44, bottom: 268 }
/** So many accounts can be told apart by colour and dash; the table has the others. */
const SHOWN = 8
const MOST_LABELS = 12
/** Told apart by whoever does not see colours alike, each with 3:1 or more against white; the dash says it once more. */
const colours = ['#0b5cab', '#b3261e', '#1b7f3b', '#7b3fa0', '#a34a00', '#00707a', '#8a2766', '#4f4f4f']
const dashes = ['', '6 3', '2 3', '8 3 2 3', '12 4', '4 4', '1 4', '10 2']

type Part = ReturnType<typeof html>

/**
 * A small chart as SVG, for people who look and for those who listen: a title, a description, a legend in words. Names
 * of accounts are texts in it, whatever they hold.
 */
export const makeChart = (version: SeriesVersion, language: Language): Buffer => {
  const { accounts, periods, currency, name } = version
  const { amountsIn, describe, more } = words[language]
  const say = (period = '') => periodIn(language, period)
  const description = `${amountsIn(currency)}. ${describe(accounts.length, say(periods[0]), say(periods.at(-1)))}`
  const shown = rowsOf(version).slice(0, SHOWN)
  const values = shown.flat().filter((minor) => minor !== null)
  // With nought in it, so that heights compare as amounts do.
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values, 1)], [PLOT.bottom, PLOT.top]).nice(5)
  const unit = 10 ** digitsOf(currency)
  const said = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 2 })
  const left = accounts.length - shown.length
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-labelledby="title description" lang="${language}" font-family="sans-serif" font-size="12"><title id="title">${name}</title><desc id="description">${description}</desc><rect width="100%" height="100%" fill="#fff"/><text x="${PLOT.left}" y="22" font-size="15" font-weight="bold">${short(name, 60)}</text>${y
    .ticks(5)
    .map(
      (tick) =>
        html`<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(tick)}" y2="${y(tick)}" stroke="${tick === 0 ? '#333' : '#ddd'}"/><text x="${PLOT.left - 8}" y="${y(tick) + 4}" text-anchor="end">${said.format(tick / unit)}</text>`,
    )}${periods.length === 1 ? bars(shown, y) : lines(shown, periods, y)}${axis(periods, say)}${accounts
    .slice(0, SHOWN)
    .map(
      ({ code, label }, at) =>
        html`<g transform="translate(${PLOT.left + (at % 2) * 270} ${300 + Math.floor(at / 2) * 15})"><path d="M0 -4h24" ${look(at)}/><text x="30">${short(`${code} ${label}`, 36)}</text></g>`,
    )}${left > 0 ? html`<text x="${PLOT.left}" y="36" fill="#333">${more(left)}</text>` : ''}</svg>`
  // Nothing in it is waited for, so it is no promise.
  return Buffer.from((svg as string).toString())
}

type Rows = readonly (readonly (number | null)[])[]
type Height = (minor: number) => number

const look = (at: number): Part =>
  html`fill="none" stroke="${colours[at] ?? '#333'}" stroke-width="2" stroke-dasharray="${raw(dashes[at] ?? '')}"`

const short = (text: string, most: number): string => {
  const characters = Array.from(text)
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}

/** One line for each account; a period without an amount leaves a gap, and an amount alone is a dot. */
const lines = (rows: Rows, periods: readonly string[], y: Height): Part[] => {
  const x = scalePoint(periods, [PLOT.left + 20, PLOT.right - 20])
  const places = periods.map((period) => x(period) ?? PLOT.left)
  return rows.map((row, at) => {
    const path = line<number | null>()
      .defined((minor) => minor !== null)
      .x((_, period) => places[period] ?? 0)
      .y((minor) => y(minor ?? 0))
      .digits(1)
    const dots = row.flatMap((minor, period) =>
      minor === null
        ? []
        : [html`<circle cx="${places[period] ?? 0}" cy="${y(minor)}" r="3" fill="${colours[at] ?? '#333'}"/>`],
    )
    return html`<path d="${path([...row]) ?? ''}" ${look(at)}/>${dots}`
  })
}

/** One bar for each account, where there is one period alone. */
const bars = (rows: Rows, y: Height): Part[] => {
  const x = scaleBand<number>(rows.keys(), [PLOT.left, PLOT.right]).padding(0.3)
  return rows.map((row, at) => {
    const [from, to] = [y(0), y(row[0] ?? 0)]
    return html`<rect x="${x(at) ?? 0}" width="${x.bandwidth()}" y="${Math.min(from, to)}" height="${Math.abs(from - to)}" fill="${colours[at] ?? '#333'}"/>`
  })
}

/** The periods below; where there are many, as many as can be read. */
const axis = (periods: readonly string[], say: (period: string) => string): Part[] => {
  const x = scalePoint(periods, [PLOT.left + 20, PLOT.right - 20])
  const step = Math.ceil(periods.length / MOST_LABELS)
  return periods
    .filter((_, at) => at % step === 0)
    .map(
      (period) =>
        html`<text x="${x(period) ?? PLOT.left}" y="${PLOT.bottom + 17}" text-anchor="middle" font-size="10">${say(period)}</text>`,
    )
}
