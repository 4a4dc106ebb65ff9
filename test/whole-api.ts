/**
 * Every capability's operations over one table in memory, through the real line: rules, commit, audit and all. What a
 * test of the whole system asks for by method and path, as a program would, without a network.
 */
import { directory } from '../bench/operations/ports.ts'
import { handlersOf } from '../bench/operations/run-example.ts'
import { catalogue } from '../functions/catalogue.ts'
import type { Handler } from '../functions/kernel/handler.ts'
import { takeLine, type World } from '../functions/kernel/line.ts'
import { rules } from '../functions/rules.ts'
import type { Route } from '../shared/contract/route.ts'
import { isProblem, type Problem, problems } from '../shared/problems.ts'
import { compile } from '../shared/rules/decide.ts'
import { newId } from './ask.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'
import { type MemoryTable, memoryTable } from './memory-table.ts'
import { NOW } from './world.ts'

type Operation = { readonly route: Route; readonly handler: Handler<never> }

/** Every operation of the catalogue with its handler, by `METHOD /path`. */
const operations: ReadonlyMap<string, Operation> = new Map(
  (
    await Promise.all(
      catalogue.map(async ({ name, routes }) => {
        const declared = Object.entries(routes)
        const handlers = declared.length === 0 ? {} : await handlersOf(name)
        return declared.map(([operation, route]): [string, Operation] => [
          `${route.method} ${route.path}`,
          { route, handler: handlers[operation] as Handler<never> },
        ])
      }),
    )
  ).flat(),
)

/** A request's end: its status, and the body or the problem. */
export type Ended = { readonly status: number; readonly body: unknown; readonly problem: Problem | undefined }

export type Api = {
  readonly table: MemoryTable
  readonly now: () => string
  readonly setClock: (to: string) => void
  /** `ask('GET /v1/dossiers/{dossierId}', { as, params, input })`: the query of a read, the body of a write. */
  readonly ask: (
    operation: string,
    asked: { readonly as: string; readonly params?: Readonly<Record<string, string>>; readonly input?: object },
  ) => Promise<Ended>
}

export const openApi = (table: MemoryTable = memoryTable(), store: MemoryStore = memoryStore()): Api => {
  let now = NOW
  let requests = 0
  const world: World = {
    table,
    files: store.files,
    directory,
    policy: compile(rules),
    clock: () => now,
    newId,
    publicUrl: 'https://greffe.example',
    inboundDomain: 'courrier.greffe.example',
  }
  return {
    table,
    now: () => now,
    setClock: (to) => {
      now = to
    },
    ask: async (name, { as, params = {}, input = {} }) => {
      const operation = operations.get(name)
      if (operation === undefined) throw new Error(`There is no operation ${name}.`)
      const { route, handler } = operation
      const reads = route.method === 'GET' || route.method === 'DELETE'
      const ended = await takeLine(world, route, handler, {
        method: route.method,
        rawPath: route.path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => params[parameter] ?? ''),
        params,
        query: reads ? Object.fromEntries(Object.entries(input).map(([field, value]) => [field, String(value)])) : {},
        body: reads ? null : JSON.stringify(input),
        contentType: 'application/json',
        ifMatch: null,
        idempotencyKey: null,
        language: null,
        tokenPersonId: as,
        source: 'test',
        requestId: `request-${++requests}`,
      })
      if (isProblem(ended)) return { status: problems[ended.problem].status, body: undefined, problem: ended }
      const { status, body } = ended.answer
      return { status, body: body === '' ? undefined : JSON.parse(body), problem: undefined }
    },
  }
}
