import { People, type Person } from '../../shared/people.ts'
import { cognitoDirectory } from '../../shared/ports/aws/cognito-directory.ts'
import type { Profile, Role } from '../../shared/roles.ts'
import { perhaps } from '../../shared/table/table.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import type { JobTools } from '../kernel/job.ts'
import { worldWith } from '../kernel/world.ts'

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

const world = worldWith({ directory: cognitoDirectory({ userPoolId: environment.userPoolId }) })

export const handler = consume<'person-invited'>(
  'sync-directory',
  { 'person-invited': ({ data }, tools) => syncPerson(data.personId, tools) },
  { world },
)
