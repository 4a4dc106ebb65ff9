import { expect, test } from 'vitest'
import { Dossiers } from '../../functions/dossiers/records.ts'
import { People } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { update } from '../../shared/table/table.ts'
import { dossier } from '../one-dossier.ts'
import { idOf, NOW, personOf } from '../world.ts'
import { type Asking, CONFIGURE, CREATE, DOSSIER, itemsOf, newDossier, type Office, openOffice } from './office.ts'

const key = (value: string) => ({ 'idempotency-key': value })
const make = (office: Office, asking: Partial<Asking> = {}) =>
  office.ask(CREATE, { as: 'administrator', body: newDossier, headers: key('one'), ...asking })
const dossiersOf = (office: Office) => itemsOf(office, 'dossier').length - 1

test('a write repeated with its key gets the same answer, and nothing is written again', async () => {
  const office = openOffice()
  const first = await make(office)
  const written = office.table.everything()
  const second = await make(office)
  expect(first.status).toBe(201)
  expect([second.status, second.text, second.headers.etag]).toEqual([first.status, first.text, first.headers.etag])
  expect(second.headers['idempotent-replayed']).toBe('true')
  expect(first.headers).not.toHaveProperty('idempotent-replayed')
  expect(office.table.everything()).toEqual(written)
  expect(dossiersOf(office)).toBe(1)
})

test('the key is kept in the same transaction as what it stands for: there is never one without the other', async () => {
  const office = openOffice()
  await make(office)
  const commits = office.table.calls.filter(({ operation }) => operation === 'TransactWriteItems')
  expect(commits).toHaveLength(1)
  expect(itemsOf(office, 'given-answer')).toHaveLength(1)
})

test('the same key for another request is refused, whatever differs', async () => {
  const office = openOffice()
  await make(office)
  const otherBody = await make(office, { body: { ...newDossier, modules: [] } })
  const otherRoute = await office.ask(CONFIGURE, {
    as: 'administrator',
    params: DOSSIER,
    body: newDossier,
    headers: key('one'),
  })
  expect([otherBody.status, otherBody.json.code]).toEqual([422, 'idempotency-key-reused'])
  // There the body is a wrong one besides, and that is what is said first.
  expect(otherRoute.status).toBe(400)
  const configured = await office.ask(CONFIGURE, {
    as: 'administrator',
    params: DOSSIER,
    body: {},
    headers: key('one'),
  })
  expect([configured.status, configured.json.code]).toEqual([422, 'idempotency-key-reused'])
  expect(dossiersOf(office)).toBe(1)
})

test("a key is its person's own: somebody else's request with the same one is another request", async () => {
  const office = openOffice()
  const first = await make(office)
  const second = await make(office, { as: 'office member' })
  expect(second.status).toBe(201)
  expect(second.json.dossierId).not.toBe(first.json.dossierId)
})

test('twins that race are one: both get the same answer, and it is done once', async () => {
  const office = openOffice()
  const answers = await Promise.all([make(office), make(office), make(office)])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(dossiersOf(office)).toBe(1)
})

test('twins of an operation that is not run again are one, too', async () => {
  const office = openOffice()
  const change = () =>
    office.ask(CONFIGURE, { as: 'owner', params: DOSSIER, body: { modules: ['figures'] }, headers: key('two') })
  const answers = await Promise.all([change(), change()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(itemsOf(office, 'audit-entry')).toHaveLength(1)
})

test('a repeat is answered as before although the first run left no version that If-Match named', async () => {
  const office = openOffice()
  const headers = { ...key('three'), 'if-match': '"1"' }
  const change = () => office.ask(CONFIGURE, { as: 'owner', params: DOSSIER, body: { modules: ['figures'] }, headers })
  expect([(await change()).status, (await change()).status]).toEqual([200, 200])
})

test('after a day the key is forgotten, and serves again', async () => {
  const office = openOffice()
  await make(office)
  office.setClock(addSeconds(NOW, DAY - 1))
  await make(office)
  expect(dossiersOf(office)).toBe(1)
  office.setClock(addSeconds(NOW, DAY + 1))
  expect((await make(office)).headers).not.toHaveProperty('idempotent-replayed')
  expect(dossiersOf(office)).toBe(2)
})

test('what was refused or failed is not kept: the same key serves once it can be done', async () => {
  const office = openOffice()
  expect((await make(office, { body: { ...newDossier, ownerId: idOf(4) } })).status).toBe(422)
  expect((await make(office)).status).toBe(201)
})

test('D-06: to whom the thing is hidden by now, its answer is hidden as well', async () => {
  const office = openOffice()
  const change = () =>
    office.ask(CONFIGURE, { as: 'owner', params: DOSSIER, body: { modules: ['figures'] }, headers: key('four') })
  await change()
  office.table.put(update(Dossiers, { ...dossier, version: 2 }, { ownerId: idOf(1) }))
  expect((await change()).status).toBe(404)
})

test('D-06: a deactivated person gets no answer again, on the very next request', async () => {
  const office = openOffice()
  expect((await make(office)).status).toBe(201)
  office.table.put(update(People, personOf('administrator'), { status: 'inactive' }))
  expect((await make(office)).status).toBe(403)
})
