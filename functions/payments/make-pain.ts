/** Payments as banks take them: ISO 20022 pain.001.001.09, as the SEPA credit transfer has it. */
import XMLBuilder from 'fast-xml-builder'
import { decimalOf } from '../../shared/money.ts'
import type { PaymentFile } from './records.ts'
import { sepaText } from './sepa-text.ts'

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'

const LONGEST_NAME = 70
const LONGEST_REMITTANCE = 140

type Ordered = Pick<PaymentFile, 'paymentFileId' | 'account' | 'executionDate' | 'payments' | 'total' | 'createdAt'>

/** The order of its elements is that of the schema; amounts are written from whole cents. */
export const makePain = ({ paymentFileId, account, executionDate, payments, total, createdAt }: Ordered): Buffer => {
  const messageId = paymentFileId.replaceAll('-', '')
  const holder = sepaText(account.holder, LONGEST_NAME)
  const sums = { NbOfTxs: String(payments.length), CtrlSum: decimalOf(total.minor, 2) }
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    Document: {
      '@xmlns': NAMESPACE,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: messageId,
          CreDtTm: createdAt.slice(0, 19),
          ...sums,
          InitgPty: { Nm: holder },
        },
        PmtInf: {
          PmtInfId: `${messageId}-1`,
          PmtMtd: 'TRF',
          ...sums,
          PmtTpInf: { SvcLvl: { Cd: 'SEPA' } },
          ReqdExctnDt: { Dt: executionDate },
          Dbtr: { Nm: holder },
          DbtrAcct: { Id: { IBAN: account.iban } },
          DbtrAgt: {
            FinInstnId: account.bic === null ? { Othr: { Id: 'NOTPROVIDED' } } : { BICFI: account.bic },
          },
          ChrgBr: 'SLEV',
          CdtTrfTxInf: payments.map(transaction),
        },
      },
    },
  }
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true })
  return Buffer.from(builder.build(document))
}

const transaction = ({ endToEndId, amount, creditor, iban, remittance }: PaymentFile['payments'][number]) => ({
  PmtId: { EndToEndId: endToEndId },
  Amt: { InstdAmt: { '@Ccy': amount.currency, '#text': decimalOf(amount.minor, 2) } },
  Cdtr: { Nm: sepaText(creditor, LONGEST_NAME) },
  CdtrAcct: { Id: { IBAN: iban } },
  RmtInf: { Ustrd: sepaText(remittance, LONGEST_REMITTANCE) },
})
