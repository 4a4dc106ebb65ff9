import type { Handler } from '../../kernel/handler.ts'
import { standingsOf } from '../outcome.ts'
import type { routes } from '../routes.ts'
import { readableOf, showTransfer } from '../show-transfer.ts'

/** Shows how far a sending is and what became of each document, with the reason of each failure (P-09). */
export const readTransfer: Handler<typeof routes.readTransfer> = async (context) => {
  const { transfer, language, read } = context
  const standings = await standingsOf(read, transfer)
  const readable = readableOf(context, standings)
  return {
    view: showTransfer(transfer, transfer.state === 'sending' ? standings : transfer.documents, language, readable),
    version: transfer.version,
    revealed: readable.revealed,
  }
}
