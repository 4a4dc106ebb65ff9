import { type ClientUser, People } from '../../shared/people.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type DossierAccess, DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { situationOf } from '../kernel/authorize.ts'
import type { JobTools } from '../kernel/job.ts'
import { rules } from '../portal/rules.ts'

const policy = compile(rules)
const PAGE = 100

/**
 * The client users of a dossier who may do something in its portal at this moment: nobody is told of what lies in a module
 * that is off for them (P-02, P-04).
 */
export const findUsersWho = async (
  action: 'figures.read' | 'payment.use',
  dossierId: string,
  { read, table, now }: Pick<JobTools, 'read' | 'table' | 'now'>,
): Promise<readonly ClientUser[]> => {
  const { dossier } = await read({ dossier: perhaps(Dossiers, { dossierId }) })
  if (dossier === undefined) return []
  const found: ClientUser[] = []
  let cursor: string | undefined
  do {
    const page = await table.list<DossierAccess>(DossierAccesses.by.ofDossier, { dossierId }, { limit: PAGE, cursor })
    const people = await read(
      Object.fromEntries(page.items.map(({ personId }) => [personId, perhaps(People, { personId })])),
    )
    for (const access of page.items) {
      const person = people[access.personId]
      if (person?.kind !== 'client-user' || person.status !== 'active') continue
      if (decide(policy, action, situationOf(person, { dossier, access }, now)).allowed) found.push(person)
    }
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return found
}
