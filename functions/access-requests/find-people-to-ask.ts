import { People, type Person } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'

/** Whom to ask: the responsible alone, or the administrators who stand in for them. */
export type PeopleToAsk = { readonly personIds: readonly string[]; readonly standIns: readonly string[] }

const PAGE = 100
/** One commit holds so many askings with room to spare. */
const MOST = 40

/** Who is asked for a verdict at this moment: the responsible if active, else every active administrator (P-12). */
export const findPeopleToAsk = async (responsibleId: string, { read, table }: JobTools): Promise<PeopleToAsk> => {
  const { responsible } = await read({ responsible: perhaps(People, { personId: responsibleId }) })
  if (responsible?.kind === 'member' && responsible.status === 'active')
    return { personIds: [responsibleId], standIns: [] }

  const standIns: string[] = []
  let cursor: string | undefined
  do {
    const page = await table.list<Person>(People.by.members, {}, { limit: PAGE, cursor })
    standIns.push(...page.items.filter(isActiveAdministrator).map(({ personId }) => personId))
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && standIns.length < MOST)
  return { personIds: standIns.slice(0, MOST), standIns: standIns.slice(0, MOST) }
}

const isActiveAdministrator = (person: Person): boolean =>
  person.kind === 'member' && person.status === 'active' && person.roles.includes('administrator')
