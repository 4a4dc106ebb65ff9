/** The mails about an access that ended (P-12). */
import type { Events } from '../../shared/events.ts'
import { People } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import { findPeopleToAsk } from '../access-requests/find-people-to-ask.ts'
import { isAdministrator, isWithoutAdministrator } from '../client-users/last-administrator.ts'
import { DossierAccesses, Dossiers, isLiveAccess } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { type Letter, letter, type Sender, titleOf } from './letters.ts'

/**
 * A client user is told that their access to a dossier ended, unless they have it again by now; where it ended by its date
 * and was the last Administrator's, who answers for the dossier is told that it has none (P-03).
 */
export const tellingAccessEnd = async (
  { dossierId, personId, by }: Events['client-access-ended'],
  sender: Sender,
  tools: JobTools,
): Promise<Letter[]> => {
  const { user, dossier, access, ender } = await tools.read({
    user: perhaps(People, { personId }),
    dossier: perhaps(Dossiers, { dossierId }),
    access: perhaps(DossierAccesses, { dossierId, personId }),
    ender: perhaps(People, { personId: by ?? 'nobody' }),
  })
  const again = access !== undefined && isLiveAccess(access, tools.now)
  if (user === undefined || dossier === undefined || again) return []
  const title = titleOf(dossier)
  const endedBy = by === null ? null : (ender?.name ?? sender.organisation)
  const told =
    user.status === 'active'
      ? [letter(user, 'access-ended', { ...sender, name: user.name, by: endedBy, dossier: title })]
      : []
  const reader = { list: tools.table.list, read: tools.read, now: tools.now }
  const isOpen = dossier.state === 'active' && by === null && isAdministrator(user)
  if (!isOpen || !(await isWithoutAdministrator(dossierId, reader))) return told

  const answering = await findPeopleToAsk(dossier, tools, tools.now)
  const people = await tools.read(
    Object.fromEntries(answering.map((one) => [one.personId, perhaps(People, { personId: one.personId })])),
  )
  const office = Object.values(people).filter((person) => person !== undefined)
  return [
    ...told,
    ...office.map((to) =>
      letter(to, 'dossier-without-administrator', { ...sender, name: to.name, user: user.name, dossier: title }),
    ),
  ]
}
