import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CfnResource,
  DefaultTokenResolver,
  type IResolvable,
  type IResolveContext,
  Reference,
  StringConcat,
  Tokenization,
} from 'aws-cdk-lib'
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnPermission, Code } from 'aws-cdk-lib/aws-lambda'
import { CfnBucketPolicy } from 'aws-cdk-lib/aws-s3'
import { CfnTopicPolicy } from 'aws-cdk-lib/aws-sns'
import { CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs'
import type { IConstruct } from 'constructs'
import { catalogue } from '../../functions/catalogue.ts'
import { tenantStacks } from '../../infra/stacks/tenant-stacks.ts'
import { readTenant, type Tenant } from '../../infra/tenants.ts'
import type { Capability } from '../../shared/contract/capability.ts'

type Statement = {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly Principal?: unknown
  readonly Condition?: object
}

/** A construct as people name it: where it stands, without the stack and without the CDK's own inner names. */
const nameOf = (construct: IConstruct): string =>
  construct.node.path
    .split('/')
    .slice(1)
    .filter(
      (part) =>
        !['Resource', 'Default', 'Function', 'Policy', 'Role', 'Queue', 'Machine', 'DefaultPolicy'].includes(part),
    )
    .join('/')

/** Writes what refers to another construct by that construct's name, in whichever stack it is. */
class Names extends DefaultTokenResolver {
  constructor() {
    super(new StringConcat())
  }

  override resolveToken(
    token: IResolvable,
    context: IResolveContext,
    post: { postProcess(input: unknown, context: IResolveContext): unknown },
  ) {
    return Reference.isReference(token) ? nameOf(token.target) : super.resolveToken(token, context, post)
  }
}

const plain = (value: unknown, scope: IConstruct): unknown =>
  Tokenization.resolve(value, { scope, resolver: new Names(), preparing: false })

/** `arn:aws:states:eu-west-1:123456789012:stateMachine:x` says no more than `states:stateMachine:x` within one tenant. */
const shorten = (resource: unknown): string =>
  String(resource).replace(/^arn:aws:([a-z0-9-]+):[a-z0-9-]*:[0-9]*:/, '$1:')

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const principalOf = (principal: unknown): string =>
  typeof principal === 'string'
    ? principal
    : Object.values(principal as object)
        .flatMap(listOf)
        .join(', ')

/** One line for each action on each thing: `who | allow or DENY | action | on what | when`. */
const linesOf = (document: unknown, who: string | undefined, what?: string): string[] =>
  (document as { Statement: Statement[] }).Statement.flatMap(({ Effect, Action, Resource, Principal, Condition }) =>
    listOf(Action).flatMap((action) =>
      listOf(Resource ?? what).map((resource) =>
        [
          who ?? principalOf(Principal),
          Effect === 'Deny' ? 'DENY ' : 'allow',
          action,
          shorten(what ?? resource),
          ...(Condition === undefined ? [] : [JSON.stringify(Condition)]),
        ].join(' | '),
      ),
    ),
  )

const grantsIn = (node: IConstruct): string[] => {
  const read = (value: unknown): unknown => plain(value, node)
  if (node instanceof CfnPolicy)
    return listOf(read(node.roles)).flatMap((role) => linesOf(read(node.policyDocument), String(role)))
  if (node instanceof CfnRole) return linesOf(read(node.assumeRolePolicyDocument), undefined, `role of ${nameOf(node)}`)
  if (node instanceof CfnBucketPolicy) return linesOf(read(node.policyDocument), undefined)
  if (node instanceof CfnQueuePolicy) return linesOf(read(node.policyDocument), undefined)
  if (node instanceof CfnTopicPolicy) return linesOf(read(node.policyDocument), undefined)
  if (node instanceof CfnPermission)
    return [[node.principal, 'allow', node.action, read(node.functionName), shorten(read(node.sourceArn))].join(' | ')]
  return []
}

/** Every grant in the stacks of a tenant, sorted. */
export const grantLines = (tenant: Tenant, capabilities: readonly Capability[], endpoint?: string): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'greffe-grants-'))
  const codeOf = () => Code.fromInline('stub')
  const { app } = tenantStacks({ tenant, catalogue: capabilities, endpoint, codeOf, folder })
  rmSync(folder, { recursive: true })
  const lines = app.node.findAll().filter(CfnResource.isCfnResource).flatMap(grantsIn)
  return [...new Set(lines)].sort()
}

/** Every grant that a real tenant's stacks make: who may do what, on what, when. */
export const iamText = (): string =>
  [
    '# Every grant in the stacks of a tenant (tenants/example.json), generated from the stacks themselves.',
    '# who | allow or DENY | action | on what | when',
    ...grantLines(readTenant('example'), catalogue),
    '',
  ].join('\n')
