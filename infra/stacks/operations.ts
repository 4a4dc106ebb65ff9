import { Stack, type StackProps } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, Dashboard, GraphWidget, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { arnOfWorkflow } from '../constructs/grants.ts'
import { stackName } from '../constructs/names.ts'
import type { Settings } from '../constructs/surroundings.ts'
import { type Watch, watchesOf } from '../constructs/watches.ts'

type OperationsProps = StackProps & { readonly settings: Settings; readonly apiId: string }

/** What an operator is told: alarms by mail, and one dashboard. Things are spoken of by name, so no stack waits for another. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { settings: { tenant, parts }, apiId, ...props }: OperationsProps) {
    super(scope, id, props)
    const { email } = tenant.alarms
    const tell = email === undefined ? undefined : new SnsAction(this.addTopic(email))
    const arnOf = (workflow: string): string => arnOfWorkflow(this, tenant.name, workflow)
    const watches = watchesOf({ tenant: tenant.name, parts, apiId, arnOf })

    for (const { name, metric, above, says } of watches) {
      if (above === undefined) continue
      const alarm = new Alarm(this, name, {
        alarmName: `${stackName(tenant.name, 'operations')}-${name}`,
        ...(says === undefined ? {} : { alarmDescription: says }),
        metric,
        threshold: above,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      })
      if (tell !== undefined) alarm.addAlarmAction(tell)
    }
    this.addDashboard(stackName(tenant.name, 'operations'), watches)
  }

  private addDashboard(dashboardName: string, watches: readonly Watch[]): void {
    const graphs = [...Map.groupBy(watches, ({ graph }) => graph)].map(
      ([title, curves]) =>
        new GraphWidget({ title, width: 12, left: curves.map(({ name, metric }) => metric.with({ label: name })) }),
    )
    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName })
    for (let at = 0; at < graphs.length; at += 2) dashboard.addWidgets(...graphs.slice(at, at + 2))
  }

  private addTopic(email: string): Topic {
    const topic = new Topic(this, 'Alarms', { enforceSSL: true })
    topic.addSubscription(new EmailSubscription(email))
    // The topic's own policy replaces the one that would let the account's alarms in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    )
    return topic
  }
}
