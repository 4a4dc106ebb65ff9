/**
 * People and things that a test takes for granted, put straight into table and pool as an operator could: how they come
 * about by invitation is what the journey tests.
 */
import { createHash, randomBytes } from 'node:crypto'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { routes as clients } from '../../functions/clients/routes.ts'
import { type DossierAccess, DossierAccesses } from '../../functions/dossiers/records.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { LinkAttempts } from '../../shared/links.ts'
import {
  type ClientUser,
  changePerson,
  introduce,
  type Member,
  People,
  type Person,
  type SettingsEditor,
  SettingsEditors,
} from '../../shared/people.ts'
import { cognitoDirectory } from '../../shared/ports/aws/cognito-directory.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { fullSheet, practitionerSheet } from '../../shared/sheet.ts'
import { dynamoTable } from '../../shared/table/dynamo-table.ts'
import { type AnyRecord, fromStored, type Stored } from '../../shared/table/record.ts'
import { create, perhaps, remove, type Write } from '../../shared/table/table.ts'
import { type Client, clientOf } from './api-client.ts'
import type { Stack } from './cast.ts'
import { asOwner } from './local-stack.ts'
import { openPage, townOf } from './people-in-town.ts'

/** Somebody with a token of their own. */
export type Settler<P extends Person = Person> = P & Client & { readonly token: string; readonly password: string }

type MemberTraits = Partial<Pick<Member, 'name' | 'roles' | 'sheet' | 'status' | 'language'>>
type UserTraits = Partial<Pick<ClientUser, 'name' | 'profile' | 'status' | 'language'>> & { readonly of?: string }

export type Settlement = ReturnType<typeof settlementOf>

/** A place to settle: every file's people have addresses of their own, so that files run side by side. */
export const settlementOf = (stack: Stack) => {
  const town = townOf(stack)
  const table = dynamoTable(town.table)
  const directory = cognitoDirectory({
    userPoolId: stack.outputs.UserPoolId ?? '',
    client: new CognitoIdentityProviderClient(asOwner(stack)),
  })
  const run = randomBytes(4).toString('hex')

  const write = async (...writes: readonly Write[]): Promise<void> => {
    const done = await table.commit(writes)
    if (done !== 'done') throw new Error(`Not written: ${done.conflicts.map(({ record }) => record.name).join(', ')}.`)
  }

  const settle = async <P extends Person>(person: P): Promise<Settler<P>> => {
    const { personId, email } = person
    const password = randomBytes(12).toString('base64url')
    await write(...introduce(person))
    await directory.ensureUser(person)
    await directory.setPassword(personId, password)
    const token = await town.signIn(email, password)
    return Object.assign({ ...person }, clientOf(stack.apiUrl, token), { token, password })
  }

  /** Dead links count against the computer that all tests share: what is counted so far is forgotten. */
  const forgetDeadLinks = async (): Promise<void> => {
    const source = createHash('sha256').update('127.0.0.1').digest('base64url').slice(0, 22)
    const { attempts } = await table.load({ attempts: perhaps(LinkAttempts, { source }) })
    if (attempts !== undefined) await table.commit([remove(LinkAttempts, attempts as never)])
  }

  const someone = (name: string) => ({
    personId: newUuid(),
    name,
    email: address(name),
    language: 'fr' as const,
    status: 'active' as const,
    createdAt: new Date().toISOString(),
  })
  /** An address that nobody has yet. */
  const address = (name: string): string => {
    const local = name
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]+/g, '.')
      .replace(/^\.|\.$/g, '')
    return `${local}.${randomBytes(2).toString('hex')}.${run}@atelier-verrieres.example`
  }

  return {
    stack,
    town,
    table,
    write,
    address,
    forgetDeadLinks,

    /** The status that a mailed link answers with, whatever dead links other tests follow at the same time. */
    async statusOf(link: string): Promise<number> {
      await forgetDeadLinks()
      return (await openPage(link)).status
    },

    member: ({ name = 'Apolline Guérande', ...traits }: MemberTraits = {}): Promise<Settler<Member>> =>
      settle({ ...someone(name), kind: 'member', roles: ['practitioner'], sheet: practitionerSheet, ...traits }),

    /** A client user; `of` names the dossier assigned to them. */
    async clientUser({ name = 'Tancrède Nivollet', of, ...traits }: UserTraits = {}): Promise<Settler<ClientUser>> {
      const dossiers = of === undefined ? 0 : 1
      const own = { ...someone(name), kind: 'client-user', profile: 'client-administrator', dossiers } as const
      const user = await settle<ClientUser>({ ...own, ...traits })
      if (of !== undefined) await write(create(DossierAccesses, accessOf(of, user)))
      return user
    },

    /** An item as it lies in the table now, to be changed as an operator would. */
    async stored<T extends object>(record: AnyRecord, of: object): Promise<Stored<T>> {
      const { item } = await table.load({ item: perhaps(record, of as never) })
      if (item === undefined) throw new Error(`There is no such ${record.name}.`)
      return item as Stored<T>
    },

    /** Every item of a record that mentions something: for a test only, which has no other way to what it did not make. */
    async scan<T extends object>(recordName: string, mentioned: string): Promise<T[]> {
      const { client, tableName } = town.table
      const found: T[] = []
      let after: ScanCommandOutput['LastEvaluatedKey']
      do {
        const page: ScanCommandOutput = await client.send(
          new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: after }),
        )
        const items = (page.Items ?? []).map((item) => unmarshall(item))
        for (const item of items)
          if (item.recordName === recordName && JSON.stringify(item).includes(mentioned))
            found.push(fromStored<T>(item))
        after = page.LastEvaluatedKey
      } while (after !== undefined)
      return found
    },

    /** Changes a person in the table, with all that follows from it, as an operator would. */
    async change(person: Person, changes: object): Promise<void> {
      const { item } = await table.load({ item: perhaps(People, person) })
      const { items } = await table.list<SettingsEditor>(SettingsEditors.by.all, {}, { limit: 2 })
      const remaining = items.find(({ personId }) => personId !== person.personId)
      await write(...changePerson(item as Stored<Person>, changes, remaining))
    },
  }
}

const accessOf = (dossierId: string, { personId }: Person): DossierAccess => ({
  dossierId,
  personId,
  grantedBy: personId,
  grantedAt: new Date().toISOString(),
  requestId: null,
})

/** An office, a practitioner with a dossier of theirs, and the Administrator who uses it. */
export const settledDossier = async (settlement: Settlement) => {
  const [office, practitioner] = await Promise.all([
    settlement.member({ name: 'Hortense Vidalie', roles: ['administrator'], sheet: fullSheet }),
    settlement.member({ name: 'Apolline Guérande' }),
  ])
  const client = await office.call(clients.createClient, { input: { name: 'Atelier Verrières', kind: 'company' } })
  const dossier = await office.call(dossiers.createDossier, {
    input: { clientId: client.clientId, ownerId: practitioner.personId },
  })
  const administrator = await settlement.clientUser({ name: 'Camille Verrier', of: dossier.dossierId })
  return { office, practitioner, client, dossier, params: { dossierId: dossier.dossierId }, administrator }
}
