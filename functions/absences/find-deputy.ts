import { isActiveColleague, People, type Person } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type DossierAccess, DossierAccesses } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'

type Looking = Pick<Tools, 'actor' | 'read' | 'list' | 'now'>

/**
 * Who may stand in for whoever asks: for a member another active colleague, for a client user another active user of a
 * dossier in common. Whether somebody outside of these exists, an answer does not tell. Problem: `deputy-not-eligible`.
 */
export const findDeputy = async (deputyId: string, looking: Looking): Promise<Stored<Person> | Problem> => {
  const { actor, read } = looking
  const { deputy } = await read({ deputy: perhaps(People, { personId: deputyId }) })
  const isEligible =
    deputy !== undefined &&
    deputyId !== actor.personId &&
    (actor.kind === 'member'
      ? isActiveColleague(deputy)
      : deputy.kind === 'client-user' && deputy.status === 'active' && (await shareDossier(deputyId, looking)))
  return isEligible
    ? deputy
    : problem('deputy-not-eligible', {
        errors: [{ pointer: '#/deputyId', detail: 'Not somebody who may stand in for you.' }],
      })
}

const isLive = ({ until = null }: DossierAccess, now: string): boolean => until === null || until > now

/** As many as one BatchGetItem brings of both. */
const PAGE = 50

/** Whether two client users use a dossier in common, at this moment. */
const shareDossier = async (otherId: string, { actor, read, list, now }: Looking): Promise<boolean> => {
  let cursor: string | undefined
  do {
    const of = { personId: otherId }
    const page = await list<DossierAccess>(DossierAccesses.by.ofPerson, of, { limit: PAGE, cursor })
    const both = await read(
      Object.fromEntries(
        page.items.flatMap(({ dossierId }) =>
          [actor.personId, otherId].map((personId) => [
            `${dossierId} ${personId}`,
            perhaps(DossierAccesses, { dossierId, personId }),
          ]),
        ),
      ),
    )
    const lives = (dossierId: string, personId: string): boolean => {
      const access = both[`${dossierId} ${personId}`]
      return access !== undefined && isLive(access, now)
    }
    if (page.items.some(({ dossierId }) => lives(dossierId, actor.personId) && lives(dossierId, otherId))) return true
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return false
}
