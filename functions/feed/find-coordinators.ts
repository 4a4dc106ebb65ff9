import { isActiveColleague, People, type WideReach, WideReaches } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { JobTools } from '../kernel/job.ts'

/** The active coordinators: found among those with a right over the whole organisation, never by an index that lags. */
export const findCoordinators = async ({ read, table }: Pick<JobTools, 'read' | 'table'>): Promise<string[]> => {
  const coordinators: string[] = []
  let cursor: string | undefined
  do {
    const page = await table.list<WideReach>(WideReaches.by.all, {}, { limit: 100, cursor })
    const people = await read(
      Object.fromEntries(page.items.map(({ personId }) => [personId, perhaps(People, { personId })])),
    )
    for (const person of Object.values(people))
      if (isActiveColleague(person) && person.roles.includes('coordinator')) coordinators.push(person.personId)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return coordinators
}
