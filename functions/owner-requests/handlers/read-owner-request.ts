import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showRequest } from '../show-request.ts'

/** What became of a request, to whoever made it and to the owner (D-22). */
export const readOwnerRequest: Handler<typeof routes.readOwnerRequest> = ({ request, now }) => ({
  view: showRequest(request, now),
  version: request.version,
})
