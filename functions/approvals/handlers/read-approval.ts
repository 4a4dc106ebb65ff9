import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showApproval } from '../show-approval.ts'

/** Where the approval of a document stands, and every step of it so far (P-07). */
export const readApproval: Handler<typeof routes.readApproval> = async (context) => ({
  view: await showApproval(context.document, context),
  version: context.document.version,
})
