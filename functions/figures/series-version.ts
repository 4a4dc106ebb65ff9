import type { SeriesVersion } from './records.ts'

type Point = {
  readonly period: string
  readonly account: { readonly code: string; readonly label: string }
  readonly amountMinor: number
}

/** Periods of one kind sort as they are written; so do codes, as texts. */
const inOrder = (some: Iterable<string>): string[] => [...new Set(some)].sort()

/** The points of a version, each account and period once, whatever order they came in. */
export const placePoints = (
  points: readonly Point[],
): Pick<SeriesVersion, 'periods' | 'accounts' | 'amounts' | 'points'> => {
  const periods = inOrder(points.map(({ period }) => period))
  const labels = new Map(points.map(({ account }) => [account.code, account.label]))
  const codes = inOrder(labels.keys())
  const [periodAt, accountAt] = [placesIn(periods), placesIn(codes)]
  return {
    periods,
    accounts: codes.map((code) => ({ code, label: labels.get(code) ?? '' })),
    amounts: points
      .map(({ period, account, amountMinor }) => [periodAt(period), accountAt(account.code), amountMinor] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    points: points.length,
  }
}

const placesIn = (texts: readonly string[]): ((text: string) => number) => {
  const places = new Map(texts.map((text, at) => [text, at]))
  return (text) => places.get(text) as number
}

/** A version with its points as they came in: what is published can be published again from it. */
export const showVersion = ({ periods, accounts, amounts, ...facts }: SeriesVersion) => ({
  ...facts,
  points: amounts.map(([period, account, amountMinor]) => ({
    period: periods[period] as string,
    account: accounts[account] as SeriesVersion['accounts'][number],
    amountMinor,
  })),
})

/** The amounts of each account, one for each period; `null` where a period has none. */
export const rowsOf = ({ periods, accounts, amounts }: SeriesVersion): (number | null)[][] => {
  const rows = accounts.map(() => periods.map((): number | null => null))
  for (const [period, account, amountMinor] of amounts) (rows[account] as (number | null)[])[period] = amountMinor
  return rows
}
