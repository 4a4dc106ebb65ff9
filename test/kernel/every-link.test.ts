/**
 * P-11: every link of the product, whatever it is for, and every way in which it may be wrong: the one dead page, and
 * nothing has changed. A purpose that is added is tried here without a word about it.
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { memoryWorld, put } from '../../bench/operations/memory-world.ts'
import { handlersOf, operations } from '../../bench/operations/run-example.ts'
import { serve } from '../../functions/kernel/serve.ts'
import { routes } from '../../functions/pages/routes.ts'
import { showProblem } from '../../functions/pages/show-problem.ts'
import {
  hashOfToken,
  type Link,
  LinkAttempts,
  type LinkPurpose,
  Links,
  linkPurposes,
  newToken,
} from '../../shared/links.ts'
import { introduce } from '../../shared/people.ts'
import type { Write } from '../../shared/table/table.ts'
import type { MemoryTable } from '../memory-table.ts'
import { idOf, NOW } from '../world.ts'

const purposes = Object.keys(linkPurposes) as LinkPurpose[]
const methods = ['GET', 'HEAD', 'POST'] as const
const handlers = await handlersOf('pages')
const { world, standing } = await memoryWorld(1)
const table = world.table as MemoryTable
const handler = serve(routes, handlers as never, { showProblem, world: () => world as never })

/** Somebody of the organisation who has nothing to do with any of it. */
const stranger = standing.town.member('Philippine Auzoux')
await put(table, introduce(stranger))

/** One request from a network address of its own, so that no dead link slows down the next. */
let address = 0
const send = async (method: string, purpose: LinkPurpose, token: string, form: Readonly<Record<string, unknown>>) => {
  const path = `/${linkPurposes[purpose].page}/{token}`
  const body = new URLSearchParams(
    Object.entries(form).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString()
  const event = {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path.replace('{token}', token),
    rawQueryString: '',
    headers: method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
    pathParameters: { token },
    queryStringParameters: {},
    requestContext: { http: { method, sourceIp: `2001:db8::${(++address).toString(16)}` }, requestId: 'request' },
    ...(method === 'POST' ? { body } : {}),
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2
  const { statusCode, body: page } = await handler(event, {} as never)
  return { statusCode, page }
}

/** Everything but how often somebody tried. */
const everything = () => table.everything().filter(({ recordName }) => recordName !== LinkAttempts.name)

/** What a purpose's form decides, and a link that serves for it. */
const served = (purpose: LinkPurpose) => {
  const path = `/${linkPurposes[purpose].page}/{token}`
  const posting = operations.find(({ route }) => route.method === 'POST' && route.path === path)
  const example = posting?.examples[0]?.make(standing)
  if (example === undefined) throw new Error(`No example posts to ${path}.`)
  const before = example.before ?? []
  const isLink = (write: Write) => write.record.name === Links.name
  const made = before.find(isLink) as { readonly item: Link } | undefined
  if (made === undefined) throw new Error(`The example of ${path} makes no link.`)
  return {
    token: example.params?.token ?? '',
    link: made.item,
    things: before.filter((write) => !isLink(write)),
    form: example.input ?? {},
  }
}
const keep = (link: Link): Write => ({ op: 'create', record: Links, item: link })

type Wrong = (link: Link) => Partial<Link>
const wrongs: Readonly<Record<string, Wrong>> = {
  expired: () => ({ expiresAt: NOW }),
  used: () => ({ usedAt: NOW }),
  "somebody else's": () => ({ personId: stranger.personId }),
  'for something else': ({ purpose }) => ({
    purpose: purposes[(purposes.indexOf(purpose) + 1) % purposes.length] as LinkPurpose,
  }),
  'about something else': ({ subject }) => ({
    subject: Object.fromEntries(Object.keys(subject).map((field, at) => [field, idOf(9000 + at)])),
  }),
}

describe.each(purposes)('P-11: a link for %s', (purpose) => {
  test('is shown as often as scanners open it, which changes nothing; then it serves once', async () => {
    const { token, link, things, form } = served(purpose)
    await put(table, [...things, keep(link)])
    const before = everything()
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET'] as const) {
      const { statusCode } = await send(method, purpose, token, form)
      // HEAD is no route: it is answered like a link that leads nowhere.
      expect(statusCode).toBe(method === 'HEAD' ? 404 : 200)
      expect(everything()).toEqual(before)
    }
    expect((await send('POST', purpose, token, form)).statusCode).toBe(200)
    expect(everything()).not.toEqual(before)
    const after = everything()
    const dead = await send('GET', purpose, newToken(), form)
    for (const method of methods) {
      expect(await send(method, purpose, token, form)).toEqual(dead)
      expect(everything()).toEqual(after)
    }
  })

  test('that was forged is the dead page', async () => {
    const { form } = served(purpose)
    const before = everything()
    const pages = await Promise.all(methods.map((method) => send(method, purpose, newToken(), form)))
    for (const { statusCode, page } of pages) expect([statusCode, page]).toEqual([404, pages[0]?.page])
    expect(everything()).toEqual(before)
  })

  test.each(Object.entries(wrongs))('that is %s is the dead page, by whatever method', async (_, wrong) => {
    const { link, things, form } = served(purpose)
    if (Object.keys(link.subject).length === 0 && Object.keys(wrong(link)).includes('subject')) return
    const token = newToken()
    await put(table, [...things, keep({ ...link, ...wrong(link), tokenHash: hashOfToken(token) })])
    const dead = await send('GET', purpose, newToken(), form)
    const before = everything()
    for (const method of methods) {
      expect(await send(method, purpose, token, form)).toEqual(dead)
      expect(everything()).toEqual(before)
    }
  })
})
