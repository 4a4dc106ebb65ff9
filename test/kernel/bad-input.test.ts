import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { directory, files } from '../../bench/operations/ports.ts'
import { handlersOf } from '../../bench/operations/run-example.ts'
import { catalogue } from '../../functions/catalogue.ts'
import { serve } from '../../functions/kernel/serve.ts'
import { rules } from '../../functions/rules.ts'
import { introduce, type Member } from '../../shared/people.ts'
import { type Role, roleNames } from '../../shared/roles.ts'
import { compile } from '../../shared/rules/decide.ts'
import { fullSheet } from '../../shared/sheet.ts'
import { newId } from '../ask.ts'
import { testBadInput } from '../journeys/bad-input.ts'
import { signedInRoutes } from '../journeys/catalogue-routes.ts'
import { memoryTable } from '../memory-table.ts'
import { NOW, personOf } from '../world.ts'

/** B-14: every operation is tried, through the functions themselves; over HTTP, some of each. */

const somebody: Member = {
  ...(personOf('administrator') as Member),
  roles: roleNames.filter((role: Role) => role !== 'guest'),
  sheet: fullSheet,
}
const table = memoryTable()
for (const write of introduce(somebody)) table.put(write)
const world = {
  table,
  files,
  directory,
  policy: compile(rules),
  clock: () => NOW,
  newId,
  publicUrl: 'https://greffe.example',
  inboundDomain: 'courrier.greffe.example',
}

const served = await Promise.all(
  catalogue
    .filter(({ routes }) => Object.keys(routes).length > 0)
    .map(async ({ name, routes }) => ({
      routes: Object.values(routes) as object[],
      handler: serve(routes, (await handlersOf(name)) as never, { world: () => world }),
    })),
)

testBadInput(signedInRoutes, async (route, { params = {}, query = '', headers = {}, body }) => {
  const { handler } = served.find(({ routes }) => routes.includes(route)) ?? { handler: undefined }
  if (handler === undefined) throw new Error(`Nothing serves ${route.method} ${route.path}.`)
  const event = {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath: route.path,
    rawQueryString: query.replace('?', ''),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    pathParameters: params,
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    requestContext: {
      http: { method: route.method, sourceIp: '192.0.2.1' },
      requestId: 'request',
      authorizer: { jwt: { claims: { username: somebody.personId } } },
    },
    ...(body === undefined ? {} : { body: String(body) }),
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2
  const { statusCode = 0, headers: got = {}, body: text = '' } = await handler(event, {} as never)
  return { status: statusCode, text, type: String(got['content-type'] ?? '') }
})
