import type { Handler } from '../../kernel/handler.ts'
import { readParts } from '../batches/attempt.ts'
import { showBatch } from '../batches/show-batch.ts'
import type { routes } from '../routes.ts'

/** Shows how far a batch is, and which of its documents were not sent and why (P-09). */
export const readSendingBatch: Handler<typeof routes.readSendingBatch> = async ({ transfer, language, read }) => {
  const parts = await readParts(transfer, read)
  return {
    view: showBatch(
      transfer,
      parts.flatMap(({ entries }) => entries),
      language,
    ),
    version: transfer.version,
  }
}
