/** What no well-behaved client sends, to any operation: the same tests over HTTP and through the functions in memory. */
import { describe, expect, test } from 'vitest'
import type { Route } from '../../shared/contract/route.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { isWrite, type NamedRoute, signedInRoutes } from './catalogue-routes.ts'
import { fieldsOf, goodInput, queryOf } from './good-input.ts'
import { paramsOf, type Sent } from './raw-request.ts'

export type Problem = {
  readonly code: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

/** Sends a request by somebody who may have every list, and gives the answer's status, text and media type. */
export type Send = (
  route: Route,
  sent: Sent,
) => Promise<{ readonly status: number; readonly text: string; readonly type: string | null }>

const USUAL_LIMIT = 256 * 1024

export const pointersOf = ({ errors = [] }: Problem): string[] => errors.map(({ pointer }) => pointer)

/** Declares the tests of these operations. */
export const testBadInput = (routes: readonly NamedRoute[], sendRoute: Send): void => {
  const send = async ({ route }: NamedRoute, sent: Sent) => {
    const { status, text, type } = await sendRoute(route, { params: paramsOf(route, newUuid), ...sent })
    return { status, type, problem: JSON.parse(text) as Problem }
  }
  const writes = routes.filter(isWrite)
  const reads = routes.filter((named) => !isWrite(named))
  const lists = reads.filter(({ route }) => fieldsOf(route).includes('limit'))

  describe.each(writes)('$name', (named) => {
    const body = goodInput(named.route)
    const text = JSON.stringify(body)

    test('names a field that it does not know, and takes nothing', async () => {
      const { status, problem, type } = await send(named, {
        body: JSON.stringify({ ...body, personne: 1, 'a/b~c': 2 }),
      })
      expect([status, problem.code, type]).toEqual([400, 'invalid-input', 'application/problem+json'])
      expect(pointersOf(problem)).toEqual(['#/personne', '#/a~1b~0c'])
      expect(problem.errors?.every(({ detail }) => detail.length > 3)).toBe(true)
    })

    test('names every field of the wrong type', async () => {
      const fields = fieldsOf(named.route)
      const wrong = Object.fromEntries(fields.map((field) => [field, { de: 'travers' }]))
      const { status, problem } = await send(named, { body: JSON.stringify(wrong) })
      if (fields.length === 0) return expect(status).not.toBe(400)
      expect([status, problem.code]).toEqual([400, 'invalid-input'])
      expect(new Set(pointersOf(problem).map((pointer) => pointer.split('/')[1]))).toEqual(new Set(fields))
    })

    test.each(['null', '[]', '"texte"', '7'])('takes no body that is %s instead of an object', async (instead) => {
      const { status, problem } = await send(named, { body: instead })
      expect([status, problem.code, pointersOf(problem)]).toEqual([400, 'invalid-input', ['#']])
    })

    test('says of a body that is not JSON that it is not', async () => {
      const { status, problem } = await send(named, { body: '{"name": ' })
      expect([status, problem.code]).toEqual([400, 'invalid-json'])
    })

    test('takes no other media type', async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const { status, problem } = await send(named, { body: text, headers })
      expect([status, problem.code]).toEqual([415, 'unsupported-media-type'])
    })

    test('takes no body that is larger than it says', async () => {
      const tooLong = 'x'.repeat((named.route.largestBody ?? USUAL_LIMIT) + 1)
      const { status, problem } = await send(named, { body: JSON.stringify({ ...body, name: tooLong }) })
      expect([status, problem.code]).toEqual([413, 'too-large'])
    })

    test('takes no Idempotency-Key that is too long', async () => {
      const { status, problem } = await send(named, { body: text, headers: { 'idempotency-key': 'k'.repeat(129) } })
      expect([status, pointersOf(problem)]).toEqual([400, ['#/headers/idempotency-key']])
    })
  })

  describe.each(reads)('$name', (named) => {
    test('names a query parameter that it does not know', async () => {
      const { status, problem } = await send(named, { query: queryOf(named.route, { personne: '1' }) })
      expect([status, pointersOf(problem)]).toEqual([400, ['#/personne']])
    })
  })

  test.each(lists)('$name takes no limit but a whole number that it allows', async (named) => {
    for (const limit of ['0', '101', '-1', '1.5', 'beaucoup', '']) {
      const { status, problem } = await send(named, { query: queryOf(named.route, { limit }) })
      expect([status, pointersOf(problem)], limit).toEqual([400, ['#/limit']])
    }
  })

  test.each(routes.filter(({ route }) => route.path.includes('{')))(
    'B-01: $name answers to an id that none of ours can be as to one of nothing',
    async (named) => {
      const input = named.route.method === 'GET' ? {} : { body: JSON.stringify(goodInput(named.route)) }
      // Whoever sends a request works `..` out before: where that is another route's address, it is that route's request.
      const climbed = new URL(named.route.path.replaceAll(/\{\w+\}/g, '..'), 'https://greffe.example').pathname
      const isAnother = signedInRoutes.some(
        ({ route }) => route.path === climbed && route.method === named.route.method,
      )
      for (const odd of [...(isAnother ? [] : ['..']), '%00', 'a/b', "' or 1=1", 'é', 'x'.repeat(500)]) {
        const { status } = await send(named, { params: paramsOf(named.route, () => odd), ...input })
        expect(status, odd).toBe(404)
      }
    },
  )

  test.each(lists.filter(({ route }) => !route.path.includes('{')))(
    '$name takes a cursor that it could not have given for a mistake',
    async (named) => {
      for (const cursor of ['*', 'a b', Buffer.from('\u{10ffff}').toString('base64url')]) {
        const { status, problem } = await send(named, { query: queryOf(named.route, { cursor }) })
        expect([status, pointersOf(problem)], cursor).toEqual([400, ['#/cursor']])
      }
    },
  )
}
