import { DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { expect, test } from 'vitest'
import { routes as members } from '../../functions/members/routes.ts'
import { linkPurposes } from '../../shared/links.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { askingIn, tokenOf } from './ask-for-access.ts'
import { logLines, plantLogLines } from './ask-logs.ts'
import { asOwner, localStack } from './local-stack.ts'
import { sendAndWait, upload } from './move-files.ts'
import { until } from './people-in-town.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const settled = await settledDossier(settlement)
const { administrator, office, params } = settled

/** The fields of items that speak of people or of what is theirs. */
const personal = ['name', 'email', 'clientName', 'message', 'reason'] as const

/** Everything personal that the table holds, from whatever ran on this stack so far, and all mailed tokens. */
const everythingPersonal = async (): Promise<string[]> => {
  const client = new DynamoDBClient(asOwner(stack))
  const found = new Set<string>()
  let after: ScanCommandOutput['LastEvaluatedKey']
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName: stack.outputs.TableName, ExclusiveStartKey: after }),
    )
    for (const item of page.Items ?? []) for (const value of valuesOf(unmarshall(item))) found.add(value)
    after = page.LastEvaluatedKey
  } while (after !== undefined)
  for (const { text, to } of await stack.mailbox.list()) {
    for (const [, token = ''] of text.matchAll(/\/(?:activations|access-decisions)\/([\w-]+)/g)) found.add(token)
    for (const address of to) found.add(address)
  }
  // Shorter ones stand in any text.
  return [...found].filter((value) => value.length > 7)
}

const valuesOf = (item: Readonly<Record<string, unknown>>): string[] =>
  item.recordName === 'audit-entry'
    ? []
    : personal.flatMap((field) => (typeof item[field] === 'string' ? [item[field]] : []))

const pagesOfLinks = Object.values(linkPurposes).map(({ page }) => page)

/** What no line may hold, whoever's it is. */
const shapes: Readonly<Record<string, RegExp>> = {
  'an e-mail address': /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  'a token to sign in with': /eyJ[\w-]{10,}\.[\w-]+/,
  'a signed address': /X-Amz-(Signature|Security-Token)=/,
  'a link that was mailed': new RegExp(`/(${pagesOfLinks.join('|')})/[\\w-]{20,}`),
}

const leaksIn = (lines: readonly string[], secrets: readonly string[]): string[] =>
  lines.flatMap((line) => [
    ...secrets.filter((secret) => line.includes(secret)).map((secret) => `${secret} in ${line}`),
    ...Object.entries(shapes).flatMap(([what, shape]) => (shape.test(line) ? [`${what} in ${line}`] : [])),
  ])

test('no log of the stack holds a name, an address, a word of people, a password or a token', async () => {
  const { request, decide, openFrom } = askingIn(settlement, settled)
  await sendAndWait(administrator, params, [
    await upload(administrator, params, { name: 'bulletin de paie Verrier.pdf', bytes: Buffer.from('Bulletin') }),
  ])
  const { link } = await request('Solange Abbeville')
  await openFrom('192.0.2.9', `${tokenOf(link)}x`)
  await decide(link, { decision: 'refuse', reason: 'Une raison qui ne regarde personne.' })
  await office.ask(members.addMember, { input: { name: 'Sans adresse', email: 'pas une adresse' } as never })

  const groups = ['documents', 'pages', 'send-mail', 'hand-over', 'follow-request', 'access-requests', 'relay']
  // What a function logs is there once all of its delivery is done.
  const lines = await until('lines of every function', async () => {
    const found = await logLines(stack, '/')
    const silent = groups.filter((group) => !found.some((line) => line.startsWith(`/greffe/local/${group}: {`)))
    return silent.length === 0 ? found : undefined
  })
  const secrets = await everythingPersonal()
  expect(secrets).toEqual(expect.arrayContaining(['Solange Abbeville', administrator.email, tokenOf(link)]))
  expect(leaksIn(lines, [...secrets, administrator.token, administrator.password])).toEqual([])
})

test('the search finds what is planted', async () => {
  const group = `/planted-${newUuid()}`.slice(1)
  const planted = [
    'person Camille Verrier signed in',
    'mailed to someone.else@example.example',
    `Authorization: Bearer ${administrator.token}`,
    'GET /access-decisions/abcdefghijklmnopqrstuvwxyz',
  ]
  await plantLogLines(stack, group, [...planted, 'answered 200'])
  const lines = await logLines(stack, group)
  expect(lines).toHaveLength(5)
  const found = lines.filter((line) => leaksIn([line], ['Camille Verrier']).length > 0)
  expect(found).toEqual(planted.map((line) => `${group}: ${line}`))
})
