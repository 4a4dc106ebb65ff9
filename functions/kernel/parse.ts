// Each by its own file: of the index of all languages the bundler forgets to run the ones that are used.
import en from 'zod/v4/locales/en.js'
import fr from 'zod/v4/locales/fr.js'
import type { Route } from '../../shared/contract/route.ts'
import type { Language } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Request } from './request.ts'

export type Parsed = { readonly input: Readonly<Record<string, unknown>> }

/** The largest body an operation takes unless it says more, in bytes; files never come this way. */
const BODY_LIMIT = 256 * 1024
const wording = { en: en().localeError, fr: fr().localeError }
const PARAMETER = /^[\w-]{1,64}$/
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,128}$/

/** Checks the path, the Idempotency-Key and the input against the route's schema: a strict object, so no surplus field. */
export const parse = (route: Route, request: Request): Parsed | Problem => {
  // An id that no id of ours can be is an id of nothing.
  if (!Object.values(request.params).every((value) => PARAMETER.test(value))) return problem('not-found')
  if (request.idempotencyKey !== null && !IDEMPOTENCY_KEY.test(request.idempotencyKey))
    return problem('invalid-input', {
      errors: [{ pointer: '#/headers/idempotency-key', detail: '1–128 visible ASCII characters' }],
    })
  if (request.body !== null && Buffer.byteLength(request.body) > (route.largestBody ?? BODY_LIMIT))
    return problem('too-large')

  const raw = rawInput(route, request)
  if ('problem' in raw) return raw as Problem
  const language = request.language ?? 'en'
  const result = route.input.safeParse(raw.value, { error: wording[language] })
  if (result.success) return { input: result.data as Parsed['input'] }
  return problem('invalid-input', {
    errors: result.error.issues.flatMap((issue) => {
      const detail = sentenceOf(issue, language)
      // A field that is not ours is named itself, not the object that it stands in.
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), detail }))
        : [{ pointer: pointerTo(issue.path), detail }]
    }),
  })
}

type Issue = { readonly message: string; readonly params?: Readonly<Record<string, unknown>> | undefined }

/** A check of ours brings its sentence in both languages; zod's own checks speak the language already. */
const sentenceOf = ({ params, message }: Issue, language: Language): string => {
  const said = params?.[language]
  return typeof said === 'string' ? said : message
}

/** A JSON pointer (RFC 6901) as a fragment: `#` is the whole. */
const pointerTo = (path: readonly PropertyKey[]): string =>
  `#${path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`

const rawInput = (route: Route, request: Request): { value: unknown } | Problem => {
  // The language is asked for in the address of pages, and may be of any read.
  const { language: _language, ...query } = request.query
  if (route.method === 'GET' || route.method === 'DELETE') return { value: query }
  if (route.kind === 'page') return { value: Object.fromEntries(new URLSearchParams(request.body ?? '')) }
  if (request.body === null || request.body === '') return { value: {} }
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.contentType)) return problem('unsupported-media-type')
  try {
    return { value: JSON.parse(request.body) }
  } catch {
    return problem('invalid-json')
  }
}
