import { capability } from '../../shared/contract/capability.ts'
import { CollaborativeSpaces, Companions, SpaceEntries, SpaceEntryVersions } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const collaborativeSpaces = capability({
  name: 'collaborative-spaces',
  summary: 'Secure zones among members of the organisation: who is in them, what they write and put into them',
  routes,
  rules,
  records: [CollaborativeSpaces, Companions, SpaceEntries, SpaceEntryVersions],
})
