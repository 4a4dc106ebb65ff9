import type { Handler } from '../../kernel/handler.ts'
import { standingsOf } from '../outcome.ts'
import type { routes } from '../routes.ts'
import { showTransfer } from '../show-transfer.ts'

/** Shows how far a sending is and what became of each document, with the reason of each failure (P-09). */
export const readTransfer: Handler<typeof routes.readTransfer> = async ({ transfer, language, read }) => {
  const documents = transfer.state === 'sending' ? await standingsOf(read, transfer) : transfer.documents
  return { view: showTransfer(transfer, documents, language), version: transfer.version }
}
