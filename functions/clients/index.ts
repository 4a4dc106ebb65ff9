import { serve } from '../kernel/serve.ts'
import { archiveClient } from './handlers/archive-client.ts'
import { assignClient } from './handlers/assign-client.ts'
import { changeClient } from './handlers/change-client.ts'
import { createClient } from './handlers/create-client.ts'
import { listClientMembers } from './handlers/list-client-members.ts'
import { listClients } from './handlers/list-clients.ts'
import { listMemberClients } from './handlers/list-member-clients.ts'
import { readClient } from './handlers/read-client.ts'
import { unarchiveClient } from './handlers/unarchive-client.ts'
import { unassignClient } from './handlers/unassign-client.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  createClient,
  listClients,
  readClient,
  changeClient,
  archiveClient,
  unarchiveClient,
  assignClient,
  unassignClient,
  listMemberClients,
  listClientMembers,
})
