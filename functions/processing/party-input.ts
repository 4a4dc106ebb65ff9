/** What is said of a supplier or customer, checked before anything is written (P-06). */
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import * as z from 'zod/mini'
import { line } from '../../shared/contract/schemas.ts'
import { partyRoles } from './records.ts'
import { vatNumberOf } from './vat-number.ts'

/** Long enough for every form, with the spaces that people write. */
const LONGEST_NUMBER = 60

/** A text that has a form of its own, kept as it is compared. */
const formed = (formOf: (written: string) => string | undefined, en: string, fr: string) =>
  z.pipe(
    z.string().check(
      z.maxLength(LONGEST_NUMBER),
      z.refine((written) => written.length > LONGEST_NUMBER || formOf(written) !== undefined, {
        error: en,
        params: { en, fr },
      }),
    ),
    z.transform((written) => formOf(written) as string),
  )

const ibanOf = (written: string): string | undefined => {
  const iban = /^[A-Za-z\d -]+$/.test(written) ? electronicFormatIBAN(written) : null
  return iban !== null && isValidIBAN(iban) ? iban : undefined
}

const vatNumber = formed(
  vatNumberOf,
  'This is no VAT number: two letters for the country, and a number as that country forms it.',
  "Ce n'est pas un numéro de TVA : deux lettres pour le pays, puis un numéro tel que ce pays le forme.",
)
export const iban = formed(
  ibanOf,
  'This is no IBAN: its length or its check digits are not those of its country.',
  "Ce n'est pas un IBAN : sa longueur ou ses chiffres de contrôle ne sont pas ceux de son pays.",
)
const roles = z.array(z.enum(partyRoles)).check(
  z.minLength(1),
  z.refine((named) => new Set(named).size === named.length, {
    error: 'Each role is named once.',
    params: { en: 'Each role is named once.', fr: 'Chaque rôle est cité une fois.' },
  }),
)

const name = line(200)

export const NewParty = z.strictObject({
  name,
  roles,
  vatNumber: z.optional(z.nullable(vatNumber)),
  iban: z.optional(z.nullable(iban)),
})

/** `null` takes a number away; what is not named stays as it is. */
export const PartyChanges = z.strictObject({
  name: z.optional(name),
  roles: z.optional(roles),
  vatNumber: z.optional(z.nullable(vatNumber)),
  iban: z.optional(z.nullable(iban)),
})
