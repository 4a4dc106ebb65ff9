import { resource } from '../../shared/contract/resource.ts'
import { Holdings, People } from '../../shared/people.ts'
import { perhaps, the } from '../../shared/table/table.ts'

/** A person of the organisation. */
export const member = resource({
  kind: 'member',
  known: 'member.read',
  load: ({ params: { personId = '' } }) => ({ member: the(People, { personId }) }),
})

/** A person of the organisation, with how much they hold that somebody must look after (D-20). */
export const memberWithHoldings = resource({
  kind: 'member',
  known: 'member.read',
  load: ({ params: { personId = '' } }) => ({
    member: the(People, { personId }),
    holdings: perhaps(Holdings, { personId }),
  }),
})
