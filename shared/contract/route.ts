/**
 * One operation of the API, declared once. API Gateway's routes, dispatch, validation, IAM grants, OpenAPI, the
 * reference, refusal tests and metrics derive from it. Data only: CDK imports it without any SDK.
 */
import type * as z from 'zod/mini'
import type { Action } from '../actions.ts'
import type { Person } from '../people.ts'
import type { ProblemCode } from '../problems.ts'
import type { Policy } from '../rules/decide.ts'
import type { Situation } from '../rules/situation.ts'
import type { AnyRecord } from '../table/record.ts'
import type { Table } from '../table/table.ts'
import type { Resource, Things } from './resource.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Which services a route reaches; its function's IAM grants are made from these and nothing else. */
export type Uses = {
  readonly table: 'read' | 'write'
  /** `parts`: uploads in parts, which take `put` as well. */
  readonly documents?: readonly ('put' | 'get' | 'parts')[]
  readonly archive?: readonly 'get'[]
  /** Creates and changes users in the pool. */
  readonly directory?: true
}

/** Why a route has no authorizer: written, because an open route is otherwise refused at synthesis. */
export type Open = { readonly because: string }

type PathParameters<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameters<Rest>
  : never

type Each<E> = {
  readonly field: string
  readonly param: string
  readonly on: E
  /** The action is decided on these alone: the route's own thing does not say enough for its rules. */
  readonly alone?: true
}

/** What somebody who measures is given: what was loaded, and what it takes to look further. */
export type Measured<R, E, I = unknown> = Pick<Table, 'load' | 'list'> & {
  readonly actor: Person
  readonly input: I
  readonly things: Things<R>
  readonly each: readonly Things<E>[]
  readonly policy: Policy
  readonly now: string
}

export type Route<
  S extends string = string,
  R extends Resource = Resource,
  I extends z.ZodMiniType = z.ZodMiniType,
  O extends z.ZodMiniType = z.ZodMiniType,
  E extends Resource | undefined = Resource | undefined,
> = {
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly description?: string
  readonly action: Action
  readonly on: R
  /** Further things the same action is decided on, one by one: the id, or the ids, in a field of the input. */
  readonly each?: Each<E>
  /** The body of a write, the query of a read: a strict object. */
  readonly input: I
  /**
   * What the rules must know of the input, under the Situation's names: the act is decided on it together with what was
   * loaded, which an input never replaces.
   */
  given?(input: z.output<I>): Partial<Situation>
  /**
   * What the rules must know besides and no single load brings: who would see a copy (D-21). It is found out before it is
   * decided, for everybody alike.
   */
  measure?(found: Measured<R, E, z.output<I>>): Promise<Partial<Situation>>
  readonly output: O
  /**
   * Its answer shows content of a dossier: where that is confidential, who read it is written down before they are
   * answered (D-10), and so its function may write. A list says itself what it shows, by `revealed` of its outcome.
   */
  readonly reveals?: true
  /** The largest body it takes, in bytes, where that is more than most take. */
  readonly largestBody?: number
  /** The status of success. */
  readonly status: 200 | 201 | 202 | 204
  readonly problems: readonly ProblemCode[]
  readonly uses: Uses
  readonly open?: Open
  /** The operation may be run again from the start when it met something newer; without it the caller is told. */
  readonly repeatable?: boolean
  /** But not when it met a change of one of these: whoever made that wins, and the caller is told. */
  readonly givesWayTo?: readonly AnyRecord[]
  /** `page` answers HTML to a person's browser and takes a form. */
  readonly kind: 'api' | 'page'
  readonly signature?: S
}

type Declared<R, I, O, E> = Partial<
  Pick<
    Route,
    'description' | 'open' | 'status' | 'largestBody' | 'repeatable' | 'givesWayTo' | 'kind' | 'problems' | 'reveals'
  >
> & {
  readonly summary: string
  readonly action: Action
  readonly on: R
  readonly each?: Each<E>
  readonly input: I
  given?(input: z.output<I>): Partial<Situation>
  measure?(found: Measured<R, E, z.output<I>>): Promise<Partial<Situation>>
  readonly output: O
  readonly uses: Uses
}

/** Declares an operation: `route('POST /v1/dossiers/{dossierId}/documents', { … })`. */
export const route = <
  S extends `${Method} /${string}`,
  R extends Resource,
  I extends z.ZodMiniType,
  O extends z.ZodMiniType,
  E extends Resource | undefined = undefined,
>(
  signature: S,
  declared: Declared<R, I, O, E>,
): Route<S, R, I, O, E> => {
  const [method, path] = signature.split(' ') as [Method, string]
  const uses = declared.reveals === true ? { ...declared.uses, table: 'write' } : declared.uses
  return { status: 200, problems: [], kind: 'api', ...declared, uses, method, path } as Route<S, R, I, O, E>
}

export type Routes = Readonly<Record<string, Route>>

/** The names of the path's parameters. */
export type ParamsOf<R> = R extends Route<infer S> ? Readonly<Record<PathParameters<S>, string>> : never
