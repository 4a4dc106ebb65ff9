import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, test } from 'vitest'
import { changePerson, deactivation, type Member, People, type Person, reinstate } from '../../shared/people.ts'
import { cognitoDirectory } from '../../shared/ports/aws/cognito-directory.ts'
import type { Directory } from '../../shared/ports/directory.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { holding } from '../../test/ask.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { syncPerson } from './sync-directory.ts'

/** A pool in memory that behaves as the port says. */
const pool = () => {
  const users = new Map<string, { email: string; name: string; groups: readonly string[]; admitted: boolean }>()
  const directory: Directory = {
    ensureUser: async ({ personId, email, name }) => {
      if (!users.has(personId)) users.set(personId, { email, name, groups: [], admitted: true })
    },
    setGroups: async (personId, groups) => {
      const user = users.get(personId)
      if (user === undefined) throw new Error('There is no such user.')
      users.set(personId, { ...user, groups })
    },
    setAdmitted: async (personId, admitted) => {
      const user = users.get(personId)
      if (user === undefined) throw new Error('There is no such user.')
      users.set(personId, { ...user, admitted })
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
    admitted: true,
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

test('D-20: who was deactivated signs in no more, and again once reactivated', async () => {
  const { users, directory } = pool()
  const table = tableOfPeople()
  const tools = toolsOf(table, directory)
  await syncPerson(owner.personId, tools)
  await table.commit([update(People, owner as Stored<Person>, deactivation(owner))])
  await syncPerson(owner.personId, tools)
  expect(users.get(owner.personId)?.admitted).toBe(false)
  const inactive = await stored(table, owner.personId)
  await table.commit([
    update(People, inactive, reinstate(inactive, { by: inactive.personId, dossierId: null, now: NOW }).changes),
  ])
  await syncPerson(owner.personId, tools)
  expect(users.get(owner.personId)?.admitted).toBe(true)
})

const stored = async (table: ReturnType<typeof tableOfPeople>, personId: string): Promise<Stored<Person>> =>
  (await table.load({ person: perhaps(People, { personId }) })).person as Stored<Person>

/** A Cognito pool in memory behind the real adapter; `wait` comes before each call, so that calls of several runs mix. */
const cognitoPool = (wait: () => Promise<unknown>) => {
  const users = new Map<string, { groups: Set<string>; enabled: boolean; signedOut: number }>()
  const send = async (command: object & { input: { Username?: string; GroupName?: string } }) => {
    await wait()
    const { Username = '', GroupName = '' } = command.input
    const call = command.constructor.name
    if (call === 'AdminCreateUserCommand') {
      if (!users.has(Username)) users.set(Username, { groups: new Set(), enabled: true, signedOut: 0 })
      return {}
    }
    const user = users.get(Username)
    if (user === undefined) throw new Error('There is no such user.')
    if (call === 'AdminListGroupsForUserCommand')
      return { Groups: [...user.groups].map((name) => ({ GroupName: name })) }
    if (call === 'AdminAddUserToGroupCommand') user.groups.add(GroupName)
    if (call === 'AdminRemoveUserFromGroupCommand') user.groups.delete(GroupName)
    if (call === 'AdminEnableUserCommand') user.enabled = true
    if (call === 'AdminDisableUserCommand') user.enabled = false
    if (call === 'AdminUserGlobalSignOutCommand') user.signedOut += 1
    return {}
  }
  const client = { send } as unknown as CognitoIdentityProviderClient
  return { users, directory: cognitoDirectory({ userPoolId: 'pool', client }) }
}

test('D-20: whoever is deactivated is signed out everywhere: no refresh token of theirs gives another token', async () => {
  const { users, directory } = cognitoPool(async () => {})
  const table = tableOfPeople()
  await table.commit([update(People, owner as Stored<Person>, deactivation(owner))])
  await syncPerson(owner.personId, toolsOf(table, directory))
  expect(users.get(owner.personId)).toMatchObject({ enabled: false, signedOut: 1 })
})

type Change = (person: Stored<Member>) => Partial<Member>
const changes: Readonly<Record<string, Change>> = {
  'other roles': () => ({ roles: ['coordinator', 'user-manager'] }),
  'a deactivation': deactivation,
  'a reactivation': (person) => reinstate(person, { by: person.personId, dossierId: null, now: NOW }).changes,
}

/** More calls than one run makes. */
const CALLS = 9
const moments = Array.from({ length: CALLS }, (_, at) => at)

describe.each(Object.keys(changes))('S-10: overtaken by %s', (first) => {
  test.each(Object.keys(changes))(
    'and then by %s, at whatever moment of its run: the pool ends as the table says',
    async (second) => {
      for (const one of moments)
        for (const other of moments) {
          const table = tableOfPeople()
          let calls = 0
          // At its moment the change happens, and a run for its event goes by as a whole before the first run goes on.
          const { users, directory } = cognitoPool(async () => {
            const at = calls++
            for (const [moment, name] of [
              [one, first],
              [other, second],
            ] as const)
              if (at === moment) {
                await change(table, changes[name] as Change)
                await syncPerson(owner.personId, toolsOf(table, directory))
              }
          })
          await syncPerson(owner.personId, toolsOf(table, directory))
          const person = (await stored(table, owner.personId)) as Stored<Member>
          expect([...(users.get(owner.personId)?.groups ?? [])].sort()).toEqual([...person.roles].sort())
          expect(users.get(owner.personId)?.enabled).toBe(person.status !== 'inactive')
        }
    },
  )
})

const change = async (table: ReturnType<typeof tableOfPeople>, make: Change): Promise<void> => {
  const before = (await stored(table, owner.personId)) as Stored<Member>
  await table.commit(changePerson<Person>(before, make(before) as Partial<Person>))
}
