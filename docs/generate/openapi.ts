import * as z from 'zod/mini'
import { catalogue } from '../../functions/catalogue.ts'
import { actions } from '../../shared/actions.ts'
import type { Route } from '../../shared/contract/route.ts'
import { type ProblemCode, problems } from '../../shared/problems.ts'

type Json = Record<string, unknown>

/** The problems that any operation of its kind may answer with. */
const common = (route: Route): ProblemCode[] => [
  'invalid-input',
  ...(route.open === undefined ? (['not-signed-in', 'refused'] as const) : (['too-many-requests'] as const)),
  'not-found',
  ...(route.method === 'GET'
    ? []
    : ([
        'invalid-json',
        'unsupported-media-type',
        'too-large',
        'conflict',
        'precondition-failed',
        'idempotency-key-reused',
      ] as const)),
  'internal-error',
]

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as Json
  return rest
}

const responsesOf = (route: Route): Json => {
  const byStatus = Map.groupBy([...new Set([...common(route), ...route.problems])], (code) => problems[code].status)
  const success =
    route.kind === 'page'
      ? { description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } }
      : route.status === 204
        ? { description: 'Done.' }
        : { description: 'As asked.', content: { 'application/json': { schema: schemaOf(route.output, 'output') } } }
  return {
    [route.status]: success,
    ...Object.fromEntries(
      [...byStatus].map(([status, codes]) => [
        status,
        {
          description: codes.map((code) => `${code}: ${problems[code].title.en}`).join(' '),
          content:
            route.kind === 'page'
              ? { 'text/html': { schema: { type: 'string' } } }
              : { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
    ),
  }
}

const parametersOf = (route: Route): Json[] => {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  if (route.method !== 'GET')
    return route.kind === 'page'
      ? inPath
      : [
          ...inPath,
          { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 128 } },
          { name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } },
        ]
  const { properties = {}, required = [] } = schemaOf(route.input, 'input') as {
    properties?: Json
    required?: string[]
  }
  return [
    ...inPath,
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
  ]
}

const bodyOf = (route: Route): Json =>
  route.method === 'GET' || route.method === 'DELETE'
    ? {}
    : {
        requestBody: {
          required: true,
          content: {
            [route.kind === 'page' ? 'application/x-www-form-urlencoded' : 'application/json']: {
              schema: schemaOf(route.input, 'input'),
            },
          },
        },
      }

const operationOf = (tag: string, operationId: string, route: Route): Json => ({
  operationId,
  tags: [tag],
  summary: route.summary,
  description: [
    route.description,
    `Asks for the action \`${route.action}\` (${actions[route.action].en}).`,
    route.open?.because,
  ]
    .filter(Boolean)
    .join(' '),
  security: route.open === undefined ? [{ token: [] }] : [],
  ...(parametersOf(route).length > 0 ? { parameters: parametersOf(route) } : {}),
  ...bodyOf(route),
  responses: responsesOf(route),
})

const problemSchema = {
  type: 'object',
  description: 'A problem, as RFC 9457 has it.',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'For people, in French or English by Accept-Language.' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
    },
    rule: { type: ['string', 'null'], description: 'The rule that refused.' },
    source: { type: ['string', 'null'], description: 'The requirement that the rule comes from.' },
    reason: { type: 'string' },
    requestId: { type: 'string' },
  },
}

/** The whole API as OpenAPI 3.1. */
export const openApi = (): Json => {
  const paths: Record<string, Json> = {}
  for (const { name, routes } of catalogue)
    for (const [operation, route] of Object.entries(routes))
      (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(name, operation, route)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Greffe',
      version: '1',
      description: 'Dossiers, client portals and access requests, in which every permission is a readable rule.',
    },
    servers: [{ url: '/' }],
    tags: catalogue
      .filter(({ routes }) => Object.keys(routes).length > 0)
      .map(({ name, summary }) => ({ name, description: summary })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
