import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Policy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { environmentOf } from './environment.ts'
import { type Grant, grantsOf, statementOf } from './grants.ts'
import { functionName } from './names.ts'
import type { Part } from './parts.ts'
import type { Surroundings } from './surroundings.ts'

type OwnFunctionProps = {
  readonly part: Part
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number
  readonly surroundings: Surroundings
}

/** A function with a role and a log of its own; it is granted what its uses need, and its log. */
export class OwnFunction extends Construct {
  readonly lambda: LambdaFunction
  readonly role: Role
  /** Why a resource of its policy has a `*` in it. */
  readonly wildcards: { resource: string; reason: string }[] = []
  private readonly policy: Policy

  constructor(scope: Construct, id: string, { part, surroundings, ...props }: OwnFunctionProps) {
    super(scope, id)
    const { tenant, codeOf } = surroundings
    const { name, summary } = part
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: summary,
    })
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/greffe/${tenant.name}/${name}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    // One policy, there before the function is: a function never runs with half of its rights.
    this.policy = new Policy(this, 'Policy', { roles: [this.role] })
    this.grant({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] })
    for (const grant of grantsOf(this, part, surroundings)) this.grant(grant)
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: functionName(tenant.name, name),
      description: summary,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: codeOf(name),
      role: this.role,
      logGroup,
      environment: environmentOf(this, part, surroundings),
      timeout: Duration.seconds(props.timeoutSeconds),
      memorySize: props.memoryMegabytes,
    })
    this.lambda.node.addDependency(this.policy)
  }

  /** Adds to what its role may do. */
  grant(grant: Grant): void {
    this.policy.addStatements(statementOf(grant))
    for (const resource of grant.resources)
      if (grant.wildcard !== undefined) this.wildcards.push({ resource, reason: grant.wildcard })
  }
}
