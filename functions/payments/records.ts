import { record, within } from '../../shared/table/record.ts'
import type { Amount, ProcessingFacts } from '../documents/records.ts'

/** An account of the client, from which payments go (P-04's financial menu). */
export type BankAccount = {
  readonly dossierId: string
  readonly accountId: string
  readonly label: string
  /** Whose account it is, as the bank knows them. */
  readonly holder: string
  /** Without spaces, checked by its check digits. */
  readonly iban: string
  readonly bic: string | null
  readonly createdAt: string
  readonly createdBy: string
}

export const BankAccounts = record<BankAccount>()({
  name: 'bank-account',
  holds: 'An account number of a dossier, from which payments may go.',
  key: ({ dossierId, accountId }: { dossierId: string; accountId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `BANK-ACCOUNT#${accountId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The account numbers of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'BANK-ACCOUNT#',
    ),
  },
})

/** One IBAN, one account of a dossier: the claim that makes it so. */
export type IbanClaim = { readonly dossierId: string; readonly iban: string; readonly accountId: string }

export const IbanClaims = record<IbanClaim>()({
  name: 'iban-claim',
  holds: 'Which account of a dossier has an IBAN; its key makes the IBAN unique in the dossier.',
  key: ({ dossierId, iban }: { dossierId: string; iban: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `IBAN#${iban}`,
  }),
  by: {},
})

/** That a document is to be paid: a purchase, ready to be sent or sent, with what was said of it then. */
export type Payable = ProcessingFacts & {
  readonly dossierId: string
  readonly documentId: string
  readonly name: string
  readonly notedAt: string
}

export const Payables = record<Payable>()({
  name: 'payable',
  holds: 'A purchase document that waits to be paid; gone once it is in a payment file.',
  key: ({ dossierId, documentId }: { dossierId: string; documentId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `PAYABLE#${documentId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The purchase documents of a dossier that wait to be paid',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'PAYABLE#',
    ),
  },
})

/** In which payment file a document is: its key keeps it out of every other. */
export type PaymentClaim = {
  readonly dossierId: string
  readonly documentId: string
  readonly paymentFileId: string
}

export const PaymentClaims = record<PaymentClaim>()({
  name: 'payment-claim',
  holds: 'In which payment file a document is; a document is in one at most.',
  key: ({ dossierId, documentId }: { dossierId: string; documentId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `PAYMENT-CLAIM#${documentId}`,
  }),
  by: {},
})

/** One payment of a file, as it was written into it. */
export type Payment = {
  readonly documentId: string
  /** Unique for ever: by it the bank names the payment. */
  readonly endToEndId: string
  readonly partyId: string
  readonly creditor: string
  readonly iban: string
  readonly amount: Amount
  /** What the creditor reads: the number of the invoice. */
  readonly remittance: string
}

export const paymentFileStateNames = ['made', 'cancelled'] as const

/** Payments written into one file for the bank (ISO 20022 pain.001). */
export type PaymentFile = {
  readonly dossierId: string
  readonly paymentFileId: string
  readonly state: (typeof paymentFileStateNames)[number]
  readonly account: Pick<BankAccount, 'accountId' | 'label' | 'holder' | 'iban' | 'bic'>
  /** The day on which the bank is to pay, `YYYY-MM-DD`. */
  readonly executionDate: string
  readonly payments: readonly Payment[]
  readonly total: Amount
  /** One of its documents was confidential when it was made. */
  readonly confidential: boolean
  readonly length: number
  readonly sha256: string
  readonly storedVersionId: string | null
  readonly createdAt: string
  readonly createdBy: string
  readonly cancelledAt: string | null
  readonly cancelledBy: string | null
}

export const PaymentFiles = record<PaymentFile>()({
  name: 'payment-file',
  holds: 'Payments written into one file for the bank: which documents, to whom, how much, from which account.',
  key: ({ dossierId, paymentFileId }: { dossierId: string; paymentFileId: string }) => ({
    pk: `DOSSIER#${dossierId}`,
    sk: `PAYMENT-FILE#${paymentFileId}`,
  }),
  by: {
    ofDossier: within<{ dossierId: string }>(
      'The payment files of a dossier',
      ({ dossierId }) => `DOSSIER#${dossierId}`,
      'PAYMENT-FILE#',
    ),
  },
})

/** Where a payment file lies. */
export const paymentFileKey = ({
  dossierId,
  paymentFileId,
}: Pick<PaymentFile, 'dossierId' | 'paymentFileId'>): string =>
  `dossiers/${dossierId}/payment-files/${paymentFileId}.xml`
