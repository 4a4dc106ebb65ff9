import { expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import { routes as clients } from '../../functions/clients/routes.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { routes as members } from '../../functions/members/routes.ts'
import type { Route } from '../../shared/contract/route.ts'
import { type Problem, pointersOf, testBadInput } from './bad-input.ts'
import { isWrite, type NamedRoute, signedInRoutes } from './catalogue-routes.ts'
import { localStack } from './local-stack.ts'
import { bearing, sendRaw } from './raw-request.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { office, client, practitioner } = await settledDossier(settlement)

/** One write and one read of each function: what all do in the same way is tried of every operation in memory. */
const oneOfEach: readonly NamedRoute[] = catalogue.flatMap(({ routes }) => {
  const its = signedInRoutes.filter(({ route }) => (Object.values(routes) as Route[]).includes(route))
  const read = its.find((named) => !isWrite(named) && !(named.route.action === 'bulk-transfer.read'))
  return [its.find(isWrite), read].filter((one) => one !== undefined)
})

testBadInput(oneOfEach, async (route, sent) => {
  const headers = { ...bearing(office.token), ...sent.headers }
  const { status, text, headers: got } = await sendRaw(stack.apiUrl, route, { ...sent, headers })
  return { status, text, type: got.get('content-type') }
})

type Page = { readonly items: readonly object[]; readonly cursor: string | null }

const pageOf = async (route: Route, query: string): Promise<Page> => {
  const { text } = await sendRaw(stack.apiUrl, route, { query, headers: bearing(practitioner.token) })
  return JSON.parse(text) as Page
}

const wholeOf = async (route: Route, cursor: string | null = null): Promise<readonly object[]> => {
  const page = await pageOf(route, `?limit=100${cursor === null ? '' : `&cursor=${cursor}`}`)
  return page.cursor === null ? page.items : [...page.items, ...(await wholeOf(route, page.cursor))]
}

/** What an item is known by: its first field, which is its id in each of the lists. */
const idsOf = (items: readonly object[]): string[] => items.map((item) => JSON.stringify(Object.values(item)[0]))

test.each([members.listMembers, clients.listClients, dossiers.listDossiers] as const)(
  'C-05: $path takes a cursor that is made up for a place in its own list',
  async (route) => {
    const rest = await pageOf(route, `?limit=100&cursor=${Buffer.from('0199').toString('base64url')}`)
    // Whole after the page: other tests add people meanwhile, and change them, but end none.
    const whole = idsOf(await wholeOf(route))
    expect(idsOf(rest.items).filter((id) => !whole.includes(id))).toEqual([])
  },
)

test('a field that JavaScript gives a meaning of its own is one more field that is not known', async () => {
  const body = `{"clientId":"${client.clientId}","ownerId":"${practitioner.personId}","__proto__":{"modules":[]},"constructor":1}`
  const { status, text } = await sendRaw(stack.apiUrl, dossiers.createDossier, {
    headers: bearing(office.token),
    body,
  })
  expect(status).toBe(400)
  expect(pointersOf(JSON.parse(text) as Problem)).toContain('#/constructor')
})

test('a problem speaks French to whoever asks for it, and says which language it speaks', async () => {
  const { headers, text } = await sendRaw(stack.apiUrl, dossiers.createDossier, {
    headers: { ...bearing(office.token), 'accept-language': 'de, fr;q=0.8, en;q=0.5' },
    body: '{"clientId":7}',
  })
  expect(headers.get('content-language')).toBe('fr')
  expect((JSON.parse(text) as { title: string }).title).toBe("La requête n'a pas la forme attendue.")
})
