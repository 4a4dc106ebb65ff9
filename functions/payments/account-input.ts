/** What is said of an account number; IBAN and BIC are checked by their forms where they are kept (P-04). */
import * as z from 'zod/mini'
import { line } from '../../shared/contract/schemas.ts'

/** Long enough for every form, with the spaces that people write. */
const number = z.string().check(z.minLength(1), z.maxLength(60))

export const NewAccount = z.strictObject({
  label: line(60),
  holder: line(70),
  iban: number,
  bic: z.optional(z.nullable(number)),
})
