import { serve } from '../kernel/serve.ts'
import { askOwner } from './handlers/ask-owner.ts'
import { findCard } from './handlers/find-card.ts'
import { grantOwnerRequest } from './handlers/grant-owner-request.ts'
import { listOwnerRequests } from './handlers/list-owner-requests.ts'
import { readCard } from './handlers/read-card.ts'
import { readOwnerRequest } from './handlers/read-owner-request.ts'
import { refuseOwnerRequest } from './handlers/refuse-owner-request.ts'
import { withdrawOwnerRequest } from './handlers/withdraw-owner-request.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  readCard,
  findCard,
  askOwner,
  listOwnerRequests,
  readOwnerRequest,
  withdrawOwnerRequest,
  grantOwnerRequest,
  refuseOwnerRequest,
})
