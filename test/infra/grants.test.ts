import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { grantLines, iamText } from '../../docs/generate/iam.ts'
import { catalogue } from '../../functions/catalogue.ts'
import { environmentNames } from '../../functions/kernel/environment.ts'
import { inProject } from '../../infra/local/paths.ts'
import { readTenant } from '../../infra/tenants.ts'
import type { JobUses } from '../../shared/contract/capability.ts'
import { ENDPOINT, makeStacks, ofType, templatesOf } from './made-stacks.ts'

type Line = {
  readonly who: string
  readonly effect: string
  readonly action: string
  readonly what: string
  readonly line: string
}

const lines: readonly Line[] = grantLines(readTenant('example'), catalogue).map((line) => {
  const [who = '', effect = '', action = '', what = ''] = line.split(' | ').map((part) => part.trim())
  return { who, effect, action, what, line }
})
const allowed = lines.filter(({ effect }) => effect === 'allow')

/** Each function by name, with what its routes or its job say they use. */
const functions: readonly { name: string; uses: readonly JobUses[] }[] = catalogue.flatMap(
  ({ name, routes, jobs = [] }) => [
    ...(Object.keys(routes).length > 0 ? [{ name, uses: Object.values(routes).map(({ uses }) => uses) }] : []),
    ...jobs.map((job) => ({ name: job.name, uses: [job.uses] })),
  ],
)
const ofFunction = (name: string) => allowed.filter(({ who }) => who === name)
const may = (name: string, action: string): boolean => ofFunction(name).some((grant) => grant.action === action)

test('docs/iam.txt lists the grants as they are', () => {
  expect(readFileSync(inProject('docs/iam.txt'), 'utf8')).toBe(iamText())
})

describe('each function may do what its uses need, and nothing else', () => {
  test.each(functions)('$name', ({ name, uses }) => {
    const some = (wanted: (of: JobUses) => unknown): boolean => uses.some((of) => Boolean(wanted(of)))
    const writes = some(({ table }) => table === 'write')
    expect({
      reads: may(name, 'dynamodb:BatchGetItem'),
      writes: may(name, 'dynamodb:PutItem'),
      checks: may(name, 'dynamodb:ConditionCheckItem'),
      users: may(name, 'cognito-idp:AdminCreateUser'),
      mails: may(name, 'ses:SendEmail'),
      starts: may(name, 'states:StartExecution'),
      tells: may(name, 'sqs:SendMessage'),
    }).toEqual({
      reads: some(({ table }) => table),
      writes,
      checks: writes,
      users: some(({ directory }) => directory),
      mails: some(({ mail }) => mail),
      starts: some(({ workflows }) => workflows),
      tells: some(({ queues }) => queues),
    })
    const files = ofFunction(name).filter(
      ({ action, what }) => /^s3:(Put|Get)Object$/.test(action) && !what.startsWith('Inbound/'),
    )
    expect(may(name, 's3:GetObject') && ofFunction(name).some(({ what }) => what === 'Inbound/inbound/*')).toBe(
      some(({ inbound }) => inbound),
    )
    expect(files.map(({ action, what }) => `${action} ${what}`).sort()).toEqual(
      (['Documents', 'Archive'] as const)
        .flatMap((bucket) => {
          const ways = uses.flatMap((of) => of[bucket === 'Documents' ? 'documents' : 'archive'] ?? [])
          return [...new Set(ways)]
            .filter((way) => way !== 'parts')
            .flatMap((way) =>
              placesOf(name, way, bucket).map(
                (place) => `s3:${way === 'put' ? 'Put' : 'Get'}Object ${bucket}/${place}/*`,
              ),
            )
        })
        .sort(),
    )
  })
})

test('P-10: no function may delete from the archive, shorten a retention or change the bucket’s lock', () => {
  const forbidden = [
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:PutObjectRetention',
    's3:BypassGovernanceRetention',
  ]
  for (const { name } of functions) {
    const denied = lines.filter(({ who, effect, what }) => who === name && effect === 'DENY' && what === 'Archive/*')
    expect(
      denied.map(({ action }) => action),
      name,
    ).toEqual(expect.arrayContaining(forbidden))
    expect(
      lines.some(
        (line) => line.who === name && line.effect === 'DENY' && line.action === 's3:PutBucketObjectLockConfiguration',
      ),
    ).toBe(true)
  }
  expect(allowed.filter(({ action }) => action.startsWith('s3:Delete'))).toEqual([])
})

/** D-19: what is put into a collaborative space lies apart from all dossiers; a copy lies where it was copied from. */
const placesOf = (name: string, way: 'put' | 'get', bucket: 'Documents' | 'Archive'): readonly string[] => {
  if (bucket === 'Documents' && ['archive', 'index-entry', 'export-archive'].includes(name))
    return way === 'put' ? ['archive-exports'] : ['dossiers', 'archive-exports']
  if (name !== 'collaborative-spaces') return ['dossiers']
  return way === 'put' ? ['collaborative-spaces'] : ['dossiers', 'collaborative-spaces']
}

test('no grant holds a wildcard but those that IAM gives no other way, and prefixes within a named thing', () => {
  const fromAws = /^(logs:.*Log(Delivery|Deliveries|Groups)|logs:.*ResourcePolic(y|ies)|xray:\w+)$/
  const known = ({ who, action, what, effect }: Line): boolean =>
    effect === 'DENY' ||
    (who.startsWith('Workflow-') && what === '*' && fromAws.test(action)) ||
    (who === 'relay' && action === 'dynamodb:ListStreams' && what === '*') ||
    /^(Documents|Archive)\/dossiers\/\*$/.test(what) ||
    (['read-mail', 'ses.amazonaws.com'].includes(who) && what === 'Inbound/inbound/*') ||
    (who === 'collaborative-spaces' && what === 'Documents/collaborative-spaces/*') ||
    (['archive', 'index-entry', 'export-archive'].includes(who) && what === 'Documents/archive-exports/*') ||
    /^states:execution:greffe-example-[a-z-]+:\*$/.test(what) ||
    (who === 'logging.s3.amazonaws.com' && what.startsWith('AccessLogs/')) ||
    who === 'apigateway.amazonaws.com'
  expect(lines.filter(({ action, what }) => `${action}${what}`.includes('*')).filter((line) => !known(line))).toEqual(
    [],
  )
  expect(allowed.filter(({ action }) => action.includes('*'))).toEqual([])
})

test('a mail can be sent from the tenant’s own address only', () => {
  const sending = lines.filter(({ action }) => action === 'ses:SendEmail')
  expect(sending.length).toBeGreaterThan(0)
  for (const { line } of sending)
    expect(line).toContain('{"StringEquals":{"ses:FromAddress":"greffe@etude-kessler.example"}}')
})

/** What each call of the adapters needs from IAM. A transaction and a copy have no action of their own. */
const needs: Readonly<Record<string, readonly string[]>> = {
  BatchGetItem: ['dynamodb:BatchGetItem'],
  Query: ['dynamodb:Query'],
  TransactWriteItems: ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
  PutObject: ['s3:PutObject'],
  CreateMultipartUpload: ['s3:PutObject'],
  UploadPart: ['s3:PutObject'],
  CompleteMultipartUpload: ['s3:PutObject'],
  ListParts: ['s3:ListMultipartUploadParts'],
  AbortMultipartUpload: ['s3:AbortMultipartUpload'],
  GetObject: ['s3:GetObject', 's3:GetObjectVersion'],
  // Without ListBucket, S3 says "forbidden" of what is not there.
  HeadObject: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
  CopyObject: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
  AdminCreateUser: ['cognito-idp:AdminCreateUser'],
  AdminSetUserPassword: ['cognito-idp:AdminSetUserPassword'],
  AdminListGroupsForUser: ['cognito-idp:AdminListGroupsForUser'],
  AdminAddUserToGroup: ['cognito-idp:AdminAddUserToGroup'],
  AdminRemoveUserFromGroup: ['cognito-idp:AdminRemoveUserFromGroup'],
  AdminEnableUser: ['cognito-idp:AdminEnableUser'],
  AdminDisableUser: ['cognito-idp:AdminDisableUser'],
  AdminUserGlobalSignOut: ['cognito-idp:AdminUserGlobalSignOut'],
  SendEmail: ['ses:SendEmail'],
  SendMessage: ['sqs:SendMessage'],
  StartExecution: ['states:StartExecution'],
  DescribeExecution: ['states:DescribeExecution'],
  SendTaskSuccess: ['states:SendTaskSuccess'],
}

test('functions are granted the actions of the calls that adapters make: none is missing, none is left over', () => {
  const folder = inProject('shared/ports/aws')
  const files = [...readdirSync(folder).map((file) => `${folder}/${file}`), inProject('shared/table/dynamo-table.ts')]
  const calls = files
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/new (\w+)Command\(/g)].map(([, call]) => call as string),
    )
  expect(calls.filter((call) => needs[call] === undefined)).toEqual([])

  const needed = new Set(calls.flatMap((call) => needs[call] ?? []))
  const ofTriggers =
    /^(logs:|sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes)|dynamodb:(DescribeStream|GetShardIterator|GetRecords|ListStreams))/
  const granted = functions.flatMap(({ name }) => ofFunction(name)).filter(({ action }) => !ofTriggers.test(action))
  expect([...new Set(granted.map(({ action }) => action))].sort()).toEqual([...needed].sort())
})

test('the emulator’s stacks grant the same as AWS’s, but for three lines that it cannot tell apart', () => {
  const example = readTenant('example')
  const onEmulator = grantLines(example, catalogue, ENDPOINT)
  const more = onEmulator.filter((line) => !lines.some((known) => known.line === line))
  expect(more.map((line) => line.replace(/^[a-z-]+ /, '* '))).toEqual(
    expect.arrayContaining(['* | allow | ses:SendEmail | *', '* | allow | states:SendTaskSuccess | *']),
  )
  expect(more.filter((line) => !/(ses:SendEmail|states:SendTaskSuccess) \| \*$/.test(line))).toEqual([])
})

describe('the environment of functions', () => {
  const { api, workflows } = templatesOf(makeStacks())
  const given = new Map<string, string[]>(
    [api, workflows].flatMap((template) =>
      ofType(template, 'AWS::Lambda::Function').map(({ Properties }) => [
        (Properties.FunctionName as string).replace('greffe-example-', ''),
        Object.keys(Properties.Environment.Variables).filter((name) => !name.startsWith('POWERTOOLS_')),
      ]),
    ),
  )
  const ofAll = [
    environmentNames.publicUrl,
    environmentNames.organisation,
    environmentNames.timeZone,
    environmentNames.retentionDays,
    environmentNames.inboundDomain,
  ]

  test('every name that the kernel reads is written by some function’s environment, and no other name', () => {
    expect([...new Set([...given.values()].flat())].sort()).toEqual(Object.values(environmentNames).sort())
  })

  test.each(functions)('$name is told of what it uses, and of nothing else', ({ name, uses }) => {
    const some = (wanted: (of: JobUses) => unknown): boolean => uses.some((of) => Boolean(wanted(of)))
    const expected = [
      ...ofAll,
      ...(some(({ table }) => table) ? [environmentNames.tableName] : []),
      ...(some(({ documents }) => documents) ? [environmentNames.documentsBucket] : []),
      ...(some(({ archive }) => archive) ? [environmentNames.archiveBucket] : []),
      ...(some(({ inbound }) => inbound) ? [environmentNames.inboundBucket, environmentNames.inboundVerdicts] : []),
      ...(some(({ directory }) => directory) ? [environmentNames.userPoolId] : []),
      ...(some(({ mail }) => mail) ? [environmentNames.sender] : []),
      ...(some(({ queues }) => queues) ? [environmentNames.queues] : []),
      ...(some(({ workflows }) => workflows) ? [environmentNames.workflows] : []),
    ]
    expect(given.get(name)?.sort()).toEqual(expected.sort())
  })
})
