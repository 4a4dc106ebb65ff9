/** How e-mail comes in: SES takes it and puts it into a bucket, which tells a queue of it. */
import { CfnOutput, Stack } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { CfnEmailIdentity, CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { INBOUND_MAIL } from './grants.ts'
import { receiptRulesName } from './names.ts'
import type { Surroundings } from './surroundings.ts'

/** Tells a queue of each new object of a bucket below a place. */
export const tellOfObjects = (scope: Construct, id: string, bucket: Bucket, below: string, queue?: IQueue): void => {
  if (queue === undefined) throw new Error(`There is no queue for the objects of ${id}.`)
  new Rule(scope, id, {
    description: `New objects below ${below}`,
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: below }] } },
    },
    targets: [new SqsQueue(queue)],
  })
}

/**
 * The rules by which SES takes in mail of the tenant's domain for it: encrypted on the way alone, checked for spam and
 * malware. A set of rules is in force once somebody makes it the account's active one, of which there is one in a region:
 * CloudFormation cannot. The emulator takes in no mail: there it is put into the bucket.
 */
export const addInboundMail = (scope: Construct, { tenant, endpoint, inbound }: Surroundings): void => {
  if (tenant.inboundMail === undefined || endpoint !== undefined) return
  const { domain } = tenant.inboundMail
  const set = new CfnReceiptRuleSet(scope, 'InboundMail', { ruleSetName: receiptRulesName(tenant.name) })
  new CfnReceiptRule(scope, 'InboundMailRule', {
    ruleSetName: set.ref,
    rule: {
      enabled: true,
      recipients: [domain],
      scanEnabled: true,
      tlsPolicy: 'Require',
      actions: [{ s3Action: { bucketName: inbound.bucketName, objectKeyPrefix: INBOUND_MAIL } }],
    },
  })
  const identity = new CfnEmailIdentity(scope, 'InboundDomain', {
    emailIdentity: domain,
    dkimAttributes: { signingEnabled: true },
  })
  for (const at of [1, 2, 3] as const)
    new CfnOutput(scope, `InboundDkimRecord${at}`, {
      value: `${identity.getAtt(`DkimDNSTokenName${at}`)} CNAME ${identity.getAtt(`DkimDNSTokenValue${at}`)}`,
    })
  new CfnOutput(scope, 'InboundMxRecord', {
    value: `${domain} MX 10 inbound-smtp.${Stack.of(scope).region}.amazonaws.com`,
  })
  new CfnOutput(scope, 'InboundRuleSet', { value: set.ref, description: 'Make it the active one of this region' })
}
