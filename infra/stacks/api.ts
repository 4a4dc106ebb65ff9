import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  ApiMapping,
  CorsHttpMethod,
  DomainName,
  HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { acknowledge } from '../constructs/acknowledge.ts'
import { stackName } from '../constructs/names.ts'
import { OwnFunction } from '../constructs/own-function.ts'
import type { ApiPart } from '../constructs/parts.ts'
import type { Settings, Surroundings } from '../constructs/surroundings.ts'
import type { DataStack } from './data.ts'
import type { IdentityStack } from './identity.ts'

type ApiProps = StackProps & {
  readonly settings: Settings
  readonly data: DataStack
  readonly identity: IdentityStack
  readonly indexes: readonly string[]
}

/** What is written of each request: neither path nor query nor address, for a path may hold a mailed link's token. */
const accessLogFormat = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  gatewayFault: '$context.error.responseType',
  functionFault: '$context.integration.integrationStatus',
}

/** The HTTP API and one function for each capability; routes come from the declarations. */
export class ApiStack extends Stack {
  readonly api: HttpApi
  readonly surroundings: Surroundings

  constructor(scope: Construct, id: string, { settings, data, identity, indexes, ...props }: ApiProps) {
    super(scope, id, props)
    const { tenant, parts, endpoint } = settings
    const { domain, webOrigins } = tenant
    this.api = new HttpApi(this, 'Api', {
      apiName: stackName(tenant.name, 'api'),
      createDefaultStage: false,
      // With a domain of its own the API has one address only.
      disableExecuteApiEndpoint: domain !== undefined,
      ...(webOrigins.length > 0 && { corsPreflight: corsFor(webOrigins) }),
    })
    const stage = this.addStage(settings)
    this.surroundings = {
      ...settings,
      table: data.table,
      indexes,
      documents: data.documents,
      archive: data.archive,
      inbound: data.inbound,
      userPool: identity.userPool,
      publicUrl: addressOf(this.api, domain?.name, endpoint),
      queues: {},
    }

    // Built from region and id: the emulator does not say the pool's address.
    const issuer = `https://cognito-idp.${this.region}.amazonaws.com/${identity.userPool.userPoolId}`
    const signedIn = new HttpJwtAuthorizer('SignedIn', issuer, { jwtAudience: [identity.client.userPoolClientId] })
    for (const part of parts.api) this.addCapability(part, signedIn)

    new CfnOutput(this, 'HttpApiId', { value: this.api.apiId })
    new CfnOutput(this, 'ApiUrl', { value: this.surroundings.publicUrl })
    if (domain !== undefined) {
      const own = new DomainName(this, 'Domain', {
        domainName: domain.name,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        securityPolicy: SecurityPolicy.TLS_1_2,
      })
      new ApiMapping(this, 'DomainMapping', { api: this.api, domainName: own, stage })
      new CfnOutput(this, 'DomainTarget', {
        value: own.regionalDomainName,
        description: 'What the domain points to (CNAME)',
      })
    }
  }

  private addStage({ tenant: { name, throttling } }: Settings): HttpStage {
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: `/greffe/${name}/access`,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    return new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttling.requestsPerSecond, burstLimit: throttling.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFormat)),
      },
    })
  }

  /** One function, and its routes: each behind the authorizer, unless it is open for a written reason. */
  private addCapability(part: ApiPart, signedIn: HttpJwtAuthorizer): void {
    const own = new OwnFunction(this, part.name, {
      part,
      surroundings: this.surroundings,
      // The gateway gives up after 30 s; the function has ended and written its log line by then.
      timeoutSeconds: 25,
      memoryMegabytes: 1024,
    })
    // One permission for the whole API: one for each route would outgrow the function's policy.
    const integration = new HttpLambdaIntegration(part.name, own.lambda, { scopePermissionToRoute: false })
    for (const [, { method, path, open }] of part.routes) {
      const [route] = this.api.addRoutes({
        path,
        methods: [method as HttpMethod],
        integration,
        authorizer: open === undefined ? signedIn : new HttpNoneAuthorizer(),
      })
      if (open !== undefined && route !== undefined) acknowledge(route, { 'AwsSolutions-APIG4': open.because })
    }
  }
}

const addressOf = (api: HttpApi, domain: string | undefined, endpoint: string | undefined): string => {
  if (endpoint !== undefined) return `${endpoint}/_aws/execute-api/${api.apiId}/$default`
  return domain === undefined ? api.apiEndpoint : `https://${domain}`
}

const corsFor = (origins: readonly string[]) => ({
  allowOrigins: [...origins],
  allowMethods: [
    CorsHttpMethod.GET,
    CorsHttpMethod.POST,
    CorsHttpMethod.PUT,
    CorsHttpMethod.PATCH,
    CorsHttpMethod.DELETE,
  ],
  allowHeaders: ['authorization', 'content-type', 'if-match', 'idempotency-key', 'accept-language'],
  exposeHeaders: ['etag', 'x-request-id', 'retry-after'],
  maxAge: Duration.hours(1),
})
