import { createHash } from 'node:crypto'
import type { Lookups, Resource } from '../../shared/contract/resource.ts'
import type { Route } from '../../shared/contract/route.ts'
import { type GivenAnswer, GivenAnswers, IDEMPOTENCY_SECONDS } from '../../shared/idempotency.ts'
import { type Attempts, LinkAttempts, pauseAfter } from '../../shared/links.ts'
import { People, type Person } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { type Lookup, perhaps, type Table, the } from '../../shared/table/table.ts'
import type { Ended } from './line.ts'
import type { Parsed } from './parse.ts'
import type { Request } from './request.ts'

type Items = Readonly<Record<string, Stored<object> | undefined>>

export type Loaded = {
  readonly actor: Stored<Person>
  /** The items of the route's resource, by the names it gave them. */
  readonly things: Items
  /** The items of each further thing of a route with `each`. */
  readonly each: readonly Items[]
  /** What the same request was answered before, if it carries a key that was used. */
  readonly given: Stored<GivenAnswer> | undefined
}

/** Brings all that the decision needs in one BatchGetItem; links alone take a second one, for what they are about. */
export const load = async (
  table: Table,
  route: Route,
  request: Request,
  parsed: Parsed,
  now: string,
): Promise<Loaded | Problem> => {
  const actorId = request.tokenPersonId
  if (actorId === null && route.open === undefined) return problem('not-signed-in')
  const where = { actorId: actorId ?? '', source: request.source }
  const main = route.on.load({ ...where, params: request.params })
  const each = idsOf(route, parsed).map((id) =>
    (route.each as { on: Resource; param: string }).on.load({
      ...where,
      params: { ...request.params, [(route.each as { param: string }).param]: id },
    }),
  )
  const found = await table.load({
    ...prefixed('thing', main),
    ...Object.assign({}, ...each.map((lookups, at) => prefixed(`each${at}`, lookups))),
    ...(actorId === null
      ? { attempts: perhaps(LinkAttempts, { source: request.source }) }
      : { actor: the(People, { personId: actorId }) }),
    ...(actorId !== null && request.idempotencyKey !== null
      ? { given: perhaps(GivenAnswers, { actorId, idempotencyKey: request.idempotencyKey }) }
      : {}),
  } as Lookups)

  const pause = pauseAfter(found.attempts as Attempts | undefined, now)
  if (pause > 0) return problem('too-many-requests', { retryAfterSeconds: pause })
  if (actorId !== null && found.actor === undefined) return problem('not-signed-in')
  const first = itemsOf('thing', main, found)
  const others = each.map((lookups, at) => itemsOf(`each${at}`, lookups, found))
  if (first === undefined || others.includes(undefined)) return problem('not-found')

  const followed = await followLink(table, route.on, first)
  if (followed === undefined) return problem('not-found')
  const things = { ...first, ...followed }
  const actor = (found.actor ?? things.person) as Stored<Person> | undefined
  if (actor === undefined) return problem('not-found')
  return { actor, things, each: others as Items[], given: found.given as Stored<GivenAnswer> | undefined }
}

/** The answer given before to the same key; `undefined` where there is none. */
export const earlierAnswer = (
  route: Route,
  request: Request,
  { given, actor }: Loaded,
  now: string,
): Ended | undefined => {
  // Whoever is no longer active is told nothing, not even what they were told before (D-06).
  if (given === undefined || route.method === 'GET' || actor.status !== 'active') return undefined
  if (Date.parse(now) - Date.parse(given.at) > IDEMPOTENCY_SECONDS * 1000) return undefined
  if (given.requestHash !== hashOfRequest(request)) return problem('idempotency-key-reused')
  return {
    answer: { status: given.status, headers: { ...given.headers, 'idempotent-replayed': 'true' }, body: given.body },
  }
}

export const hashOfRequest = ({ method, rawPath, body }: Request): string =>
  createHash('sha256')
    .update(`${method}\n${rawPath}\n${body ?? ''}`)
    .digest('base64url')

/** The dossier that a request is about, by its path or by what was loaded; `null` when it is about none. */
export const dossierOf = ({ params }: Request, { things }: Pick<Loaded, 'things'>): string | null =>
  params.dossierId ?? (things.dossier as { dossierId?: string } | undefined)?.dossierId ?? null

const idsOf = (route: Route, { input }: Parsed): string[] =>
  route.each === undefined ? [] : ([input[route.each.field]].flat() as string[])

const followLink = async (table: Table, on: Resource, first: Items): Promise<Items | undefined> => {
  if (on.follow === undefined) return {}
  const lookups = on.follow(first as never)
  return itemsOf('thing', lookups, await table.load(prefixed('thing', lookups)))
}

const prefixed = (prefix: string, lookups: Lookups): Record<string, Lookup> =>
  Object.fromEntries(Object.entries(lookups).map(([name, lookup]) => [`${prefix}.${name}`, lookup]))

/** The items under the resource's own names; `undefined` when one that must exist does not. */
const itemsOf = (prefix: string, lookups: Lookups, found: Items): Items | undefined => {
  const items = Object.fromEntries(Object.keys(lookups).map((name) => [name, found[`${prefix}.${name}`]]))
  return Object.entries(lookups).every(([name, lookup]) => !lookup.required || items[name] !== undefined)
    ? items
    : undefined
}
