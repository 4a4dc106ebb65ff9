import { perhaps, remove } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { BankAccounts, IbanClaims } from '../records.ts'
import type { routes } from '../routes.ts'

/** Removes an account number; a payment file keeps the one that it was made with (P-04). */
export const removeAccount: Handler<typeof routes.removeAccount> = async ({ bankAccount, read }) => {
  const { dossierId, iban } = bankAccount
  const { claim } = await read({ claim: perhaps(IbanClaims, { dossierId, iban }) })
  const claimed = claim === undefined ? [] : [remove(IbanClaims, claim)]
  return { view: {}, writes: [remove(BankAccounts, bankAccount), ...claimed] }
}
