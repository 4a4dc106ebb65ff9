import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { BankAccounts, PaymentFiles } from './records.ts'

/** An account number, with its dossier and what the actor is to that. */
export const bankAccount = resource({
  kind: 'dossier',
  known: 'financial.read',
  load: ({ params: { dossierId = '', accountId = '' }, actorId }) => ({
    bankAccount: the(BankAccounts, { dossierId, accountId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})

/** A payment file, with its dossier and what the actor is to that. */
export const paymentFile = resource({
  kind: 'dossier',
  known: 'payment.use',
  load: ({ params: { dossierId = '', paymentFileId = '' }, actorId }) => ({
    paymentFile: the(PaymentFiles, { dossierId, paymentFileId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
