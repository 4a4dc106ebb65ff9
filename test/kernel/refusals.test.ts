import { describe, expect, test } from 'vitest'
import { Dossiers } from '../../functions/dossiers/records.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { update } from '../../shared/table/table.ts'
import { dossier } from '../one-dossier.ts'
import { idOf, personOf } from '../world.ts'
import { type Asking, CONFIGURE, CREATE, DOSSIER, type Got, LIST, newDossier, openOffice, READ } from './office.ts'

const NOWHERE = { dossierId: idOf(987654) }

test('without a token the answer is 401, and nothing is read', async () => {
  const office = openOffice()
  for (const [route, asking] of [
    [READ, { params: DOSSIER }],
    [LIST, {}],
    [CREATE, { body: newDossier }],
  ] as const) {
    const got = await office.ask(route, asking)
    expect(got.status).toBe(401)
    expect(got.json.code).toBe('not-signed-in')
  }
  expect(office.table.calls).toHaveLength(0)
})

test('the token of somebody we do not know is no token', async () => {
  const got = await openOffice().ask(READ, { as: { personId: idOf(424242) }, params: DOSSIER })
  expect(got.status).toBe(401)
})

test('a route that is not served answers 404 like any thing that is not there', async () => {
  const got = await openOffice().ask('GET /v1/dossiers', { as: 'owner', routeKey: 'GET /v1/none' })
  expect([got.status, got.json.code]).toEqual([404, 'not-found'])
})

/** All that leaves, but for what names this one request. */
const withoutRequestId = ({ status, headers, text }: Got) => ({
  status,
  headers: { ...headers, 'x-request-id': '' },
  text: text.replaceAll(headers['x-request-id'] as string, ''),
})

describe('D-22: what one may not know of answers byte for byte like what does not exist', () => {
  const ways: { what: string; route: string; asking: Asking }[] = [
    { what: 'reading', route: READ, asking: {} },
    { what: 'changing', route: CONFIGURE, asking: { body: { modules: [] } } },
    { what: 'changing with a wrong field', route: CONFIGURE, asking: { body: { surprise: 1 } } },
    { what: 'changing what is no JSON', route: CONFIGURE, asking: { body: '{' } },
    { what: 'changing a version', route: CONFIGURE, asking: { body: { modules: [] }, headers: { 'if-match': '"1"' } } },
    { what: 'changing with a key', route: CONFIGURE, asking: { body: {}, headers: { 'idempotency-key': 'k-1' } } },
    { what: 'reading in French', route: READ, asking: { headers: { 'accept-language': 'fr' } } },
  ]
  const strangers = [
    'stranger',
    'user manager',
    'guest with a full sheet',
    'Administrator elsewhere',
    'owner, inactive',
  ] as const

  test.each(ways)('$what', async ({ route, asking }) => {
    for (const as of strangers) {
      const office = openOffice()
      const hidden = await office.ask(route, { ...asking, as, params: DOSSIER })
      const callsForHidden = office.table.calls.length
      const none = await office.ask(route, { ...asking, as, params: NOWHERE })
      expect(withoutRequestId(hidden), as).toEqual(withoutRequestId(none))
      expect(hidden.status).toBe(route === CONFIGURE && none.status === 400 ? 400 : 404)
      expect(office.table.calls.length - callsForHidden, `${as}: as many table calls`).toBe(callsForHidden)
    }
  })

  test('an id that no id of ours can be is an id of nothing', async () => {
    for (const dossierId of ['..', 'a'.repeat(65), 'DOSSIER#1', 'é', '%00']) {
      const got = await openOffice().ask(READ, { as: 'owner', params: { dossierId } })
      expect(got.status, dossierId).toBe(404)
    }
  })

  test('one hidden thing among several is none of them', async () => {
    const office = openOffice()
    const asking = (others: string[]) =>
      office.ask('POST /v1/odd/{dossierId}/comparisons', { as: 'owner', params: DOSSIER, body: { others } })
    office.table.put({ op: 'create', record: Dossiers, item: { ...dossier, dossierId: idOf(777), ownerId: idOf(1) } })
    expect((await asking([DOSSIER.dossierId])).json).toEqual({ count: 1 })
    const hidden = await asking([DOSSIER.dossierId, idOf(777)])
    const none = await asking([DOSSIER.dossierId, NOWHERE.dossierId])
    expect(hidden.status).toBe(404)
    expect(withoutRequestId(hidden)).toEqual(withoutRequestId(none))
  })
})

test('what one may do with one thing but not with another is refused for both, by the rule of the other', async () => {
  const office = openOffice()
  const { personId } = personOf('owner')
  const other = { ...dossier, dossierId: idOf(778), ownerId: idOf(1), responsibleId: personId }
  office.table.put({ op: 'create', record: Dossiers, item: other })
  const close = (others: string[]) =>
    office.ask('POST /v1/odd/{dossierId}/closings', { as: 'owner', params: DOSSIER, body: { others } })
  expect((await close([DOSSIER.dossierId])).json).toEqual({ count: 1 })
  const got = await close([DOSSIER.dossierId, other.dossierId])
  expect([got.status, got.json.code]).toEqual([403, 'refused'])
})

test('what is decided on further things alone is decided on each of them, and on the thing itself where there are none', async () => {
  const office = openOffice()
  const { personId } = personOf('responsible')
  const [theirs, another] = [idOf(779), idOf(780)]
  for (const [dossierId, ownerId] of [
    [theirs, personId],
    [another, idOf(1)],
  ] as const)
    office.table.put({
      op: 'create',
      record: Dossiers,
      item: { ...dossier, dossierId, ownerId, responsibleId: personId },
    })
  const gather = async (as: Persona, others: readonly string[]) =>
    (await office.ask('POST /v1/odd/{dossierId}/gatherings', { as, params: DOSSIER, body: { others } })).status
  // They know of the dossier, and may configure their own one only.
  expect(await gather('responsible', [theirs])).toBe(200)
  expect(await gather('responsible', [theirs, another])).toBe(403)
  expect(await gather('responsible', [])).toBe(403)
  expect(await gather('owner', [])).toBe(200)
  expect(await gather('stranger', [])).toBe(404)
})

describe('B-01: who may know of a thing is told which rule refuses', () => {
  test('B-01: where nothing allows it, the rule is named under which it would be allowed', async () => {
    const got = await openOffice().ask(CONFIGURE, { as: 'responsible', params: DOSSIER, body: { modules: [] } })
    expect(got.status).toBe(403)
    expect(got.json).toMatchObject({ code: 'refused', rule: 'dossier.configure/owner', source: 'P-14' })
    expect(got.json.reason).toMatch(/^No rule allows you this\. What would: The owner/)
  })

  test('D-06: an inactive person is told so, with the rule and its requirement, in their language', async () => {
    const got = await openOffice().ask(LIST, { as: 'owner, inactive', headers: { 'accept-language': 'fr-CA' } })
    expect(got.status).toBe(403)
    expect(got.json).toMatchObject({ rule: 'dossier.list/never-inactive', source: 'D-06' })
    expect(got.json.reason).toBe("Nul n'agit si son compte n'est pas actif.")
  })

  test('a refusal writes nothing', async () => {
    const office = openOffice()
    const before = office.table.everything()
    await office.ask(CONFIGURE, { as: 'responsible', params: DOSSIER, body: {}, headers: { 'idempotency-key': 'k' } })
    expect(office.table.everything()).toEqual(before)
  })
})

test('S-10: a right taken away is gone on the very next request', async () => {
  const office = openOffice()
  expect((await office.ask(READ, { as: 'owner', params: DOSSIER })).status).toBe(200)
  office.table.put(update(Dossiers, dossier, { ownerId: idOf(1) }))
  expect((await office.ask(READ, { as: 'owner', params: DOSSIER })).status).toBe(404)
})
