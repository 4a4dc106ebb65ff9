import { serve } from '../kernel/serve.ts'
import { changeClientGroup } from './handlers/change-client-group.ts'
import { createClientGroup } from './handlers/create-client-group.ts'
import { deleteClientGroup } from './handlers/delete-client-group.ts'
import { groupDossiers } from './handlers/group-dossiers.ts'
import { listClientGroups } from './handlers/list-client-groups.ts'
import { listDossiersOfClientGroup } from './handlers/list-dossiers-of-client-group.ts'
import { readClientGroup } from './handlers/read-client-group.ts'
import { setClientGroup } from './handlers/set-client-group.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  createClientGroup,
  listClientGroups,
  readClientGroup,
  changeClientGroup,
  deleteClientGroup,
  listDossiersOfClientGroup,
  groupDossiers,
  setClientGroup,
})
