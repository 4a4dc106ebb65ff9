import { serve } from '../kernel/serve.ts'
import { changeProfile } from './handlers/change-profile.ts'
import { createClientUser } from './handlers/create-client-user.ts'
import { deactivateClientUser } from './handlers/deactivate-client-user.ts'
import { endAccess } from './handlers/end-access.ts'
import { listClientUsers } from './handlers/list-client-users.ts'
import { reactivateClientUser } from './handlers/reactivate-client-user.ts'
import { readClientUser } from './handlers/read-client-user.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  createClientUser,
  listClientUsers,
  readClientUser,
  changeProfile,
  endAccess,
  deactivateClientUser,
  reactivateClientUser,
})
