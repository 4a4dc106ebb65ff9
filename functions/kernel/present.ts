import type { Route } from '../../shared/contract/route.ts'
import type { Language } from '../../shared/people.ts'
import { type Problem, problems } from '../../shared/problems.ts'

/** An answer as it leaves. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Shows an outcome through the route's output schema: a field it does not name never leaves. */
export const present = (
  route: Route,
  { view, version, status, headers }: { view: unknown; version?: number; status?: number; headers?: Answer['headers'] },
): Answer => {
  const shown = route.output.parse(view)
  if (route.kind === 'page')
    return {
      status: status ?? route.status,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      body: String(shown),
    }
  return {
    status: route.status,
    headers: {
      'content-type': 'application/json',
      ...(version === undefined ? {} : { etag: `"${version}"` }),
    },
    body: route.status === 204 ? '' : JSON.stringify(shown),
  }
}

/** A problem as RFC 9457 has it, in the language of whoever asks. */
export const presentProblem = (found: Problem, language: Language, requestId: string): Answer => {
  const { status, title } = problems[found.problem]
  const retryAfter = found.retryAfterSeconds
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify({
      type: `urn:greffe:problem:${found.problem}`,
      title: title[language],
      status,
      code: found.problem,
      ...(found.detail === undefined ? {} : { detail: found.detail[language] }),
      ...(found.errors === undefined ? {} : { errors: found.errors }),
      ...(found.reason === undefined
        ? {}
        : { rule: found.reason.rule, source: found.reason.source, reason: found.reason.sentence[language] }),
      requestId,
    }),
  }
}
