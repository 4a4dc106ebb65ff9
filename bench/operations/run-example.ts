/** Takes an example along the line, in a world that is given: no gateway, no function, and every call counted. */
import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { catalogue } from '../../functions/catalogue.ts'
import type { Handler } from '../../functions/kernel/handler.ts'
import { takeLine, type World } from '../../functions/kernel/line.ts'
import type { Request } from '../../functions/kernel/request.ts'
import { inProject } from '../../infra/local/paths.ts'
import type { Route } from '../../shared/contract/route.ts'
import { isProblem } from '../../shared/problems.ts'
import { type Counted, countCalls } from './count-calls.ts'
import { type Example, examples } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

export type Operation = {
  readonly capability: string
  /** The route's name in code, which its handler has too. */
  readonly name: string
  readonly route: Route
  /** Examples by what is special about each; an operation without a special case has one, named `''`. */
  readonly examples: readonly { readonly special: string; readonly make: (world: StandingWorld) => Example }[]
}

/** Every operation of the catalogue, in its order. */
export const operations: readonly Operation[] = catalogue.flatMap(({ name: capability, routes }) =>
  Object.entries(routes).map(([name, route]) => ({
    capability,
    name,
    route,
    examples: Object.entries(examples).flatMap(([title, make]) => {
      const [of, special = ''] = title.split(': ')
      return of === name ? [{ special, make }] : []
    }),
  })),
)

/** The handlers of a capability by name, from its folder: its function binds them and shows them to nobody. */
export const handlersOf = async (capability: string): Promise<Readonly<Record<string, Handler<never>>>> => {
  const folder = inProject('functions', capability, 'handlers')
  const files = readdirSync(folder).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(`${folder}/${file}`).href) as Promise<object>),
  )
  return Object.assign({}, ...modules) as Readonly<Record<string, Handler<never>>>
}

/** The request that an example makes, as the kernel receives it. */
export const requestOf = (route: Route, { as, params = {}, input = {} }: Example, { town }: StandingWorld): Request => {
  const written = Object.entries(input).map(([name, value]): [string, string] => [name, String(value)])
  const body = route.kind === 'page' ? new URLSearchParams(written).toString() : JSON.stringify(input)
  return {
    method: route.method,
    rawPath: route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? ''),
    params,
    query: route.method === 'GET' ? Object.fromEntries(written) : {},
    body: route.method === 'GET' ? null : body,
    contentType: route.kind === 'page' ? 'application/x-www-form-urlencoded' : 'application/json',
    ifMatch: null,
    idempotencyKey: null,
    language: null,
    tokenPersonId: as === null ? null : town[as].personId,
    source: 'bench',
    requestId: 'bench',
  }
}

/** Runs one request that must succeed, and says what it took. Throws when it ended with a problem. */
export const runCounted = async (
  world: World,
  { route }: Operation,
  handler: Handler<never>,
  request: Request,
): Promise<Counted> => {
  const { table, counted } = countCalls(world.table)
  const ended = await takeLine({ ...world, table }, route, handler, request)
  if (isProblem(ended)) throw new Error(`${request.method} ${request.rawPath} ended with ${JSON.stringify(ended)}`)
  if (ended.answer.status !== route.status)
    throw new Error(`${request.method} ${request.rawPath} answered ${ended.answer.status}.`)
  return counted()
}
