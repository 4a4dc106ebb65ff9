/** Figures for people: tables with aligned columns, medians and percentiles. */

export type Cell = string | number

/** A table as text: the first column to the left, figures to the right. */
export const tableOf = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const lines = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const isFigure = head.map((_, column) => rows.every((row) => /^[\d.,–≤%-]*( \w+)?$/.test(String(row[column] ?? ''))))
  const draw = (line: readonly string[]): string =>
    line
      .map((cell, column) => (isFigure[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const [first = [], ...rest] = lines
  return [draw(first), widths.map((width) => '─'.repeat(width)).join('  '), ...rest.map(draw)].join('\n')
}

/** The value below which this share of all lies; `NaN` of nothing. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`
