import { serve } from '../kernel/serve.ts'
import { addContact } from './handlers/add-contact.ts'
import { archiveClient } from './handlers/archive-client.ts'
import { assignClient } from './handlers/assign-client.ts'
import { changeClient } from './handlers/change-client.ts'
import { changeContact } from './handlers/change-contact.ts'
import { createClient } from './handlers/create-client.ts'
import { listClientMembers } from './handlers/list-client-members.ts'
import { listClients } from './handlers/list-clients.ts'
import { listContacts } from './handlers/list-contacts.ts'
import { listMemberClients } from './handlers/list-member-clients.ts'
import { readClient } from './handlers/read-client.ts'
import { readContact } from './handlers/read-contact.ts'
import { removeContact } from './handlers/remove-contact.ts'
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
  addContact,
  listContacts,
  readContact,
  changeContact,
  removeContact,
  assignClient,
  unassignClient,
  listMemberClients,
  listClientMembers,
})
