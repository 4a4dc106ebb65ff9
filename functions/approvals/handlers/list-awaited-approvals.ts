import type { Handler } from '../../kernel/handler.ts'
import { pageOfApprovals } from '../page-of-approvals.ts'
import type { routes } from '../routes.ts'

/** What waits for whoever asks, in whatever dossier (P-07). */
export const listAwaitedApprovals: Handler<typeof routes.listAwaitedApprovals> = async (context) => ({
  view: await pageOfApprovals(context, context.input),
})
