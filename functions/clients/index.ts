import { serve } from '../kernel/serve.ts'
import { createClient } from './handlers/create-client.ts'
import { listClients } from './handlers/list-clients.ts'
import { readClient } from './handlers/read-client.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { createClient, listClients, readClient })
