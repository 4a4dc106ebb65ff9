import { People, type Person } from '../../shared/people.ts'
import type { Profile, Role } from '../../shared/roles.ts'
import { perhaps } from '../../shared/table/table.ts'
import { consume } from '../kernel/consume.ts'
import type { JobTools } from '../kernel/job.ts'

/** Makes the pool say of a person what the table says: that they may sign in, and in which groups (S-10). */
export const syncPerson = async (
  personId: string,
  { read, directory }: Pick<JobTools, 'read' | 'directory'>,
): Promise<void> => {
  const { person } = await read({ person: perhaps(People, { personId }) })
  if (person === undefined) throw new Error('A person was invited who does not exist.')
  await directory.ensureUser(person)
  await directory.setGroups(personId, groupsOf(person))
}

const groupsOf = (person: Person): readonly (Role | Profile)[] =>
  person.kind === 'member' ? person.roles : [person.profile]

export const handler = consume('sync-directory', {
  'person-invited': ({ data }, tools) => syncPerson(data.personId, tools),
})
