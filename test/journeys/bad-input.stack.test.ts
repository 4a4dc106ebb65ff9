import { describe, expect, test } from 'vitest'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { newUuid } from '../../shared/ports/ids.ts'
import { isWrite, signedInRoutes } from './catalogue-routes.ts'
import { fieldsOf, goodInput, queryOf } from './good-input.ts'
import { localStack } from './local-stack.ts'
import { bearing, paramsOf, sendRaw } from './raw-request.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { office, client, practitioner } = await settledDossier(settlement)

const writes = signedInRoutes.filter(isWrite)
const reads = signedInRoutes.filter((named) => !isWrite(named))

type Problem = {
  readonly code: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

const send = async (
  { route }: (typeof signedInRoutes)[number],
  sent: Parameters<typeof sendRaw>[2],
): Promise<{ status: number; problem: Problem; type: string | null }> => {
  const headers = { ...bearing(office.token), ...sent?.headers }
  const {
    status,
    text,
    headers: got,
  } = await sendRaw(stack.apiUrl, route, {
    params: paramsOf(route, newUuid),
    ...sent,
    headers,
  })
  return { status, problem: JSON.parse(text) as Problem, type: got.get('content-type') }
}

const pointersOf = ({ errors = [] }: Problem): string[] => errors.map(({ pointer }) => pointer)

describe.each(writes)('$name', (named) => {
  const body = goodInput(named.route)

  test('names a field that it does not know, and takes nothing', async () => {
    const { status, problem, type } = await send(named, { body: JSON.stringify({ ...body, personne: 1, 'a/b~c': 2 }) })
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

  test.each(['null', '[]', '"texte"', '7'])('takes no body that is %s instead of an object', async (text) => {
    const { status, problem } = await send(named, { body: text })
    expect([status, problem.code, pointersOf(problem)]).toEqual([400, 'invalid-input', ['#']])
  })

  test('says of a body that is not JSON that it is not', async () => {
    const { status, problem } = await send(named, { body: '{"name": ' })
    expect([status, problem.code]).toEqual([400, 'invalid-json'])
  })

  test('takes no other media type', async () => {
    const { status, problem } = await send(named, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([status, problem.code]).toEqual([415, 'unsupported-media-type'])
  })

  test('takes no body of 300 KB', async () => {
    const { status, problem } = await send(named, { body: JSON.stringify({ ...body, name: 'x'.repeat(300 * 1024) }) })
    expect([status, problem.code]).toEqual([413, 'too-large'])
  })

  test('takes no Idempotency-Key that is too long', async () => {
    const { status, problem } = await send(named, {
      body: JSON.stringify(body),
      headers: { 'idempotency-key': 'k'.repeat(129) },
    })
    expect([status, pointersOf(problem)]).toEqual([400, ['#/headers/idempotency-key']])
  })
})

describe.each(reads)('$name', (named) => {
  test('names a query parameter that it does not know', async () => {
    const { status, problem } = await send(named, { query: queryOf(named.route, { personne: '1' }) })
    expect([status, pointersOf(problem)]).toEqual([400, ['#/personne']])
  })
})

const lists = reads.filter(({ route }) => fieldsOf(route).includes('limit'))
test.each(lists)('$name takes no limit but a whole number from 1 to 100', async (named) => {
  for (const limit of ['0', '101', '-1', '1.5', 'beaucoup', '']) {
    const { status, problem } = await send(named, { query: `?limit=${limit}` })
    expect([status, pointersOf(problem)], limit).toEqual([400, ['#/limit']])
  }
})

test.each(signedInRoutes.filter(({ route }) => route.path.includes('{')))(
  'B-01: $name answers to an id that none of ours can be as to one of nothing',
  async (named) => {
    const input = named.route.method === 'GET' ? {} : { body: JSON.stringify(goodInput(named.route)) }
    // Whoever sends a request works `..` out before: where that is another route's address, it is that route's request.
    const climbed = new URL(named.route.path.replaceAll(/\{\w+\}/g, '..'), 'https://greffe.example').pathname
    const isAnother = signedInRoutes.some(({ route }) => route.path === climbed && route.method === named.route.method)
    for (const odd of [...(isAnother ? [] : ['..']), '%00', 'a/b', "' or 1=1", 'é', 'x'.repeat(500)]) {
      const { status } = await send(named, { params: paramsOf(named.route, () => odd), ...input })
      expect(status, odd).toBe(404)
    }
  },
)

test.each(lists.filter(({ route }) => !route.path.includes('{')))(
  '$name takes a cursor that it could not have given for a mistake, and one that is made up for a place in its own list',
  async (named) => {
    for (const cursor of ['*', 'a b', Buffer.from('\u{10ffff}').toString('base64url')]) {
      const { status, problem } = await send(named, { query: `?cursor=${encodeURIComponent(cursor)}` })
      expect([status, pointersOf(problem)], cursor).toEqual([400, ['#/cursor']])
    }
    const rest = await pageOf(named, `?limit=100&cursor=${Buffer.from('0199').toString('base64url')}`)
    // Whole after the page: other tests add people meanwhile, and change them, but end none.
    const whole = await wholeOf(named)
    expect(idsOf(rest.items).filter((id) => !idsOf(whole).includes(id))).toEqual([])
  },
)

type Page = { readonly items: readonly object[]; readonly nextCursor?: string | undefined }

const pageOf = async ({ route }: (typeof signedInRoutes)[number], query: string): Promise<Page> => {
  const { text } = await sendRaw(stack.apiUrl, route, { query, headers: bearing(practitioner.token) })
  // Whoever may not have the list is told so, and of no item.
  const { items = [], nextCursor } = JSON.parse(text) as Partial<Page>
  return { items, nextCursor }
}

const wholeOf = async (named: (typeof signedInRoutes)[number], cursor?: string): Promise<readonly object[]> => {
  const page = await pageOf(named, `?limit=100${cursor === undefined ? '' : `&cursor=${cursor}`}`)
  return page.nextCursor === undefined ? page.items : [...page.items, ...(await wholeOf(named, page.nextCursor))]
}

/** What an item is known by: its first field, which is its id in each of the lists. */
const idsOf = (items: readonly object[]): string[] => items.map((item) => JSON.stringify(Object.values(item)[0]))

test('a field that JavaScript gives a meaning of its own is one more field that is not known', async () => {
  const create = writes.find(({ route }) => (route as unknown) === dossiers.createDossier)
  const body = `{"clientId":"${client.clientId}","ownerId":"${practitioner.personId}","__proto__":{"modules":[]},"constructor":1}`
  const { status, problem } = await send(create as never, { body })
  expect(status).toBe(400)
  expect(pointersOf(problem)).toContain('#/constructor')
})

test('a problem speaks French to whoever asks for it, and says which language it speaks', async () => {
  const { headers, text } = await sendRaw(stack.apiUrl, dossiers.createDossier, {
    headers: { ...bearing(office.token), 'accept-language': 'de, fr;q=0.8, en;q=0.5' },
    body: '{"clientId":7}',
  })
  expect(headers.get('content-language')).toBe('fr')
  expect((JSON.parse(text) as { title: string }).title).toBe("La requête n'a pas la forme attendue.")
})
