/** What is said of an account number, checked before anything is written (P-04). */
import { isValidBIC } from 'ibantools'
import * as z from 'zod/mini'
import { line } from '../../shared/contract/schemas.ts'
import { iban } from '../processing/party-input.ts'

const bic = z.string().check(
  z.trim(),
  z.toUpperCase(),
  z.maxLength(11),
  z.refine((written) => isValidBIC(written), {
    error: 'This is no BIC: four letters, two for the country, and two or five letters or digits.',
    params: {
      en: 'This is no BIC: four letters, two for the country, and two or five letters or digits.',
      fr: "Ce n'est pas un BIC : quatre lettres, deux pour le pays, puis deux ou cinq lettres ou chiffres.",
    },
  }),
)

export const NewAccount = z.strictObject({
  label: line(60),
  holder: line(70),
  iban,
  bic: z.optional(z.nullable(bic)),
})
