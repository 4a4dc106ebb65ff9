/** The numbers of an account, checked by their forms. The forms weigh much: only the function of this capability has them. */
import { isValidBIC } from 'ibantools'
import type { Language } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { ibanOf, noIban } from '../processing/iban.ts'
import type { BankAccount } from './records.ts'

const bicOf = (written: string): string | undefined => {
  const bic = written.trim().toUpperCase()
  return isValidBIC(bic) ? bic : undefined
}

const wrong = {
  iban: noIban,
  bic: {
    en: 'This is no BIC: four letters, two for the country, and two or five letters or digits.',
    fr: "Ce n'est pas un BIC : quatre lettres, deux pour le pays, puis deux ou cinq lettres ou chiffres.",
  },
}

type Written = { readonly iban: string; readonly bic?: string | null | undefined }

/** The numbers as they are kept and compared, or what is wrong with them. */
export const checkAccount = (written: Written, language: Language): Pick<BankAccount, 'iban' | 'bic'> | Problem => {
  const iban = ibanOf(written.iban)
  const bic = typeof written.bic === 'string' ? bicOf(written.bic) : null
  if (iban !== undefined && bic !== undefined) return { iban, bic }
  const errors = (['iban', 'bic'] as const)
    .filter((name) => (name === 'iban' ? iban : bic) === undefined)
    .map((name) => ({ pointer: `#/${name}`, detail: wrong[name][language] }))
  return problem('invalid-input', { errors })
}
