import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, test } from 'vitest'
import { routes as members } from '../../functions/members/routes.ts'
import { People, type Person } from '../../shared/people.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { remove } from '../../shared/table/table.ts'
import { clientOf } from './api-client.ts'
import { signedInRoutes } from './catalogue-routes.ts'
import { goodInput } from './good-input.ts'
import { asOwner, localStack } from './local-stack.ts'
import { paramsOf, sendRaw } from './raw-request.ts'
import { settlementOf } from './settlers.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const person = await settlement.member({ name: 'Cyprien Naudet' })
const pools = new CognitoIdentityProviderClient(asOwner(stack))

const signIn = async (ClientId: string, password: string) => {
  const { AuthenticationResult: tokens } = await pools.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: person.email, PASSWORD: password },
    }),
  )
  return { access: tokens?.AccessToken ?? '', id: tokens?.IdToken ?? '' }
}

/** A token of a pool that is not the tenant's, for a user who has the very name of a person of ours. */
const foreignToken = async (): Promise<string> => {
  const { UserPool } = await pools.send(
    new CreateUserPoolCommand({ PoolName: 'another', AliasAttributes: ['email'], AutoVerifiedAttributes: ['email'] }),
  )
  const UserPoolId = UserPool?.Id
  const { UserPoolClient } = await pools.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'another',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  )
  const Username = person.personId
  const UserAttributes = [
    { Name: 'email', Value: person.email },
    { Name: 'email_verified', Value: 'true' },
  ]
  await pools.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS', UserAttributes }))
  const Password = 'Mot-de-passe-2026'
  await pools.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }))
  return (await signIn(UserPoolClient?.ClientId ?? '', Password)).access
}

type Json = Record<string, unknown>
const decoded = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json
const encoded = (part: Json): string => Buffer.from(JSON.stringify(part)).toString('base64url')
const [head = '', claims = '', signature = ''] = person.token.split('.')
const another = await settlement.member({ name: 'Gaspard Thévenet' })

const refused: Readonly<Record<string, string | undefined>> = {
  'no token': undefined,
  'an empty token': 'Bearer ',
  garbage: 'Bearer not.a.token',
  'a password in place of a token': `Basic ${Buffer.from(`${person.email}:${person.password}`).toString('base64')}`,
  "a token that says it is somebody else's": `Bearer ${head}.${encoded({ ...decoded(claims), username: another.personId })}.${signature}`,
  'a token that says it lasts longer': `Bearer ${head}.${encoded({ ...decoded(claims), exp: 4_000_000_000 })}.${signature}`,
  'a token that says it needs no signature': `Bearer ${encoded({ ...decoded(head), alg: 'none' })}.${claims}.`,
  'a token without its signature': `Bearer ${head}.${claims}.`,
  'a token of another pool for the same user name': `Bearer ${await foreignToken()}`,
}

describe.each(Object.entries(refused))('B-01: with %s', (_, authorization) => {
  test('every route answers 401 and nothing else', async () => {
    const answers = await Promise.all(
      signedInRoutes.map(async ({ name, route }) => {
        const { status, headers, text } = await sendRaw(stack.apiUrl, route, {
          params: paramsOf(route, newUuid),
          headers: authorization === undefined ? {} : { authorization },
          ...(route.method === 'GET' ? {} : { body: JSON.stringify(goodInput(route)) }),
        })
        // Our functions mark each answer: without the mark none was reached.
        return {
          name,
          status,
          body: JSON.parse(text),
          reached: headers.has('x-request-id') && headers.has('referrer-policy'),
        }
      }),
    )
    const expected = { status: 401, body: { message: 'Unauthorized' }, reached: false }
    expect(answers).toEqual(signedInRoutes.map(({ name }) => ({ name, ...expected })))
  })
})

test('S-10: an ID token and an access token say the same: whose they are, and nothing of what they may', async () => {
  const { access, id } = await signIn(stack.outputs.UserPoolClientId ?? '', person.password)
  const [byAccess, byId] = await Promise.all(
    [access, id].map((token) => clientOf(stack.apiUrl, token).call(members.readSelf)),
  )
  expect(byAccess).toMatchObject({ personId: person.personId, email: person.email })
  expect(byId).toEqual(byAccess)
})

test('S-10: a token of the pool whose user is no person of ours is told to sign in', async () => {
  const gone = await settlement.member({ name: 'Ignace Lavergnas' })
  await settlement.write(remove(People, await settlement.stored<Person>(People, gone)))
  const { status, body } = await gone.ask(members.readSelf)
  expect([status, (body as { code: string }).code]).toEqual([401, 'not-signed-in'])
})
