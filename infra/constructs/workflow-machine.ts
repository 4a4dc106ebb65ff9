import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { workflowName } from './names.ts'
import type { WorkflowPart } from './parts.ts'

/** A workflow of a capability, logged and traced; it may call its own tasks' functions and nothing else. */
export class WorkflowMachine extends Construct {
  readonly machine: StateMachine

  constructor(
    scope: Construct,
    tenant: string,
    { workflow, jobs }: WorkflowPart,
    functions: ReadonlyMap<string, IFunction>,
  ) {
    super(scope, `Workflow-${workflow.name}`)
    const arnOf = (job: string): string => {
      const found = jobs.includes(job) ? functions.get(job) : undefined
      if (found === undefined)
        throw new Error(`The workflow ${workflow.name} calls ${job}, which is no job of that workflow.`)
      return found.functionArn
    }
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      description: workflow.summary,
    })
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: jobs.map(arnOf) }))
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: workflowName(tenant, workflow.name),
      comment: workflow.summary,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(workflow.definition(arnOf))),
      role,
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Log', {
          // Step Functions writes to groups of this name only, past a limit on resource policies.
          logGroupName: `/aws/vendedlogs/states/${workflowName(tenant, workflow.name)}`,
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        // What a workflow carries is confidential: its log tells the states, not their data.
        includeExecutionData: false,
      },
    })
    acknowledge(this, {
      'AwsSolutions-IAM5[Resource::*]': 'Tracing and the delivery of logs can be granted on everything only.',
    })
  }
}
