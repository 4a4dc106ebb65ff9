import { expect, test } from 'vitest'
import { oneSpace } from '../../../test/one-space.ts'
import { openApi } from '../../../test/whole-api.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { listWhoCanInSpace } from './list-who-can-in-space.ts'

const spaceId = idOf(0x5ace)
const [owner, stranger, other] = [personOf('owner'), personOf('stranger'), personOf('responsible')]
const LATER = '2026-03-04T09:00:00.000Z'

type Listed = {
  readonly items: readonly {
    readonly person: { readonly personId: string }
    readonly can: readonly { readonly action: string; readonly causes: readonly object[] }[]
  }[]
  readonly whole: boolean
}
const office = () => openApi(oneSpace(['owner', 'stranger'], ['responsible', 'administrator']))
const listed = async ({ ask }: ReturnType<typeof openApi>, input: object = {}, as = stranger.personId) => {
  const operation = 'GET /v1/collaborative-spaces/{spaceId}/who-can'
  const { status, body } = await ask(operation, { as, params: { spaceId }, input })
  return { status, ...(body as Listed) }
}
const namesIn = ({ items }: Listed) => items.map(({ person }) => person.personId).toSorted()

test('B-02: of a space one asks what its members may do there, each by their membership: since when and by whose invitation', async () => {
  const { items, whole } = await listed(office())
  expect(whole).toBe(true)
  expect(namesIn({ items, whole })).toEqual([owner.personId, stranger.personId].toSorted())
  const [first] = items
  expect(first?.can.map(({ action }) => action).toSorted()).toEqual(
    ['invite', 'leave', 'read', 'write'].map((act) => `collaborative-space.${act}`),
  )
  expect(first?.can[0]?.causes).toEqual([
    expect.objectContaining({ path: ['collaborative space'], since: NOW, givenBy: owner.personId }),
  ])
})

test('D-16: whoever is not in it is told that nothing is there, whatever their sheet opens', async () => {
  for (const { personId } of [other, personOf('administrator')])
    expect((await listed(office(), {}, personId)).status).toBe(404)
})

test('B-18: and who could at a moment in the past, though they have left since', async () => {
  const api = office()
  api.setClock(LATER)
  await api.ask('DELETE /v1/collaborative-spaces/{spaceId}/companions/me', { as: owner.personId, params: { spaceId } })
  await api.ask('POST /v1/collaborative-spaces/{spaceId}/companions', {
    as: stranger.personId,
    params: { spaceId },
    input: { personIds: [other.personId] },
  })
  expect(namesIn(await listed(api))).toEqual([stranger.personId, other.personId].toSorted())
  const then = await listed(api, { at: '2026-03-03T09:00:00.000Z', action: 'collaborative-space.read' })
  expect(namesIn(then)).toEqual([owner.personId, stranger.personId].toSorted())
})

test('B-01: one asks for oneself why one may not leave: as its last member', async () => {
  const api = openApi(oneSpace(['owner']))
  const { body } = await api.ask('GET /v1/me/explanation', {
    as: owner.personId,
    input: { action: 'collaborative-space.leave', spaceId },
  })
  expect(body).toMatchObject({ known: true, allowed: false, rule: { id: 'collaborative-space.leave/never-last' } })
  expect(listWhoCanInSpace).toBeDefined()
})
