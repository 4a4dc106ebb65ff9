import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { cursor, id, limit, nothing, pageOf, time } from '../../shared/contract/schemas.ts'
import { AmountView, TypedDownloadView } from '../documents/routes.ts'
import { dossier } from '../dossiers/resource.ts'
import { NewAccount } from './account-input.ts'
import { blockerNames } from './blockers.ts'
import { paymentFileStateNames } from './records.ts'
import { bankAccount, paymentFile } from './resource.ts'

export const AccountView = z.object({
  dossierId: id,
  accountId: id,
  label: z.string(),
  holder: z.string(),
  iban: z.string(),
  bic: z.nullable(z.string()),
  createdAt: time,
  createdBy: id,
})

export const ProposalView = z.object({
  documentId: id,
  name: z.string(),
  number: z.nullable(z.string()),
  date: z.nullable(z.string()),
  amount: z.nullable(AmountView),
  party: z.nullable(z.object({ partyId: id, name: z.string(), iban: z.nullable(z.string()) })),
  /** Why it cannot be paid as it is: empty where it can. */
  blockers: z.array(z.object({ code: z.enum(blockerNames), text: z.string() })),
})

/** A payment file without its payments. */
export const PaymentFileSummary = z.object({
  dossierId: id,
  paymentFileId: id,
  state: z.enum(paymentFileStateNames),
  accountId: id,
  executionDate: z.string(),
  total: AmountView,
  count: z.int(),
  createdAt: time,
  createdBy: id,
  cancelledAt: z.nullable(time),
  cancelledBy: z.nullable(id),
})

export const PaymentFileView = z.extend(PaymentFileSummary, {
  payments: z.array(
    z.object({
      documentId: id,
      endToEndId: z.string(),
      partyId: id,
      creditor: z.string(),
      iban: z.string(),
      amount: AmountView,
      remittance: z.string(),
    }),
  ),
  length: z.int(),
  sha256: z.string(),
})

/** As many as one transaction takes, with what makes each of them paid once. */
export const MOST_PAYMENTS = 40

const documentIds = z.array(id).check(
  z.minLength(1),
  z.maxLength(MOST_PAYMENTS),
  z.refine((named) => new Set(named).size === named.length, {
    error: 'Each document is named once.',
    params: { en: 'Each document is named once.', fr: 'Chaque document est cité une fois.' },
  }),
)

export const routes = {
  listAccounts: route('GET /v1/dossiers/{dossierId}/accounts', {
    summary: 'List the account numbers of a dossier',
    action: 'financial.read',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(AccountView),
    uses: { table: 'read' },
  }),
  addAccount: route('POST /v1/dossiers/{dossierId}/accounts', {
    summary: 'Add an account number to a dossier',
    description: 'IBAN and BIC are checked by their form and check digits; no bank is asked.',
    action: 'financial.change',
    on: dossier,
    input: NewAccount,
    output: AccountView,
    status: 201,
    problems: ['account-exists', 'conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
  removeAccount: route('DELETE /v1/dossiers/{dossierId}/accounts/{accountId}', {
    summary: 'Remove an account number; payment files made from it stay as they are',
    action: 'financial.change',
    on: bankAccount,
    input: nothing,
    output: nothing,
    status: 204,
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
  listPaymentProposals: route('GET /v1/dossiers/{dossierId}/payment-proposals', {
    summary: 'List the purchase documents that wait to be paid, newest first, each with what stands in the way',
    description: 'Approved or needing no approval, and in no payment file. Only those whose document one may see.',
    action: 'payment.use',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(ProposalView),
    reveals: true,
    uses: { table: 'read' },
  }),
  makePaymentFile: route('POST /v1/dossiers/{dossierId}/payment-files', {
    summary: 'Write payments into one file for the bank (ISO 20022 pain.001)',
    description: `Up to ${MOST_PAYMENTS} documents: all of them, or none where one cannot be paid. A document is in one file at most. The account may be left out where the dossier has one.`,
    action: 'payment.use',
    on: dossier,
    input: z.strictObject({ documentIds, accountId: z.optional(id), executionDate: z.iso.date() }),
    output: PaymentFileView,
    status: 201,
    reveals: true,
    problems: [
      'not-found',
      'already-in-payment',
      'not-payable',
      'execution-date-not-possible',
      'account-needed',
      'account-not-found',
      'account-outside-sepa',
      'conflict',
    ],
    uses: { table: 'write', documents: ['put'] },
    repeatable: true,
  }),
  listPaymentFiles: route('GET /v1/dossiers/{dossierId}/payment-files', {
    summary: 'List the payment files of a dossier, newest first',
    action: 'payment.use',
    on: dossier,
    input: z.strictObject({ limit, cursor }),
    output: pageOf(PaymentFileSummary),
    uses: { table: 'read' },
  }),
  readPaymentFile: route('GET /v1/dossiers/{dossierId}/payment-files/{paymentFileId}', {
    summary: 'Read a payment file with its payments',
    action: 'payment.use',
    on: paymentFile,
    input: nothing,
    output: PaymentFileView,
    reveals: true,
    problems: ['not-found'],
    uses: { table: 'read' },
  }),
  downloadPaymentFile: route('GET /v1/dossiers/{dossierId}/payment-files/{paymentFileId}/download', {
    summary: 'Get a short-lived address of a payment file, as the bank takes it',
    action: 'payment.use',
    on: paymentFile,
    input: nothing,
    output: TypedDownloadView,
    reveals: true,
    problems: ['not-found', 'payment-file-cancelled'],
    uses: { table: 'read', documents: ['get'] },
  }),
  cancelPaymentFile: route('DELETE /v1/dossiers/{dossierId}/payment-files/{paymentFileId}', {
    summary: 'Cancel a payment file that the bank was not given: its documents wait to be paid again',
    description: 'Repeated, it gives the same answer and changes nothing.',
    action: 'payment.use',
    on: paymentFile,
    input: nothing,
    output: PaymentFileView,
    reveals: true,
    problems: ['not-found', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
}
