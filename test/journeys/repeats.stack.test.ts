import { expect, test } from 'vitest'
import { NUMBERS_PUT_THERE } from '../../bench/measure-http.ts'
import { routes as documents } from '../../functions/documents/routes.ts'
import { DossierCounters, Dossiers } from '../../functions/dossiers/records.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import type { Answer } from './api-client.ts'
import { localStack } from './local-stack.ts'
import { announcementOf } from './move-files.ts'
import { settledDossier, settlementOf } from './settlers.ts'

const settlement = settlementOf(localStack())
const { office, practitioner, client, dossier, params, administrator } = await settledDossier(settlement)
const input = { clientId: client.clientId, ownerId: practitioner.personId }

type Made = Answer<{ readonly number: number; readonly dossierId: string; readonly code?: string }>

const createWith = async (key: string, more: object = {}): Promise<Made> =>
  (await office.ask(dossiers.createDossier, {
    input: { ...input, ...more },
    headers: { 'idempotency-key': key },
  })) as Made
const newKey = (): string => crypto.randomUUID()

/** The numbers of all dossiers, in order: files that run at the same time make dossiers too, some of them by hand. */
const allNumbers = async (): Promise<number[]> => {
  const numbers: number[] = []
  let cursor: string | null = null
  do {
    const page: { items: readonly { number: number }[]; cursor: string | null } = await office.call(
      dossiers.listDossiers,
      { input: { limit: 100, ...(cursor === null ? {} : { cursor }) } },
    )
    numbers.push(...page.items.map(({ number }) => number).filter((number) => number < NUMBERS_PUT_THERE))
    cursor = page.cursor
  } while (cursor !== null)
  return [...new Set(numbers)].sort((a, b) => a - b)
}

test('a write repeated with its Idempotency-Key gets the same answer, and is done once', async () => {
  const key = newKey()
  const first = await createWith(key)
  const second = await createWith(key)
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
  expect(second.headers.get('idempotent-replayed')).toBe('true')
})

test('ten at once with the same Idempotency-Key make one dossier, and all get its answer', async () => {
  const key = newKey()
  const answers = await Promise.all(Array.from({ length: 10 }, () => createWith(key)))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  expect(new Set(answers.map(({ body }) => body.dossierId)).size).toBe(1)
  expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') !== 'true')).toHaveLength(1)
})

test('an Idempotency-Key used for something else is refused, and nothing is done', async () => {
  const key = newKey()
  await createWith(key)
  const { status, body } = await createWith(key, { modules: ['payment'] })
  expect([status, body.code]).toEqual([422, 'idempotency-key-reused'])
})

test("one person's Idempotency-Key is nothing to another", async () => {
  const key = newKey()
  const mine = await createWith(key)
  const colleague = await settlement.member({ name: 'Mahaut Périgord', roles: ['coordinator'], sheet: office.sheet })
  const theirs = (await colleague.ask(dossiers.createDossier, { input, headers: { 'idempotency-key': key } })) as Made
  expect([theirs.status, theirs.body.dossierId === mine.body.dossierId]).toEqual([201, false])
})

test('a refused write repeated with its Idempotency-Key is decided afresh, and done once it may be', async () => {
  const key = newKey()
  const owner = await settlement.member({ name: 'Iseult Bressuire', status: 'inactive' })
  expect((await createWith(key, { ownerId: owner.personId })).body.code).toBe('owner-not-eligible')
  await settlement.change(owner, { status: 'active' })
  expect((await createWith(key, { ownerId: owner.personId })).status).toBe(201)
})

test('D-01: twenty dossiers created at once have twenty numbers, and no number is skipped', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => createWith(newKey())))
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
  expect(new Set(made.map(({ body }) => body.number)).size).toBe(20)
  const numbers = await allNumbers()
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  const { last } = await settlement.stored<{ last: number }>(DossierCounters, {})
  expect(last).toBeGreaterThanOrEqual(numbers.length)
})

test('a change that names an older version is refused; one that names the present version is made', async () => {
  const read = await office.ask(dossiers.readDossier, { params })
  const ifMatch = { 'if-match': read.headers.get('etag') ?? '' }
  const change = (modules: 'archive'[], headers: Record<string, string>) =>
    office.ask(dossiers.configureDossier, { params, input: { modules }, headers })
  const changed = await change([], ifMatch)
  expect(changed.status).toBe(200)
  const stale = await change(['archive'], ifMatch)
  expect([stale.status, (stale.body as { code: string }).code]).toEqual([412, 'precondition-failed'])
  expect(await settlement.stored(Dossiers, params)).toMatchObject({ modules: [] })
  expect((await change(['archive'], { 'if-match': changed.headers.get('etag') ?? '' })).status).toBe(200)
})

test('C-31: an import repeated with its Idempotency-Key announces one document', async () => {
  const announced = announcementOf({ name: 'relevé.pdf', bytes: Buffer.from('Relevé') })
  const headers = { 'idempotency-key': newKey() }
  const [one, other] = await Promise.all(
    [1, 2].map(() => administrator.call(documents.importDocument, { params, input: announced, headers })),
  )
  expect(other?.document.documentId).toBe(one?.document.documentId)
  const { items } = await administrator.call(documents.listDocuments, {
    params: { dossierId: dossier.dossierId },
    input: {},
  })
  expect(items.filter(({ name }) => name === announced.name)).toHaveLength(1)
})
