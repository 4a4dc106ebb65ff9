/** A request as the line needs it; nothing after `authenticate` looks at API Gateway's event. */
import { createHash } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import type { Language } from '../../shared/people.ts'

export type Request = {
  readonly method: string
  /** As asked, for the Idempotency-Key's hash and problem `instance`. */
  readonly rawPath: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: string | null
  readonly contentType: string
  readonly ifMatch: string | null
  readonly idempotencyKey: string | null
  /** The language asked for, or `null` to use the person's own. */
  readonly language: Language | null
  /** Whose token it is; `null` without a token. */
  readonly tokenPersonId: string | null
  /** The caller's network address, hashed: enough to count attempts, useless for anything else. */
  readonly source: string
  readonly requestId: string
}

type Event = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer

/** Reads the event. The gateway has checked the token's signature, issuer, audience and time. */
export const authenticate = (event: Event): Request => {
  const claims = 'authorizer' in event.requestContext ? event.requestContext.authorizer.jwt.claims : {}
  const headers = event.headers ?? {}
  const query = event.queryStringParameters ?? {}
  const userName = claims.username ?? claims['cognito:username']
  return {
    method: event.requestContext.http.method,
    rawPath: event.rawPath,
    params: Object.fromEntries(Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? ''])),
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? ''])),
    body:
      event.body === undefined
        ? null
        : event.isBase64Encoded
          ? Buffer.from(event.body, 'base64').toString('utf8')
          : event.body,
    contentType: headers['content-type'] ?? '',
    ifMatch: headers['if-match'] ?? null,
    idempotencyKey: headers['idempotency-key'] ?? null,
    language: languageOf(query.language, headers['accept-language']),
    tokenPersonId: typeof userName === 'string' ? userName : null,
    source: createHash('sha256').update(event.requestContext.http.sourceIp).digest('base64url').slice(0, 22),
    requestId: event.requestContext.requestId,
  }
}

/** The first of French and English that the caller names, by the query's `language` or by Accept-Language. */
const languageOf = (asked: string | undefined, accepted: string | undefined): Language | null => {
  if (asked === 'fr' || asked === 'en') return asked
  const ranked = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.trim().split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  const first = ranked.find(({ language }) => language === 'fr' || language === 'en')
  return first === undefined ? null : (first.language as Language)
}
