/**
 * The straight line that every request takes: parse → load → authorize → handle → commit → present.
 * Each step either goes on or ends with a problem; only `commit` changes anything.
 */
import type { Route } from '../../shared/contract/route.ts'
import type { Clock } from '../../shared/ports/clock.ts'
import type { Directory } from '../../shared/ports/directory.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import { isProblem, type Problem, problem } from '../../shared/problems.ts'
import { decide, type Policy } from '../../shared/rules/decide.ts'
import type { Table } from '../../shared/table/table.ts'
import { authorize, situationOf } from './authorize.ts'
import { commit } from './commit.ts'
import type { Context, Handler, Tools } from './handler.ts'
import { earlierAnswer, type Loaded, load } from './load.ts'
import { parse } from './parse.ts'
import { type Answer, present } from './present.ts'
import { readsOf } from './record-reads.ts'
import type { Request } from './request.ts'

/** The outside world, as the kernel needs it. */
export type Outside = {
  readonly table: Table
  readonly files: Files
  readonly directory: Directory
  readonly clock: Clock
  readonly newId: NewId
  readonly publicUrl: string
  /** The domain at which dossiers take in e-mail, where there is one. */
  readonly inboundDomain?: string | undefined
}

/** The outside, and the rules by which requests are decided. */
export type World = Outside & { readonly policy: Policy }

export type Ended = { readonly answer: Answer } | Problem

/** How often an operation that may be run again is, when it met something newer: enough for twenty that meet at once. */
const RUNS = 12
const LONGEST_WAIT_MILLISECONDS = 300

/** Takes one request along the line. Answers with a problem for what a caller did; throws only when the world fails. */
export const takeLine = async (
  world: World,
  route: Route,
  handler: Handler<never>,
  request: Request,
): Promise<Ended> => {
  const parsed = parse(route, request)
  if (isProblem(parsed)) return parsed

  let gaveWay = false
  for (let run = 1; ; run++) {
    const now = world.clock()
    const loaded = await load(world.table, route, request, parsed, now)
    if (isProblem(loaded)) return loaded

    const measured = await measure(world, route, loaded, parsed.input, now)
    const granted = authorize(world.policy, route, loaded, parsed.input, now, measured)
    const repeated = earlierAnswer(route, request, loaded, now)
    // A repeat is answered as before even when the first run made it impossible now, but never to whom it is hidden.
    if (repeated !== undefined && !(isProblem(granted) && granted.problem === 'not-found')) return repeated
    if (isProblem(granted)) return granted
    if (gaveWay) return problem('conflict')
    if (!namesThisVersion(request, loaded)) return problem('precondition-failed')

    const facts = { route, request, loaded, granted, now }
    const outcome = await handler(contextOf(world, request, parsed.input, loaded, now))
    if (isProblem(outcome)) return outcome

    const answer = present(route, outcome)
    const reads = answer.status < 400 ? readsOf({ ...facts, revealed: outcome.revealed }, world.newId) : []
    const whole = { ...outcome, writes: [...(outcome.writes ?? []), ...reads] }
    const committed = await commit(world, { ...facts, outcome: whole, answer })
    if (committed === 'done') return { answer }
    // Whoever gave way is told how it is now, and does not try again.
    gaveWay = committed === 'overtaken' && outcome.givesWayTo !== undefined
    const isOver = (committed === 'overtaken' && !gaveWay) || (committed === 'conflict' && route.repeatable !== true)
    if (run === RUNS || isOver) return problem('conflict')
    await giveWay(run)
  }
}

/** What a route finds out for its rules besides what was loaded. */
const measure = async (
  { table, policy }: World,
  route: Route,
  { actor, things, each }: Loaded,
  input: unknown,
  now: string,
) => route.measure?.({ load: table.load, list: table.list, policy, now, actor, input, things, each } as never)

/** Those who met wait for a while, each for another one and longer each time, so that they do not meet again. */
const giveWay = (run: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(5 * 2 ** run, LONGEST_WAIT_MILLISECONDS)))

const contextOf = (world: World, request: Request, input: unknown, loaded: Loaded, now: string): Context<never> => {
  const tools: Tools = {
    actor: loaded.actor,
    read: world.table.load as Tools['read'],
    list: world.table.list,
    may: (action, things) => decide(world.policy, action, situationOf(loaded.actor, things, now)).allowed,
    policy: world.policy,
    files: world.files,
    directory: world.directory,
    now,
    newId: world.newId,
    language: request.language ?? loaded.actor.language,
    publicUrl: world.publicUrl,
    inboundDomain: world.inboundDomain,
  }
  return { ...loaded.things, ...tools, each: loaded.each, params: request.params, input } as never
}

/** If-Match names the version of the route's first thing; without the header every version will do. */
const namesThisVersion = ({ ifMatch }: Request, { things }: Loaded): boolean => {
  if (ifMatch === null || ifMatch === '*') return true
  const [first] = Object.values(things)
  return ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${first?.version}"`)
}
