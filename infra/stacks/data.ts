import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { EXPORT_DAYS } from '../../functions/archive/records.ts'
import type { Capability } from '../../shared/contract/capability.ts'
import { type IndexSlot, indexSlots } from '../../shared/table/record.ts'
import { acknowledge } from '../constructs/acknowledge.ts'
import { acknowledgePlainEndpoint, isEncryptedOnTheWay } from '../constructs/emulator.ts'
import { EXPORTS, INBOUND_MAIL } from '../constructs/grants.ts'
import type { Tenant } from '../tenants.ts'

/** The physical indexes that the catalogue's records use. */
export const indexesOf = (catalogue: readonly Capability[]): IndexSlot[] => {
  const used = catalogue.flatMap(({ records }) =>
    records.flatMap(({ by }) => Object.values(by as object).map(({ slot }) => slot)),
  )
  return indexSlots.filter((slot) => used.includes(slot))
}

type DataProps = StackProps & {
  readonly tenant: Tenant
  readonly indexes: readonly IndexSlot[]
  readonly endpoint: string | undefined
}

/** What must not be lost: the table, the documents, the archive. Kept when the stack goes, unless the tenant is thrown away. */
export class DataStack extends Stack {
  readonly table: Table
  readonly documents: Bucket
  readonly archive: Bucket
  /** E-mail as it came in. */
  readonly inbound: Bucket

  constructor(scope: Construct, id: string, { tenant, indexes, endpoint, ...props }: DataProps) {
    super(scope, id, props)
    const kept = tenant.removal === 'retain'
    const removalPolicy = kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY

    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      stream: StreamViewType.NEW_IMAGE,
      deletionProtection: kept,
      removalPolicy,
    })
    for (const index of indexes)
      this.table.addGlobalSecondaryIndex({
        indexName: index,
        partitionKey: { name: `${index}pk`, type: AttributeType.STRING },
        sortKey: { name: `${index}sk`, type: AttributeType.STRING },
      })

    const closed: BucketProps = {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: isEncryptedOnTheWay(endpoint),
      removalPolicy,
    }
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      lifecycleRules: [{ expiration: Duration.days(365) }],
    })
    acknowledge(accessLogs, { 'AwsSolutions-S1': 'This is where access is logged; a log of the log would log itself.' })
    const ofDossiers: BucketProps = {
      ...closed,
      versioned: true,
      serverAccessLogsBucket: accessLogs as IBucket,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    }

    this.documents = new Bucket(this, 'Documents', {
      ...ofDossiers,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        // Exports of archives are copies, to be fetched for a week (P-10).
        {
          prefix: EXPORTS,
          expiration: Duration.days(EXPORT_DAYS),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
      serverAccessLogsPrefix: 'documents/',
      ...(tenant.webOrigins.length > 0 && {
        cors: [
          {
            allowedOrigins: [...tenant.webOrigins],
            allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
            allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
            exposedHeaders: ['etag'],
            maxAge: 3600,
          },
        ],
      }),
    })
    const { mode, retentionDays } = tenant.archive
    this.archive = new Bucket(this, 'Archive', {
      ...ofDossiers,
      serverAccessLogsPrefix: 'archive/',
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention[mode](Duration.days(retentionDays)),
    })

    this.inbound = this.addInbound(ofDossiers)

    acknowledgePlainEndpoint(this, endpoint)
    new CfnOutput(this, 'TableName', { value: this.table.tableName })
    new CfnOutput(this, 'DocumentsBucketName', { value: this.documents.bucketName })
    new CfnOutput(this, 'ArchiveBucketName', { value: this.archive.bucketName })
    new CfnOutput(this, 'InboundBucketName', { value: this.inbound.bucketName })
  }

  /** Where e-mail lies as it came in, a year long. EventBridge is told of each: rules of other stacks listen there. */
  private addInbound(ofDossiers: BucketProps): Bucket {
    const inbound = new Bucket(this, 'Inbound', {
      ...ofDossiers,
      serverAccessLogsPrefix: 'inbound/',
      lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
    })
    // The CDK's own way needs a function written in Python, which the emulator has none for.
    const { defaultChild } = inbound.node
    if (defaultChild instanceof CfnBucket)
      defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
    // SES puts mail there, for the rules of this account alone.
    inbound.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [inbound.arnForObjects(`${INBOUND_MAIL}*`)],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    )
    return inbound
  }
}
