import { isProblem, problem } from '../../../shared/problems.ts'
import { create, perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { checkAccount } from '../check-account.ts'
import { type BankAccount, BankAccounts, IbanClaims } from '../records.ts'
import type { routes } from '../routes.ts'

/** Adds an account number; a dossier has each IBAN once (P-04). */
export const addAccount: Handler<typeof routes.addAccount> = async (context) => {
  const { actor, dossier, input, language, read, now, newId } = context
  const numbers = checkAccount(input, language)
  if (isProblem(numbers)) return numbers

  const { dossierId } = dossier
  const { iban } = numbers
  const { claim } = await read({ claim: perhaps(IbanClaims, { dossierId, iban }) })
  if (claim !== undefined) return problem('account-exists')
  const { label, holder } = input
  const made = { createdAt: now, createdBy: actor.personId }
  const account: BankAccount = { dossierId, accountId: newId(), label, holder, ...numbers, ...made }
  const { accountId } = account
  return {
    view: account,
    version: 1,
    writes: [create(BankAccounts, account), create(IbanClaims, { dossierId, iban, accountId })],
  }
}
