import { serve } from '../kernel/serve.ts'
import { addMember } from './handlers/add-member.ts'
import { changeRoles } from './handlers/change-roles.ts'
import { changeSheet } from './handlers/change-sheet.ts'
import { deactivateMember } from './handlers/deactivate-member.ts'
import { handOver } from './handlers/hand-over.ts'
import { listInventory } from './handlers/list-inventory.ts'
import { listMembers } from './handlers/list-members.ts'
import { listSpaceInventory } from './handlers/list-space-inventory.ts'
import { reactivateMember } from './handlers/reactivate-member.ts'
import { readMember } from './handlers/read-member.ts'
import { readSelf } from './handlers/read-self.ts'
import { readSheet } from './handlers/read-sheet.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  addMember,
  listMembers,
  readMember,
  readSelf,
  changeRoles,
  readSheet,
  changeSheet,
  listInventory,
  listSpaceInventory,
  handOver,
  deactivateMember,
  reactivateMember,
})
