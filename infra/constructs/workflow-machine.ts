import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { arnOfWorkflow } from './grants.ts'
import { workflowName } from './names.ts'
import type { WorkflowPart } from './parts.ts'

/** A workflow of a capability, logged and traced; it may call its own tasks' functions and nothing else. */
export class WorkflowMachine extends Construct {
  readonly machine: StateMachine
  /** Each resource with a `*` in it that its role is granted, and why it cannot be closer. */
  readonly wildcards: { readonly resource: string; readonly reason: string }[] = []

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
    const definition = workflow.definition(arnOf)
    if (isDistributed(definition)) this.mayRunItsOwnParts(role, arnOfWorkflow(Stack.of(this), tenant, workflow.name))
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: workflowName(tenant, workflow.name),
      comment: workflow.summary,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
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

  /** A distributed map runs each of its parts as an execution of the machine's own: it starts, follows and stops them. */
  private mayRunItsOwnParts(role: Role, machineArn: string): void {
    const executions = `${machineArn.replace(':stateMachine:', ':execution:')}:*`
    role.addToPolicy(new PolicyStatement({ actions: ['states:StartExecution'], resources: [machineArn] }))
    role.addToPolicy(
      new PolicyStatement({ actions: ['states:DescribeExecution', 'states:StopExecution'], resources: [executions] }),
    )
    this.wildcards.push({ resource: executions, reason: 'Executions of this machine alone, named when they start.' })
  }
}

type State = { readonly ItemProcessor?: { readonly ProcessorConfig?: { readonly Mode?: string } } }

/** Whether a definition has a distributed map: its machine needs rights on itself. */
const isDistributed = (definition: object): boolean => {
  const { States: states } = definition as { readonly States: Readonly<Record<string, State>> }
  return Object.values(states).some(({ ItemProcessor }) => ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED')
}
