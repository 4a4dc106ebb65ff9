import { filesWhenNeeded } from '../kernel/files-when-needed.ts'
import { serve } from '../kernel/serve.ts'
import { worldWith } from '../kernel/world.ts'
import { addAccount } from './handlers/add-account.ts'
import { cancelPaymentFile } from './handlers/cancel-payment-file.ts'
import { downloadPaymentFile } from './handlers/download-payment-file.ts'
import { listAccounts } from './handlers/list-accounts.ts'
import { listPaymentFiles } from './handlers/list-payment-files.ts'
import { listPaymentProposals } from './handlers/list-payment-proposals.ts'
import { makePaymentFile } from './handlers/make-payment-file.ts'
import { readPaymentFile } from './handlers/read-payment-file.ts'
import { removeAccount } from './handlers/remove-account.ts'
import { routes } from './routes.ts'

const handlers = {
  listAccounts,
  addAccount,
  removeAccount,
  listPaymentProposals,
  makePaymentFile,
  listPaymentFiles,
  readPaymentFile,
  downloadPaymentFile,
  cancelPaymentFile,
}

export const handler = serve(routes, handlers, { world: worldWith({ files: filesWhenNeeded() }) })
