import { resource } from '../../shared/contract/resource.ts'
import { People } from '../../shared/people.ts'
import { the } from '../../shared/table/table.ts'

/** A person of the organisation. */
export const member = resource({
  kind: 'member',
  known: 'member.read',
  load: ({ params: { personId = '' } }) => ({ member: the(People, { personId }) }),
})
