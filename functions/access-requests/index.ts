import { serve } from '../kernel/serve.ts'
import { giveInformation } from './handlers/give-information.ts'
import { listAccessRequests } from './handlers/list-access-requests.ts'
import { readAccessRequest } from './handlers/read-access-request.ts'
import { requestAccess } from './handlers/request-access.ts'
import { withdrawAccessRequest } from './handlers/withdraw-access-request.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  requestAccess,
  listAccessRequests,
  readAccessRequest,
  giveInformation,
  withdrawAccessRequest,
})
