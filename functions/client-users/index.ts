import { serve } from '../kernel/serve.ts'
import { createClientUser } from './handlers/create-client-user.ts'
import { listClientUsers } from './handlers/list-client-users.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { createClientUser, listClientUsers })
