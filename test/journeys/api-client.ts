/** A client of the deployed API, typed by the route declarations; it sees only what HTTP shows. */

import type * as z from 'zod/mini'
import type { ParamsOf, Route } from '../../shared/contract/route.ts'

export type Answer<T> = {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

type Sent<R extends Route> = {
  readonly params?: ParamsOf<R>
  readonly input?: z.input<R['input']>
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer that was not the expected one. */
export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer'
}

export type Client = {
  /** Calls an operation and gives whatever came back. */
  readonly ask: <R extends Route>(route: R, sent?: Sent<R>) => Promise<Answer<unknown>>
  /** Calls an operation that must succeed, and gives what it shows. */
  readonly call: <R extends Route>(route: R, sent?: Sent<R>) => Promise<z.output<R['output']>>
}

/** A client with one person's token, or with none. */
export const clientOf = (apiUrl: string, token?: string): Client => {
  const ask: Client['ask'] = async (route, { params = {}, input, headers = {} } = {} as never) => {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String((params as Record<string, string>)[name])),
    )
    const query =
      ['GET', 'DELETE'].includes(route.method) && input !== undefined
        ? `?${new URLSearchParams(Object.fromEntries(Object.entries(input as object).map(([name, value]) => [name, String(value)])))}`
        : ''
    const answer = await fetch(`${apiUrl}${path}${query}`, {
      method: route.method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(['GET', 'DELETE'].includes(route.method) ? {} : { body: JSON.stringify(input ?? {}) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) }
  }
  return {
    ask,
    call: async (route, sent) => {
      const { status, body } = await ask(route, sent)
      if (status !== route.status)
        throw new UnexpectedAnswer(`${route.method} ${route.path} answered ${status}: ${JSON.stringify(body)}`)
      return body as never
    },
  }
}
