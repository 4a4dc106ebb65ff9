import { event } from '../../shared/events.ts'
import { type ClientUser, People } from '../../shared/people.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, remove } from '../../shared/table/table.ts'
import { type DossierAccess, DossierAccesses, isLiveAccess } from '../dossiers/records.ts'
import type { JobTools } from '../kernel/job.ts'
import { countDossiers } from './count-dossiers.ts'

const PAGE = 100

/**
 * Removes every access whose end has come by the tick's own time, and has its user told (P-12). It gave nothing any more
 * from its end on, whenever the tick comes: that is checked each time an access is read. The last Administrator's ends
 * like any other, and the office is told by mail that the dossier has none (P-03).
 * @returns how many ended.
 */
export const endDueAccesses = async (tools: JobTools): Promise<number> => {
  const upTo = `${tools.now}~`
  let ended = 0
  let cursor: string | undefined
  do {
    const question = DossierAccesses.by.ending
    const page = await tools.table.list<DossierAccess>(question, { until: '' }, { limit: PAGE, cursor, upTo })
    for (const access of page.items) if (await end(access, tools)) ended++
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return ended
}

const end = async (listed: Stored<DossierAccess>, tools: JobTools): Promise<boolean> => {
  const { dossierId, personId } = listed
  // An index lags: what it lists is read again, and one that was ended or given anew meanwhile needs nothing.
  const { access, user } = await tools.read({
    access: perhaps(DossierAccesses, { dossierId, personId }),
    user: perhaps(People, { personId }),
  })
  if (access === undefined || isLiveAccess(access, tools.now)) return false
  const committed = await tools.act({
    action: 'client-user.end-access',
    dossierId,
    writes: [
      remove(DossierAccesses, access),
      ...(user?.kind === 'client-user' ? countDossiers(user as Stored<ClientUser>, -1) : []),
    ],
    events: [event('client-access-ended', { dossierId, personId, by: null })],
  })
  return committed === 'done'
}
