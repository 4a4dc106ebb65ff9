import { expect, test } from 'vitest'
import { type Member, People } from '../../shared/people.ts'
import type { Directory } from '../../shared/ports/directory.ts'
import { create, update } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { idOf, personOf } from '../../test/world.ts'
import { syncPerson } from './sync-directory.ts'

/** A pool in memory that behaves as the port says. */
const pool = () => {
  const users = new Map<string, { email: string; name: string; groups: readonly string[] }>()
  const directory: Directory = {
    ensureUser: async ({ personId, email, name }) => {
      if (!users.has(personId)) users.set(personId, { email, name, groups: [] })
    },
    setGroups: async (personId, groups) => {
      const user = users.get(personId)
      if (user === undefined) throw new Error('There is no such user.')
      users.set(personId, { ...user, groups })
    },
    setPassword: async () => {
      throw new Error('No password is ever set for somebody.')
    },
  }
  return { users, directory }
}
const people = (['owner', 'Full Feedback of the dossier'] as const).map(personOf)
const [owner, user] = people as [Member & { version: number }, (typeof people)[number]]
const tableOfPeople = () => holding(...people.map(({ version: _, ...person }) => create(People, person)))
const toolsOf = (table: ReturnType<typeof tableOfPeople>, directory: Directory) => ({
  read: table.load as never,
  directory,
})

test('C-02: an invited member is a user of the pool, in the groups of their roles, without a password', async () => {
  const { users, directory } = pool()
  await syncPerson(owner.personId, toolsOf(tableOfPeople(), directory))
  expect(users.get(owner.personId)).toEqual({
    email: owner.email,
    name: 'Apolline Guérande',
    groups: ['practitioner'],
  })
})

test('P-01: a client user is in the one group of their profile', async () => {
  const { users, directory } = pool()
  await syncPerson(user.personId, toolsOf(tableOfPeople(), directory))
  expect(users.get(user.personId)?.groups).toEqual(['client-full-feedback'])
})

test('told twice, the pool stands as if told once; told after a change, it follows the table', async () => {
  const { users, directory } = pool()
  const table = tableOfPeople()
  await syncPerson(owner.personId, toolsOf(table, directory))
  await syncPerson(owner.personId, toolsOf(table, directory))
  expect(users.size).toBe(1)
  expect(users.get(owner.personId)?.groups).toEqual(['practitioner'])
  await table.commit([update(People, owner, { roles: ['practitioner', 'coordinator'] } as Partial<Member>)])
  await syncPerson(owner.personId, toolsOf(table, directory))
  expect(users.get(owner.personId)?.groups).toEqual(['practitioner', 'coordinator'])
})

test('a person who is not in the table fails, so that the event ends with the dead letters and is seen', async () => {
  const { users, directory } = pool()
  await expect(syncPerson(idOf(404), toolsOf(tableOfPeople(), directory))).rejects.toThrow('does not exist')
  expect(users.size).toBe(0)
})
