/** IBANs by their form: the length and the check digits of their country. No bank is asked. */
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'

/** An IBAN as it is kept and compared, without spaces; `undefined` where it has no such form. */
export const ibanOf = (written: string): string | undefined => {
  const iban = /^[A-Za-z\d -]+$/.test(written) ? electronicFormatIBAN(written) : null
  return iban !== null && isValidIBAN(iban) ? iban : undefined
}

export const noIban = {
  en: 'This is no IBAN: its length or its check digits are not those of its country.',
  fr: "Ce n'est pas un IBAN : sa longueur ou ses chiffres de contrôle ne sont pas ceux de son pays.",
}
