import type { Handler } from '../../kernel/handler.ts'
import { type BankAccount, BankAccounts } from '../records.ts'
import type { routes } from '../routes.ts'

/** The account numbers of a dossier, to those alone who may see them (P-04). */
export const listAccounts: Handler<typeof routes.listAccounts> = async ({ dossier: { dossierId }, input, list }) => ({
  view: await list<BankAccount>(BankAccounts.by.ofDossier, { dossierId }, input),
})
