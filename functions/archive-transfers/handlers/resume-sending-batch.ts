import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { readParts } from '../batches/attempt.ts'
import { nextAttempt } from '../batches/next-attempt.ts'
import { showBatch } from '../batches/show-batch.ts'
import type { routes } from '../routes.ts'

/** Tries again what a batch did not send, decided for whoever resumes it; what was sent stays sent (P-09). */
export const resumeSendingBatch: Handler<typeof routes.resumeSendingBatch> = async (context) => {
  const { actor, transfer: batch, language, read, now } = context
  if (batch.state !== 'failed-in-part') return problem('sending-batch-not-failed')
  const { resumed, writes, events } = nextAttempt(batch, actor.personId, now)
  const parts = await readParts(batch, read)
  return {
    view: showBatch(
      resumed,
      parts.flatMap(({ entries }) => entries),
      language,
    ),
    version: batch.version + 1,
    writes,
    events,
  }
}
