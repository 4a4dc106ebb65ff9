import { Match, type Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import type { StackName } from '../../infra/constructs/names.ts'
import { passwordRule } from '../../shared/ports/directory.ts'
import { profiles, roles } from '../../shared/roles.ts'
import { makeStacks, ofType, templatesOf, theOnly } from './made-stacks.ts'

let templates: Record<StackName, Template>
let local: Record<StackName, Template>
beforeAll(() => {
  templates = templatesOf(makeStacks())
  local = templatesOf(makeStacks({ local: true }))
}, 60_000)

const jobs = catalogue.flatMap(({ jobs = [] }) => jobs)
const routes = catalogue.flatMap((capability) => Object.values(capability.routes))
const consumers = jobs.filter(({ trigger }) => trigger.on === 'events' || trigger.on === 'objects')

describe('data', () => {
  test('what must not be lost outlives its stack, for a tenant that keeps its data', () => {
    const stateful = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket']
    const kept = [
      ...stateful.flatMap((type) => ofType(templates.data, type)),
      ...ofType(templates.identity, 'AWS::Cognito::UserPool'),
    ]
    expect(kept).toHaveLength(6)
    for (const { DeletionPolicy, UpdateReplacePolicy } of kept)
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain'])
    templates.data.hasResourceProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true })
    templates.identity.hasResourceProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' })
  })

  test('a tenant that is thrown away leaves nothing behind', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::S3::Bucket'])
      for (const { DeletionPolicy } of ofType(local.data, type)) expect(DeletionPolicy).toBe('Delete')
    local.data.hasResourceProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: false })
  })

  test('the table can be brought back to any moment, tidies what expires, and tells what is new', () => {
    templates.data.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    })
  })

  test('the table has the indexes that its records use, and no others', () => {
    const slots = catalogue.flatMap(({ records }) =>
      records.flatMap(({ by }) => Object.values(by as Record<string, { slot: string | null }>).map(({ slot }) => slot)),
    )
    const table = theOnly(templates.data, 'AWS::DynamoDB::Table')
    const names = table.Properties.GlobalSecondaryIndexes.map((index: { IndexName: string }) => index.IndexName)
    expect(names).toEqual([...new Set(slots.filter((slot) => slot !== null))].sort())
  })

  test('P-10: the archive locks each object for the retention and in the mode of the tenant', () => {
    const lock = (mode: string, days: number) => ({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode: mode, Days: days } } },
      VersioningConfiguration: { Status: 'Enabled' },
    })
    templates.data.hasResourceProperties('AWS::S3::Bucket', lock('COMPLIANCE', 3652))
    local.data.hasResourceProperties('AWS::S3::Bucket', lock('GOVERNANCE', 3650))
  })

  test('every bucket is encrypted, shut to the public and refuses what comes without TLS', () => {
    const buckets = ofType(templates.data, 'AWS::S3::Bucket')
    for (const { Properties } of buckets) {
      expect(Properties.BucketEncryption).toBeDefined()
      expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true])
    }
    const denied = ofType(templates.data, 'AWS::S3::BucketPolicy').filter(({ Properties }) =>
      JSON.stringify(Properties).includes('{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"'),
    )
    expect(denied).toHaveLength(buckets.length)
  })
})

describe('identity', () => {
  test('the pool has a group for every role and every profile, and no others', () => {
    const made = ofType(templates.identity, 'AWS::Cognito::UserPoolGroup').map(({ Properties }) => Properties.GroupName)
    expect(made.sort()).toEqual([...Object.keys(roles), ...Object.keys(profiles)].sort())
  })

  test('nobody signs up by themselves, and the only password rule is that of the activation page', () => {
    templates.identity.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AliasAttributes: ['email'],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
      Policies: {
        PasswordPolicy: {
          MinimumLength: passwordRule.minimumLength,
          RequireLowercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
          RequireUppercase: false,
        },
      },
    })
  })

  test('tokens are short, and the client has no secret to leak', () => {
    templates.identity.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes' },
      GenerateSecret: false,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    })
  })
})

describe('api', () => {
  test('the API has every declared route, behind the authorizer unless it is declared open', () => {
    const made = new Map(
      ofType(templates.api, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => [
        Properties.RouteKey,
        Properties.AuthorizationType,
      ]),
    )
    expect(Object.fromEntries(made)).toEqual(
      Object.fromEntries(
        routes.map(({ method, path, open }) => [`${method} ${path}`, open === undefined ? 'JWT' : 'NONE']),
      ),
    )
  })

  test('only tokens of the tenant’s own pool and client are let in', () => {
    const { Audience, Issuer } = theOnly(templates.api, 'AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration
    expect(Audience).toHaveLength(1)
    expect(JSON.stringify(Audience)).toContain('UserPoolClient')
    expect(JSON.stringify(Issuer)).toContain('https://cognito-idp.eu-central-1.amazonaws.com/')
  })

  test('the access log names neither path, nor query, nor address, nor person: a path may hold a link’s token', () => {
    const { Format } = theOnly(templates.api, 'AWS::ApiGatewayV2::Stage').Properties.AccessLogSettings
    const variables = [...(Format as string).matchAll(/\$context\.[\w.]+/g)].map(([name]) => name)
    expect(variables).toContain('$context.requestId')
    expect(variables).toContain('$context.routeKey')
    expect(variables.filter((name) => /path|query|identity|claims|domain|header/i.test(name))).toEqual([])
  })

  test('the whole API is throttled as the tenant’s file says', () => {
    templates.api.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    })
  })

  test('a tenant with a domain has no other address; on the emulator the address is the gateway’s path', () => {
    templates.api.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true })
    templates.api.hasOutput('ApiUrl', { Value: 'https://greffe.etude-kessler.example' })
    local.api.hasOutput('ApiUrl', {
      Value: { 'Fn::Join': ['', ['http://127.0.0.1:4700/_aws/execute-api/', { Ref: Match.anyValue() }, '/$default']] },
    })
  })
})

describe('functions', () => {
  const all = () =>
    [templates.api, templates.workflows].flatMap((template) => ofType(template, 'AWS::Lambda::Function'))

  test('there is one function for each capability with routes and one for each job, on Node 24 and arm64', () => {
    const withRoutes = catalogue.filter((capability) => Object.keys(capability.routes).length > 0)
    const expected = [...withRoutes, ...jobs].map(({ name }) => `greffe-example-${name}`)
    expect(
      all()
        .map(({ Properties }) => Properties.FunctionName)
        .sort(),
    ).toEqual(expected.sort())
    for (const { Properties } of all())
      expect([Properties.Runtime, Properties.Architectures]).toEqual(['nodejs24.x', ['arm64']])
  })

  test('no two functions share a role, and each logs for a limited time', () => {
    const used = all().map(({ Properties }) => JSON.stringify(Properties.Role))
    expect(new Set(used).size).toBe(used.length)
    for (const template of [templates.api, templates.workflows])
      for (const { Properties } of ofType(template, 'AWS::Logs::LogGroup'))
        expect(Properties.RetentionInDays).toBeGreaterThan(0)
  })
})

test('what is said of roles and functions fits into what AWS takes: IAM knows no typographic signs', () => {
  for (const template of [templates.api, templates.workflows]) {
    for (const { Properties } of ofType(template, 'AWS::IAM::Role'))
      expect(Properties.Description).toMatch(/^[\x20-\x7e\xa1-\xff]{1,1000}$/)
    for (const { Properties } of ofType(template, 'AWS::Lambda::Function'))
      expect(Properties.Description.length).toBeLessThanOrEqual(256)
  }
})

describe('workflows', () => {
  test('every consumer has a queue and dead letters of its own; five deliveries, none while one is at work', () => {
    for (const { name, timeoutSeconds } of consumers)
      templates.workflows.hasResourceProperties('AWS::SQS::Queue', {
        QueueName: `greffe-example-${name}`,
        VisibilityTimeout: 6 * timeoutSeconds,
        SqsManagedSseEnabled: true,
        RedrivePolicy: { maxReceiveCount: 5, deadLetterTargetArn: Match.anyValue() },
      })
    const queues = ofType(templates.workflows, 'AWS::SQS::Queue')
    const targets = queues.map(({ Properties }) => Properties.RedrivePolicy?.deadLetterTargetArn).filter(Boolean)
    expect(new Set(targets.map((arn) => JSON.stringify(arn))).size).toBe(consumers.length)
  })

  test('what fails in a batch comes back alone, from queues and from the stream', () => {
    const mappings = ofType(templates.workflows, 'AWS::Lambda::EventSourceMapping')
    const readers = jobs.filter(({ trigger }) => trigger.on === 'stream')
    expect(mappings).toHaveLength(consumers.length + readers.length)
    for (const { Properties } of mappings) expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
  })

  test('the relay is woken by new outbox entries only, from the first one on, and what it cannot hand on is kept', () => {
    templates.workflows.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      FilterCriteria: {
        Filters: [
          { Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"recordName":{"S":["outbox-entry"]}}}}' },
        ],
      },
    })
  })

  test('the clock ticks by EventBridge’s own event, whose time is the time it acts at', () => {
    templates.workflows.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(5 minutes)' })
    for (const { Properties } of ofType(templates.workflows, 'AWS::Events::Rule'))
      for (const target of Properties.Targets) expect(target).not.toHaveProperty('Input')
  })

  test('every workflow is traced and logs each of its states, never the data it carries', () => {
    const machines = ofType(templates.workflows, 'AWS::StepFunctions::StateMachine')
    expect(machines).toHaveLength(catalogue.flatMap(({ workflows = [] }) => workflows).length)
    for (const { Properties } of machines) {
      expect(Properties.TracingConfiguration).toEqual({ Enabled: true })
      expect(Properties.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false })
    }
  })

  test('a tenant’s mails are signed and go encrypted; what bounced is not sent again', () => {
    templates.workflows.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'etude-kessler.example',
      DkimAttributes: { SigningEnabled: true },
    })
    templates.workflows.hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    })
  })
})

describe('mail that comes in', () => {
  test('B-12: SES takes it encrypted and checked, and puts it where its reader alone is told of it', () => {
    templates.workflows.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        Recipients: ['courrier.etude-kessler.example'],
        ScanEnabled: true,
        TlsPolicy: 'Require',
        Actions: [{ S3Action: { BucketName: Match.anyValue(), ObjectKeyPrefix: 'inbound/' } }],
      },
    })
    templates.data.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      VersioningConfiguration: { Status: 'Enabled' },
    })
    templates.workflows.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [Match.anyValue()] }, object: { key: [{ prefix: 'inbound/' }] } },
      },
      Targets: [{ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('readmail'), 'Arn'] } }],
    })
  })

  test('only SES puts anything there, for this account alone', () => {
    const policies = ofType(templates.data, 'AWS::S3::BucketPolicy').map(({ Properties }) => Properties.PolicyDocument)
    const ofSes = policies
      .flatMap(({ Statement }) => Statement as { Principal: { Service?: string }; Condition: unknown }[])
      .filter(({ Principal }) => Principal.Service === 'ses.amazonaws.com')
    expect(ofSes).toMatchObject([{ Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } } }])
  })

  test('a tenant without a domain for it takes in none; the emulator is given none of the rules', () => {
    const { workflows } = templatesOf(makeStacks({ tenant: { inboundMail: undefined } }))
    workflows.resourceCountIs('AWS::SES::ReceiptRule', 0)
    local.workflows.resourceCountIs('AWS::SES::ReceiptRule', 0)
  })
})

describe('operations', () => {
  test('an alarm rings for faults of the API, failing or held-back functions, dead letters, late events, failed workflows', () => {
    const alarms = ofType(templates.operations, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties)
    const watched = (metric: string) => alarms.filter(({ MetricName }) => MetricName === metric)
    const functions = catalogue.filter((capability) => Object.keys(capability.routes).length > 0).length + jobs.length
    expect(watched('5xx')).toHaveLength(1)
    expect(watched('Errors')).toHaveLength(functions)
    expect(watched('Throttles')).toHaveLength(functions)
    const dead = watched('ApproximateNumberOfMessagesVisible').flatMap(({ Dimensions }) =>
      Dimensions.map((of: { Value: string }) => of.Value),
    )
    expect(dead.sort()).toEqual(
      [...consumers.map(({ name }) => name), 'relay'].map((name) => `greffe-example-${name}-dead-letters`).sort(),
    )
    expect(watched('IteratorAge')).toHaveLength(1)
    expect(watched('ExecutionsFailed')).toHaveLength(catalogue.flatMap(({ workflows = [] }) => workflows).length)
    for (const { AlarmActions, AlarmDescription } of alarms) {
      expect(AlarmActions).toHaveLength(1)
      expect(AlarmDescription).toMatch(/\.$/)
    }
  })

  test('what is watched exists under the name it is watched by', () => {
    const made = [templates.api, templates.workflows].flatMap((template) =>
      [...ofType(template, 'AWS::Lambda::Function'), ...ofType(template, 'AWS::SQS::Queue')].map(
        ({ Properties }) => Properties.FunctionName ?? Properties.QueueName,
      ),
    )
    const named = ofType(templates.operations, 'AWS::CloudWatch::Alarm').flatMap(({ Properties }) =>
      (Properties.Dimensions as { Name: string; Value: string }[])
        .filter(({ Name }) => Name === 'FunctionName' || Name === 'QueueName')
        .map(({ Value }) => Value),
    )
    expect(named.filter((name) => !made.includes(name))).toEqual([])
  })

  test('alarms reach the tenant’s address, and may be published to their topic', () => {
    templates.operations.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'exploitation@etude-kessler.example',
    })
    expect(JSON.stringify(ofType(templates.operations, 'AWS::SNS::TopicPolicy'))).toContain('cloudwatch.amazonaws.com')
    local.operations.resourceCountIs('AWS::SNS::Topic', 0)
  })
})

test('every output that scripts and journeys read is there, under one name over all stacks', () => {
  const names = Object.values(local).flatMap((template) => Object.keys(template.findOutputs('*')))
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(
    expect.arrayContaining([
      'HttpApiId',
      'ApiUrl',
      'UserPoolId',
      'UserPoolClientId',
      'TableName',
      'DocumentsBucketName',
      'ArchiveBucketName',
      'InboundBucketName',
      'Region',
      'ClockFunctionName',
      'SendMailQueueUrl',
      'ArchiveTransferStateMachineArn',
    ]),
  )
})
