import { problem } from '../../../shared/problems.ts'
import { create, perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type BankAccount, BankAccounts, IbanClaims } from '../records.ts'
import type { routes } from '../routes.ts'

/** Adds an account number; a dossier has each IBAN once (P-04). */
export const addAccount: Handler<typeof routes.addAccount> = async ({ actor, dossier, input, read, now, newId }) => {
  const { dossierId } = dossier
  const { iban } = input
  const { claim } = await read({ claim: perhaps(IbanClaims, { dossierId, iban }) })
  if (claim !== undefined) return problem('account-exists')
  const account: BankAccount = {
    dossierId,
    accountId: newId(),
    ...input,
    bic: input.bic ?? null,
    createdAt: now,
    createdBy: actor.personId,
  }
  const { accountId } = account
  return {
    view: account,
    version: 1,
    writes: [create(BankAccounts, account), create(IbanClaims, { dossierId, iban, accountId })],
  }
}
