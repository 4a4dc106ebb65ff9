/**
 * The IAM statements of a function, made from what its routes or its job say they use, and from nothing else.
 * `docs/iam.txt` lists what comes of it for every function; a test compares the actions with the calls that the
 * adapters in `shared/ports/aws` make.
 */
import { ArnFormat, Stack } from 'aws-cdk-lib'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { JobUses } from '../../shared/contract/capability.ts'
import { workflowName } from './names.ts'
import { type Part, workflowsOf } from './parts.ts'
import { type Surroundings, senderDomain } from './surroundings.ts'

/** Every object of a dossier lies below this, in both buckets. */
const OF_DOSSIERS = 'dossiers/*'
/** E-mail as it came in lies below this, in a bucket of its own. */
export const INBOUND_MAIL = 'inbound/'
/** What is put into collaborative spaces lies apart from all dossiers (D-19), in the documents bucket. */
const OF_SPACES = 'collaborative-spaces/*'
/** Exports of archives lie apart as well: the bucket throws them away after a week (P-10). */
export const EXPORTS = 'archive-exports/'

/** Spaces put objects of their own alone, and show copies that lie where they were copied from. */
const objectsFor = (capability: string, way: 'put' | 'get' | 'parts'): readonly string[] => {
  if (capability === 'archive') return way === 'get' ? [OF_DOSSIERS, `${EXPORTS}*`] : [`${EXPORTS}*`]
  if (capability !== 'collaborative-spaces') return [OF_DOSSIERS]
  return way === 'get' ? [OF_DOSSIERS, OF_SPACES] : [OF_SPACES]
}

/** What no function may ever do to the archive: what was sent stays, unchanged, until its retention ends (P-10). */
const neverOnTheArchive = {
  objects: [
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:PutObjectRetention',
    's3:PutObjectLegalHold',
    's3:BypassGovernanceRetention',
  ],
  bucket: ['s3:DeleteBucket', 's3:PutBucketObjectLockConfiguration', 's3:PutLifecycleConfiguration'],
} as const

/** A transaction has no action of its own: each of its parts needs its own; nothing here updates in place. */
const tableActions = {
  read: ['dynamodb:BatchGetItem', 'dynamodb:Query'],
  write: ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
} as const

/** Without ListBucket, S3 answers "forbidden" instead of "nothing there" for an upload that never came. */
const fileActions = {
  put: { object: ['s3:PutObject'], bucket: [] },
  get: { object: ['s3:GetObject', 's3:GetObjectVersion'], bucket: ['s3:ListBucket'] },
  /** Uploads in parts, besides what putting takes. */
  parts: { object: ['s3:ListMultipartUploadParts', 's3:AbortMultipartUpload'], bucket: [] },
} as const

const directoryActions = [
  'cognito-idp:AdminCreateUser',
  'cognito-idp:AdminSetUserPassword',
  'cognito-idp:AdminListGroupsForUser',
  'cognito-idp:AdminAddUserToGroup',
  'cognito-idp:AdminRemoveUserFromGroup',
  'cognito-idp:AdminEnableUser',
  'cognito-idp:AdminDisableUser',
  'cognito-idp:AdminUserGlobalSignOut',
]

export const arnOfWorkflow = (stack: Stack, tenant: string, workflow: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: workflowName(tenant, workflow),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })

/** What a role may do, or may never do. A resource with a `*` in it has the reason why it cannot be closer. */
export type Grant = {
  readonly effect?: Effect
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly wildcard?: string
}

export const statementOf = ({ effect, actions, resources, conditions }: Grant): PolicyStatement =>
  new PolicyStatement({
    effect: effect ?? Effect.ALLOW,
    actions: [...actions],
    resources: [...resources],
    ...(conditions && { conditions }),
  })

/** All grants of one function, but for its own log and its own trigger. */
export const grantsOf = (scope: Construct, { capability, uses }: Part, surroundings: Surroundings): Grant[] => {
  const { archive, documents, inbound, userPool, queues } = surroundings
  const all: Grant[] = [
    ...tableGrants(uses, surroundings),
    ...fileGrants(documents, uses.documents ?? [], (way) => objectsFor(capability, way)),
    ...fileGrants(archive, uses.archive ?? [], () => [OF_DOSSIERS]),
    ...fileGrants(inbound, uses.inbound ?? [], () => [`${INBOUND_MAIL}*`]),
    ...(uses.directory ? [{ actions: directoryActions, resources: [userPool.userPoolArn] }] : []),
    ...(uses.mail ? [mailGrant(scope, surroundings)] : []),
    ...(uses.workflows ? workflowGrants(scope, capability, surroundings) : []),
    ...(uses.queues
      ? [{ actions: ['sqs:SendMessage'], resources: Object.values(queues).map(({ queueArn }) => queueArn) }]
      : []),
    { effect: Effect.DENY, actions: neverOnTheArchive.objects, resources: [archive.arnForObjects('*')] },
    { effect: Effect.DENY, actions: neverOnTheArchive.bucket, resources: [archive.bucketArn] },
  ]
  return all.filter(({ resources }) => resources.length > 0)
}

const tableGrants = ({ table: way }: JobUses, { table, indexes }: Surroundings): Grant[] => {
  if (way === undefined) return []
  return [
    { actions: tableActions.read, resources: [table.tableArn] },
    { actions: ['dynamodb:Query'], resources: indexes.map((index) => `${table.tableArn}/index/${index}`) },
    ...(way === 'write' ? [{ actions: tableActions.write, resources: [table.tableArn] }] : []),
  ]
}

const fileGrants = (
  bucket: Bucket,
  ways: readonly ('put' | 'get' | 'parts')[],
  objects: (way: 'put' | 'get' | 'parts') => readonly string[],
): Grant[] =>
  ways.flatMap((way) => [
    {
      actions: fileActions[way].object,
      resources: objects(way).map((below) => bucket.arnForObjects(below)),
      wildcard:
        'Every object of a dossier, of a collaborative space, or every mail lies below this; which of them somebody may reach is decided by the rules.',
    },
    ...(fileActions[way].bucket.length > 0
      ? [{ actions: fileActions[way].bucket, resources: [bucket.bucketArn] }]
      : []),
  ])

/** The emulator knows neither the resource nor the condition of sending; on AWS only the tenant's own address sends. */
const mailGrant = (scope: Construct, { tenant, endpoint }: Surroundings): Grant => {
  const actions = ['ses:SendEmail']
  if (endpoint !== undefined) return { actions, resources: ['*'], wildcard: 'The emulator asks for it.' }
  const inSes = (resource: string, resourceName: string): string =>
    Stack.of(scope).formatArn({ service: 'ses', resource, resourceName })
  return {
    actions,
    resources: [inSes('identity', senderDomain(tenant)), inSes('configuration-set', mailSetName(tenant.name))],
    conditions: { StringEquals: { 'ses:FromAddress': tenant.organisation.sender } },
  }
}

/** The set of rules under which SES sends a tenant's mails. */
export const mailSetName = (tenant: string): string => `greffe-${tenant}`

const workflowGrants = (scope: Construct, capability: string, { tenant, parts, endpoint }: Surroundings): Grant[] => {
  const stack = Stack.of(scope)
  const machines = workflowsOf(parts, capability).map((workflow) => arnOfWorkflow(stack, tenant.name, workflow))
  const executions = machines.map((arn) => `${arn.replace(':stateMachine:', ':execution:')}:*`)
  return [
    { actions: ['states:StartExecution'], resources: machines },
    {
      actions: ['states:DescribeExecution'],
      resources: executions,
      wildcard: 'Executions of a named workflow, each called after the business thing that it is about.',
    },
    endpoint === undefined
      ? { actions: ['states:SendTaskSuccess'], resources: machines }
      : { actions: ['states:SendTaskSuccess'], resources: ['*'], wildcard: 'The emulator asks for it.' },
  ]
}
