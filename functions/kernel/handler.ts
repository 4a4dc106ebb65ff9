/** What a handler is given and what it gives back. It is pure: authorization is done, nothing is written yet. */

import type * as z from 'zod/mini'
import type { Action } from '../../shared/actions.ts'
import type { Revealed } from '../../shared/confidential-reads.ts'
import type { Things } from '../../shared/contract/resource.ts'
import type { ParamsOf, Route } from '../../shared/contract/route.ts'
import type { DomainEvent } from '../../shared/events.ts'
import type { Language, Person } from '../../shared/people.ts'
import type { Directory } from '../../shared/ports/directory.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { NewId } from '../../shared/ports/ids.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Policy } from '../../shared/rules/decide.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import type { AnyQuestion, AnyRecord, Stored } from '../../shared/table/record.ts'
import type { Loaded, Lookup, Page, PageOptions, Write } from '../../shared/table/table.ts'

/** Things as they were loaded; what ends by itself is looked at when it is decided on. */
export type AsLoaded = Omit<Situation, 'actor' | 'share'> & {
  readonly share?: Pick<Share, 'personId' | 'access' | 'until' | 'givenAt'> | undefined
}
type Share = NonNullable<Situation['share']> & { readonly until: string | null; readonly givenAt: string }

/** What every handler is given, whatever its route. */
export type Tools = {
  /** The stored person who acts. */
  readonly actor: Stored<Person>
  /** Reads more items, consistently, in one call; what does not exist is `undefined`. */
  readonly read: <L extends Readonly<Record<string, Lookup>>>(
    lookups: L,
  ) => Promise<{ readonly [N in keyof L]: Loaded<L>[N] | undefined }>
  readonly list: <T>(question: AnyQuestion, of: unknown, options: PageOptions) => Promise<Page<T>>
  /** The second fence of lists: may the actor do this with that? */
  readonly may: (action: Action, things: AsLoaded) => boolean
  /** The rules that decide here, for whoever is asked about them (B-01, B-02); nothing else has a use for them. */
  readonly policy: Policy
  readonly files: Files
  readonly directory: Directory
  /** UTC ISO-8601. */
  readonly now: string
  readonly newId: NewId
  readonly language: Language
  /** The public address of the API, without a slash at its end. */
  readonly publicUrl: string
  /** The domain at which dossiers take in e-mail; none where the organisation takes in none. */
  readonly inboundDomain: string | undefined
}

export type Context<R extends Route> = Things<R['on']> &
  Tools & {
    readonly params: ParamsOf<R>
    readonly input: z.output<R['input']>
    /** The further things of a route with `each`, in the order asked; each was decided on. */
    readonly each: R extends Route<string, R['on'], R['input'], R['output'], infer E> ? readonly Things<E>[] : never
  }

/** A value that nobody means to change: records hold read-only fields, and a view may be one as it is. */
type Unchanged<T> = T extends readonly (infer I)[]
  ? readonly Unchanged<I>[]
  : T extends object
    ? { readonly [F in keyof T]: Unchanged<T[F]> }
    : T

/** What becomes of a request: what to show, and what is to be true from now on. */
export type Outcome<R extends Route> = {
  readonly view: Unchanged<z.input<R['output']>>
  readonly writes?: readonly Write[]
  readonly events?: readonly DomainEvent[]
  /** Of a list: the confidential items that it shows; each is written down as read (D-10). */
  readonly revealed?: readonly Revealed[]
  /** Records whose changes win over this outcome, besides those of its route: it is not run again when it met one. */
  readonly givesWayTo?: readonly AnyRecord[]
  /** The version of what is shown, for ETag. */
  readonly version?: number
  /** Only for pages: a status other than the route's. */
  readonly status?: number
  /** Only for pages: what the browser is told besides. */
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler<R extends Route> = (context: Context<R>) => Promise<Outcome<R> | Problem> | Outcome<R> | Problem

/** One handler for each route, no more and no fewer. */
export type Handlers<T extends Readonly<Record<string, Route>>> = { readonly [N in keyof T]: Handler<T[N]> }
