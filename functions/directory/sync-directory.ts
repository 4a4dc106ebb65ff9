import { People, type Person } from '../../shared/people.ts'
import { cognitoDirectory } from '../../shared/ports/aws/cognito-directory.ts'
import type { Profile, Role } from '../../shared/roles.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { consume } from '../kernel/consume.ts'
import { environment } from '../kernel/environment.ts'
import type { JobTools } from '../kernel/job.ts'
import { outsideWith } from '../kernel/outside.ts'

type Tools = Pick<JobTools, 'read' | 'directory'>

/**
 * Makes the pool say of a person what the table says: whether they may sign in, and in which groups they are (S-10). The
 * person is read when this runs, and once more when it is done: whoever changed meanwhile is followed again. So the last
 * to have touched the pool has seen the newest person, in whatever order events arrive and however runs overlap.
 */
export const syncPerson = async (personId: string, tools: Tools): Promise<void> => {
  let followed = await personOf(personId, tools)
  for (;;) {
    await follow(followed, tools)
    const now = await personOf(personId, tools)
    if (now.version === followed.version) return
    followed = now
  }
}

const follow = async (person: Person, { directory }: Tools): Promise<void> => {
  await directory.ensureUser(person)
  await directory.setGroups(person.personId, groupsOf(person))
  await directory.setAdmitted(person.personId, person.status !== 'inactive')
}

const personOf = async (personId: string, { read }: Tools): Promise<Stored<Person>> => {
  const { person } = await read({ person: perhaps(People, { personId }) })
  if (person === undefined) throw new Error('An event tells of a person who does not exist.')
  return person
}

const groupsOf = (person: Person): readonly (Role | Profile)[] =>
  person.kind === 'member' ? person.roles : [person.profile]

const world = outsideWith({ directory: cognitoDirectory({ userPoolId: environment.userPoolId }) })

export const handler = consume<'person-invited' | 'person-changed'>(
  'sync-directory',
  {
    'person-invited': ({ data }, tools) => syncPerson(data.personId, tools),
    'person-changed': ({ data }, tools) => syncPerson(data.personId, tools),
  },
  { world },
)
