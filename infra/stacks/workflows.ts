import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnConfigurationSet, CfnEmailIdentity } from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import { ConsumerQueue } from '../constructs/consumer.ts'
import { acknowledgePlainEndpoint } from '../constructs/emulator.ts'
import { mailSetName } from '../constructs/grants.ts'
import { addInboundMail, tellOfObjects } from '../constructs/inbound-mail.ts'
import { JobFunction } from '../constructs/job-function.ts'
import { outputName } from '../constructs/names.ts'
import type { JobPart } from '../constructs/parts.ts'
import { type Surroundings, senderDomain } from '../constructs/surroundings.ts'
import { WorkflowMachine } from '../constructs/workflow-machine.ts'

type WorkflowsProps = StackProps & { readonly surroundings: Surroundings }

/** All that goes on beside requests: consumers of events, the relay, the clock, workflows and their tasks, mail. */
export class WorkflowsStack extends Stack {
  constructor(scope: Construct, id: string, { surroundings: given, ...props }: WorkflowsProps) {
    super(scope, id, props)
    const { tenant, parts } = given
    const queuesOn = (on: JobPart['job']['trigger']['on']) =>
      Object.fromEntries(
        parts.jobs
          .filter(({ job }) => job.trigger.on === on)
          .map((part) => [part.name, new ConsumerQueue(this, `Queue-${part.name}`, given, part).queue]),
      )
    // Events are handed to the first by the relay; the others hear of objects, and nobody but EventBridge tells them.
    const queues = queuesOn('events')
    const ofObjects = queuesOn('objects')
    const surroundings = { ...given, queues }
    const all = { ...queues, ...ofObjects }
    const jobs = parts.jobs.map((part) => new JobFunction(this, part.name, part, surroundings, all[part.name]))
    for (const { name, job } of parts.jobs)
      if (job.trigger.on === 'objects')
        tellOfObjects(this, `Objects-${name}`, given[job.trigger.bucket], job.trigger.below, all[name])
    const functions = new Map(jobs.map(({ part, lambda }) => [part.name, lambda]))
    for (const part of parts.workflows) {
      const { machine } = new WorkflowMachine(this, tenant.name, part, functions)
      new CfnOutput(this, outputName(part.workflow.name, 'StateMachineArn'), { value: machine.stateMachineArn })
    }
    if (parts.jobs.some(({ uses }) => uses.mail)) this.addSender(given)
    if (parts.jobs.some(({ uses }) => uses.inbound)) addInboundMail(this, given)
    acknowledgePlainEndpoint(this, given.endpoint)

    for (const [consumer, { queueUrl }] of Object.entries(all))
      new CfnOutput(this, outputName(consumer, 'QueueUrl'), { value: queueUrl })
    for (const { part, lambda } of jobs)
      if (part.job.trigger.on === 'schedule')
        new CfnOutput(this, outputName(part.name, 'FunctionName'), { value: lambda.functionName })
  }

  /** The domain that mails are sent from: signed by DKIM, encrypted on the way, bounces and complaints remembered. */
  private addSender({ tenant, endpoint }: Surroundings): void {
    const set = new CfnConfigurationSet(this, 'MailSet', {
      name: mailSetName(tenant.name),
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
      suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    })
    const identity = new CfnEmailIdentity(this, 'Sender', {
      emailIdentity: senderDomain(tenant),
      configurationSetAttributes: { configurationSetName: set.ref },
      dkimAttributes: { signingEnabled: true },
    })
    // Records that the tenant puts into the DNS of that domain; the emulator needs and gives none.
    if (endpoint !== undefined) return
    for (const at of [1, 2, 3] as const)
      new CfnOutput(this, `DkimRecord${at}`, {
        value: `${identity.getAtt(`DkimDNSTokenName${at}`)} CNAME ${identity.getAtt(`DkimDNSTokenValue${at}`)}`,
      })
  }
}
