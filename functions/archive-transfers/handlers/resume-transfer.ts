import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { nextAttempt } from '../next-attempt.ts'
import { standingsOf } from '../outcome.ts'
import type { routes } from '../routes.ts'
import { readableOf, showTransfer } from '../show-transfer.ts'

/** Begins another attempt with what failed; what was sent stays sent (P-09). */
export const resumeTransfer: Handler<typeof routes.resumeTransfer> = async (context) => {
  const { transfer, language, read, now } = context
  if (transfer.state !== 'failed') return problem('transfer-not-failed')
  const standings = await standingsOf(read, transfer)
  const failed = standings.filter(({ state }) => state === 'failed')
  const { resumed, writes, events } = nextAttempt(transfer, failed, now)
  const readable = readableOf(context, standings)
  return {
    view: showTransfer(resumed, resumed.documents, language, readable),
    version: transfer.version + 1,
    revealed: readable.revealed,
    writes,
    events,
  }
}
