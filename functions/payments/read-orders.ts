import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Document, Documents } from '../documents/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { Parties, type Party } from '../processing/records.ts'
import { blockers } from './blockers.ts'
import { isPayable } from './payable-of.ts'
import { type BankAccount, BankAccounts, type Payable, Payables, PaymentClaims } from './records.ts'
import { seesDocument, type Ties } from './sees-document.ts'
import { blockersOf } from './why-not-pay.ts'

type Asked = { readonly documentIds: readonly string[]; readonly accountId?: string | undefined }

/** Everything that a payment file is made of. */
export type Orders = {
  readonly account: Stored<BankAccount>
  readonly orders: readonly { readonly document: Document; readonly payable: Stored<Payable>; readonly party: Party }[]
}

/** What is to be paid, from which account, or why that cannot be; what one may not see is not there. */
export const readOrders = async (
  { documentIds, accountId }: Asked,
  ties: Ties & { readonly dossier: { readonly dossierId: string } },
  { read, list, may, language }: Pick<Tools, 'read' | 'list' | 'may' | 'language'>,
): Promise<Orders | Problem> => {
  const { dossierId } = ties.dossier
  const [found, account] = await Promise.all([
    read(lookupsFor(dossierId, documentIds)) as Promise<Readonly<Record<string, never>>>,
    accountFor(dossierId, accountId, { read, list }),
  ])
  const documents = documentIds.map((documentId) => found[`document ${documentId}`] as Document | undefined)
  if (!documents.every((document) => document !== undefined && seesDocument(may, ties, document)))
    return problem('not-found')
  if (documentIds.some((documentId) => found[`claim ${documentId}`] !== undefined)) return problem('already-in-payment')
  if ('problem' in account) return account

  const payables = documentIds.map((documentId) => found[`payable ${documentId}`] as Stored<Payable> | undefined)
  const parties = (await read(partiesOf(dossierId, payables))) as Readonly<Record<string, Party | undefined>>
  const orders = documents.map((document, at) => {
    const payable = payables[at]
    return { document: document as Document, payable, party: parties[payable?.partyId ?? ''] }
  })
  const errors = orders.flatMap(({ document, payable, party }, at) => {
    const pointer = `#/documentIds/${at}`
    if (payable === undefined || !isPayable(document)) return [{ pointer, detail: notReady[language] }]
    return blockersOf(payable, party).map((blocker) => ({ pointer, detail: blockers[blocker][language] }))
  })
  return errors.length > 0 ? problem('not-payable', { errors }) : { account, orders: orders as Orders['orders'] }
}

const notReady = {
  en: 'It is no purchase document that is approved or needs no approval.',
  fr: "Ce n'est pas un document d'achat approuvé ou dispensé d'approbation.",
}

const lookupsFor = (dossierId: string, documentIds: readonly string[]) =>
  Object.fromEntries(
    documentIds.flatMap((documentId) => [
      [`document ${documentId}`, perhaps(Documents, { dossierId, documentId })],
      [`payable ${documentId}`, perhaps(Payables, { dossierId, documentId })],
      [`claim ${documentId}`, perhaps(PaymentClaims, { dossierId, documentId })],
    ]),
  )

/** The suppliers of what is to be paid, by their ids. */
export const partiesOf = (dossierId: string, payables: readonly (Payable | undefined)[]) =>
  Object.fromEntries(
    payables.flatMap((payable) =>
      payable?.partyId === undefined
        ? []
        : [[payable.partyId, perhaps(Parties, { dossierId, partyId: payable.partyId })]],
    ),
  )

/** The account that was named; the only one, where none was. */
const accountFor = async (
  dossierId: string,
  accountId: string | undefined,
  { read, list }: Pick<Tools, 'read' | 'list'>,
): Promise<Stored<BankAccount> | Problem> => {
  if (accountId !== undefined) {
    const { account } = await read({ account: perhaps(BankAccounts, { dossierId, accountId }) })
    return account ?? problem('account-not-found')
  }
  const { items } = await list<BankAccount>(BankAccounts.by.ofDossier, { dossierId }, { limit: 2 })
  const [only, other] = items
  return only === undefined || other !== undefined ? problem('account-needed') : only
}
