import { capability } from '../../shared/contract/capability.ts'
import { BankAccounts, IbanClaims, Payables, PaymentClaims, PaymentFiles } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const payments = capability({
  name: 'payments',
  summary: 'Account numbers of a dossier, and payment proposals exported for the bank',
  routes,
  rules,
  records: [BankAccounts, IbanClaims, Payables, PaymentClaims, PaymentFiles],
  jobs: [
    {
      name: 'note-payables',
      summary: 'Notes which documents are to be paid, when they are ready or archived.',
      trigger: { on: 'events', events: ['document-ready', 'document-archived'] },
      uses: { table: 'write' },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
  ],
})
