/** The numbers of a party, checked by their forms. The forms weigh much: only the function of this capability has them. */
import type { Language } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { ibanOf, noIban } from './iban.ts'
import { vatNumberOf } from './vat-number.ts'

const wrong = {
  vatNumber: {
    en: 'This is no VAT number: two letters for the country, and a number as that country forms it.',
    fr: "Ce n'est pas un numéro de TVA : deux lettres pour le pays, puis un numéro tel que ce pays le forme.",
  },
  iban: noIban,
}
const forms = { vatNumber: vatNumberOf, iban: ibanOf }
type Numbers = { readonly [N in keyof typeof forms]?: string | null | undefined }

/** The numbers as they are kept and compared; what is not named stays away, and `null` is `null`. */
export const checkNumbers = (written: Numbers, language: Language): Numbers | Problem => {
  const checked = (['vatNumber', 'iban'] as const).map((name) => {
    const number = written[name]
    return { name, number, kept: typeof number === 'string' ? forms[name](number) : number }
  })
  const errors = checked.flatMap(({ name, number, kept }) =>
    typeof number === 'string' && kept === undefined ? [{ pointer: `#/${name}`, detail: wrong[name][language] }] : [],
  )
  if (errors.length > 0) return problem('invalid-input', { errors })
  return Object.fromEntries(checked.map(({ name, kept }) => [name, kept]))
}
