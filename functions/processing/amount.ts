/** Amounts of money as they come in: whole numbers of a currency's minor unit, and the currency's ISO 4217 code. */
import * as z from 'zod/mini'

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

const LARGEST = 10_000_000_000_000

/** The code of a currency that is in use. */
export const currency = z.string().check(
  z.refine((code) => currencies.has(code), {
    error: 'A currency is told by its code of three capital letters (ISO 4217), as EUR.',
    params: {
      en: 'A currency is told by its code of three capital letters (ISO 4217), as EUR.',
      fr: "Une devise s'indique par son code de trois capitales (ISO 4217), comme EUR.",
    },
  }),
)

/** An amount; a credit note's is below zero. */
export const Money = z.strictObject({ minor: z.int().check(z.gte(-LARGEST), z.lte(LARGEST)), currency })
