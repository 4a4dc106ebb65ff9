/** What is published of a series of figures, checked before anything is written (P-05). */
import * as z from 'zod/mini'
import { line } from '../../shared/contract/schemas.ts'
import { currency } from '../processing/amount.ts'

export const MOST_POINTS = 2000
export const MOST_ACCOUNTS = 500
const LARGEST = 10_000_000_000_000

/** A year, a quarter or a month; all that comes of a strange text is that it does not match. */
const PERIOD = /^(?:19|20|21)\d\d(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/

const holds = <T>(check: (value: T) => boolean, path: string[], en: string, fr: string) =>
  z.refine<T>(check, { path, error: en, params: { en, fr } })

const Point = z.strictObject({
  period: z.string().check(
    z.regex(PERIOD, {
      error: 'A period is a year (2026), a quarter (2026-Q1) or a month (2026-01).',
    }),
  ),
  account: z.strictObject({ code: line(20), label: line(80) }),
  /** In the currency's minor unit. */
  amountMinor: z.int().check(z.gte(-LARGEST), z.lte(LARGEST)),
})
type Points = { readonly points: readonly z.output<typeof Point>[] }

export const PublishedSeries = z
  .strictObject({
    name: line(120),
    currency,
    points: z.array(Point).check(z.minLength(1), z.maxLength(MOST_POINTS)),
  })
  .check(
    holds(
      ({ points }: Points) => new Set(points.map(({ period }) => kindOf(period))).size <= 1,
      ['points'],
      'All periods of a series are years, or quarters, or months.',
      'Toutes les périodes d’une série sont des années, des trimestres ou des mois.',
    ),
    holds(
      ({ points }: Points) => points.length === new Set(points.map(placeOf)).size,
      ['points'],
      'An account has one amount in each period.',
      'Un compte a un seul montant par période.',
    ),
    holds(
      ({ points }: Points) =>
        new Set(points.map(({ account }) => account.code)).size ===
        new Set(points.map(({ account }) => JSON.stringify(account))).size,
      ['points'],
      'An account has one label.',
      'Un compte a un seul libellé.',
    ),
    holds(
      ({ points }: Points) => new Set(points.map(({ account }) => account.code)).size <= MOST_ACCOUNTS,
      ['points'],
      `A series has at most ${MOST_ACCOUNTS} accounts.`,
      `Une série compte au plus ${MOST_ACCOUNTS} comptes.`,
    ),
  )

const placeOf = ({ period, account }: Points['points'][number]): string => `${period} ${account.code}`

const kindOf = (period: string): 'year' | 'quarter' | 'month' =>
  period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month'
