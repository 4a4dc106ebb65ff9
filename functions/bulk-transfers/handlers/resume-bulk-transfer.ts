import { isActivePractitioner, People } from '../../../shared/people.ts'
import { problem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { nextAttempt } from '../next-attempt.ts'
import type { routes } from '../routes.ts'
import { showBulkTransfer } from '../show-bulk-transfer.ts'

/** Begins another attempt with what failed or was not done, to the same recipient (D-12). */
export const resumeBulkTransfer: Handler<typeof routes.resumeBulkTransfer> = async ({ bulkTransfer, read, now }) => {
  if (!['failed', 'done-with-failures'].includes(bulkTransfer.state)) return problem('bulk-transfer-not-failed')
  const { recipient } = await read({ recipient: perhaps(People, { personId: bulkTransfer.toId }) })
  // To somebody else the rest goes in a transfer of its own.
  if (!isActivePractitioner(recipient)) return problem('recipient-not-eligible')
  const { resumed, writes, events } = nextAttempt(bulkTransfer, now)
  return { view: showBulkTransfer(resumed), version: bulkTransfer.version + 1, writes, events }
}
