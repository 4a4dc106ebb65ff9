import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'

/** Shows where a request stands, and how it ended (P-12). */
export const readAccessRequest: Handler<typeof routes.readAccessRequest> = ({ request, followUp, steps, now }) => ({
  view: showRequest(request, followUp, now, steps),
  version: request.version,
})
