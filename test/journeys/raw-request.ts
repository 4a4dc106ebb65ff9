/** Requests as no well-behaved client sends them, and answers as they came: bytes and headers. */
import type { Route } from '../../shared/contract/route.ts'

export type RawAnswer = { readonly status: number; readonly headers: Headers; readonly text: string }

export type Sent = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

export const sendRaw = async (
  apiUrl: string,
  { method, path }: Pick<Route, 'method' | 'path'>,
  { params = {}, query = '', headers = {}, body }: Sent = {},
): Promise<RawAnswer> => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const answer = await fetch(`${apiUrl}${filled}${query}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

export const bearing = (token: string) => ({ authorization: `Bearer ${token}` })

/** A value for each parameter of a route's path. */
export const paramsOf = (
  { path }: Pick<Route, 'path'>,
  value: (name: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, value(name)]))
