import { isProblem } from '../../../shared/problems.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { Absences } from '../../absences/records.ts'
import type { Handler } from '../../kernel/handler.ts'
import { giveVerdict as give } from '../give-verdict.ts'
import type { routes } from '../routes.ts'
import { showApproval } from '../show-approval.ts'

/** Approves or rejects a document, for oneself or in the place of whoever is absent (P-07, B-11). */
export const giveVerdict: Handler<typeof routes.giveVerdict> = async (context) => {
  const { document, input, read } = context
  const { reason = null, onBehalfOf = null } = input
  const { absence } =
    onBehalfOf === null ? { absence: undefined } : await read({ absence: perhaps(Absences, { personId: onBehalfOf }) })
  const answered = await give({ ...context, absence }, { ...input, reason, onBehalfOf })
  if (isProblem(answered)) return answered
  const { writes, events } = answered
  const after = { ...answered.document, version: document.version + 1 }
  return { view: await showApproval(after, context), version: after.version, writes, events }
}
