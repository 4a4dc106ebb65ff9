/**
 * A kind of thing that routes act on: which items say all about it, and which action proves that one may know of it.
 */
import type { Action, ResourceKind } from '../actions.ts'
import type { Loaded, Lookup } from '../table/table.ts'

export type Lookups = Readonly<Record<string, Lookup>>

/** What a resource's keys are computed from: the path, the token, the caller's address. */
export type Whereabouts = {
  readonly params: Readonly<Record<string, string>>
  readonly actorId: string
  readonly source: string
}

export type Resource<L extends Lookups = Lookups, M extends Lookups = Lookups> = {
  readonly kind: ResourceKind
  /** Who is refused this action, or every one of these, may not even know of the thing: nothing is there, they are told. */
  readonly known: Action | readonly Action[] | null
  /** One BatchGetItem, together with the actor. */
  readonly load: (where: Whereabouts) => L
  /** A second one, only for links: what a link is for stands in the link. */
  follow?(loaded: Loaded<L>): M
}

/** What the kernel has loaded of a resource by the time a handler runs. */
export type Things<R> =
  R extends Resource<infer L, infer M> ? Loaded<L> & (Lookups extends M ? unknown : Loaded<M>) : never

export const resource = <L extends Lookups, M extends Lookups = Lookups>(declared: Resource<L, M>): Resource<L, M> =>
  declared

/** The organisation itself: always known, nothing to load. */
export const organisation = resource({ kind: 'organisation', known: null, load: () => ({}) })
