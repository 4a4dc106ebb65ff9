import { serve } from '../kernel/serve.ts'
import { addMember } from './handlers/add-member.ts'
import { listMembers } from './handlers/list-members.ts'
import { readMember } from './handlers/read-member.ts'
import { readSelf } from './handlers/read-self.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { addMember, listMembers, readMember, readSelf })
