/** An IBAN as it comes in: kept without spaces, checked by the length and the check digits of its country. */
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import * as z from 'zod/mini'

/** As it is kept and compared; `undefined` where it has no such form. */
export const ibanOf = (written: string): string | undefined => {
  const iban = /^[A-Za-z\d -]+$/.test(written) ? electronicFormatIBAN(written) : null
  return iban !== null && isValidIBAN(iban) ? iban : undefined
}

export const noIban = {
  en: 'This is no IBAN: its length or its check digits are not those of its country.',
  fr: "Ce n'est pas un IBAN : sa longueur ou ses chiffres de contrôle ne sont pas ceux de son pays.",
}

export const iban = z.pipe(
  z.string().check(
    z.maxLength(60),
    z.refine((written) => ibanOf(written) !== undefined, { error: noIban.en, params: noIban }),
  ),
  z.transform((written) => ibanOf(written) as string),
)
