import { event } from '../../../shared/events.ts'
import { type ClientUser, changePerson } from '../../../shared/people.ts'
import { isProblem } from '../../../shared/problems.ts'
import type { Stored } from '../../../shared/table/record.ts'
import type { Handler } from '../../kernel/handler.ts'
import { whyNotStillSo } from '../../questions/still-so.ts'
import { stopAdministrating } from '../last-administrator.ts'
import { isForced } from '../may-force.ts'
import type { routes } from '../routes.ts'

/** Changes the one profile of a user, and so what they may do in each of their dossiers, from the next request on (P-01). */
export const changeProfile: Handler<typeof routes.changeProfile> = async (context) => {
  const { userAccess, input } = context
  const user = context.user as Stored<ClientUser>
  const { profile } = input
  const shown = { ...user, profile, ...userAccess }
  const change = { kind: 'profile', personId: user.personId, profile } as const
  const outdated = await whyNotStillSo(context, change, input.simulation)
  if (outdated !== undefined) return outdated
  if (profile === user.profile) return { view: shown, version: user.version }

  const others = isForced(input.force, context) ? [] : await stopAdministrating(user, context)
  if (isProblem(others)) return others
  return {
    view: shown,
    version: user.version + 1,
    writes: [...changePerson(user, { profile }), ...others],
    events: [event('person-changed', { personId: user.personId })],
  }
}
