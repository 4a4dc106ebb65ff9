import { describe, expect, test } from 'vitest'
import { type Dossier, Dossiers } from '../../functions/dossiers/records.ts'
import { jobTools } from '../../functions/kernel/job.ts'
import type { AuditEntry } from '../../shared/audit.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import { type MemoryTable } from '../memory-table.ts'
import { personOf } from '../world.ts'
import { SECRET } from './odd-routes.ts'
import { CONFIGURE, CREATE, DOSSIER, itemsOf, newDossier, openOffice, READ } from './office.ts'

const transactions = ({ calls }: MemoryTable) => calls.filter(({ operation }) => operation === 'TransactWriteItems')

describe('versions', () => {
  test('what is read carries its version, and a change that names it is done', async () => {
    const office = openOffice()
    const { headers } = await office.ask(READ, { as: 'owner', params: DOSSIER })
    expect(headers.etag).toBe('"1"')
    const asking = { as: 'owner', params: DOSSIER, body: { modules: ['figures'] } } as const
    const changed = await office.ask(CONFIGURE, { ...asking, headers: { 'if-match': headers.etag as string } })
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"'])
    expect((await office.ask(READ, { as: 'owner', params: DOSSIER })).headers.etag).toBe('"2"')
  })

  test('a change that names another version is refused, and nothing is written', async () => {
    const office = openOffice()
    const before = office.table.everything()
    for (const tag of ['"0"', '"2"', 'W/"3"', '1', '"1', 'anything', '"7", "8"']) {
      const asking = { as: 'owner', params: DOSSIER, body: { modules: [] }, headers: { 'if-match': tag } } as const
      const got = await office.ask(CONFIGURE, asking)
      expect([got.status, got.json.code], tag).toEqual([412, 'precondition-failed'])
    }
    expect(office.table.everything()).toEqual(before)
  })

  test.each(['*', '"1"', 'W/"1"', '"7", "1"'])('If-Match %s names the version that is there', async (tag) => {
    const asking = { as: 'owner', params: DOSSIER, body: { modules: [] }, headers: { 'if-match': tag } } as const
    expect((await openOffice().ask(CONFIGURE, asking)).status).toBe(200)
  })
})

describe('writers at the same moment', () => {
  test('of two who change the same thing one is done, the other is told of the conflict', async () => {
    const office = openOffice()
    const change = (modules: string[]) => office.ask(CONFIGURE, { as: 'owner', params: DOSSIER, body: { modules } })
    const answers = await Promise.all([change(['archive']), change(['figures'])])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.json.code).toBe('conflict')
    const winner = answers.find(({ status }) => status === 200)
    expect((await office.ask(READ, { as: 'owner', params: DOSSIER })).json.modules).toEqual(winner?.json.modules)
    expect(itemsOf(office, 'audit-entry')).toHaveLength(1)
  })

  test('D-01: an operation that may be run again is: five dossiers made at once get five numbers without a gap', async () => {
    const office = openOffice()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => office.ask(CREATE, { as: 'administrator', body: newDossier })),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(answers.map(({ json }) => json.number).toSorted()).toEqual([1, 2, 3, 4, 5])
  })
})

describe('one commit', () => {
  test('B-07: the change, its audit entry and its event are one transaction, and the entry says who, what and why', async () => {
    const office = openOffice()
    const got = await office.ask(CONFIGURE, { as: 'owner', params: DOSSIER, body: { modules: ['figures'] } })
    expect(transactions(office.table)).toEqual([expect.objectContaining({ items: 2 })])
    expect(itemsOf(office, 'audit-entry')).toEqual([
      expect.objectContaining({
        pk: `DOSSIER#${DOSSIER.dossierId}`,
        actorId: personOf('owner').personId,
        door: 'api',
        action: 'dossier.configure',
        ruleId: expect.stringMatching(/^dossier\.configure\//),
        trail: `DOSSIER#${DOSSIER.dossierId}`,
        requestId: got.headers['x-request-id'],
        changes: [
          {
            record: 'dossier',
            before: expect.objectContaining({ modules: ['archive'] }),
            after: expect.objectContaining({ modules: ['figures'] }),
          },
        ],
      }),
    ])
  })

  test('B-07: the audit entry holds no secret, the outbox the event', async () => {
    const office = openOffice()
    expect((await office.ask('POST /v1/odd/links', { as: 'owner' })).status).toBe(201)
    expect(transactions(office.table)).toEqual([expect.objectContaining({ items: 5 })])
    const entries = itemsOf(office, 'audit-entry') as unknown as AuditEntry[]
    // Each trail tells of what belongs to it: the client's of the client, the organisation's of the rest.
    const told = entries.map(({ trail, changes }) => [trail.split('#')[0], changes.map(({ record }) => record)])
    expect(Object.fromEntries(told)).toEqual({ ORGANISATION: ['link'], CLIENT: ['client'] })
    expect(JSON.stringify(entries)).not.toContain(SECRET)
    expect(JSON.stringify(entries)).not.toContain('tokenHash')
    const { personId } = personOf('owner')
    expect(itemsOf(office, 'outbox-entry')).toEqual([
      expect.objectContaining({ type: 'person-invited', data: { personId, invitedBy: personId, dossierId: null } }),
    ])
  })

  test('an operation that changes nothing commits nothing', async () => {
    const office = openOffice()
    await office.ask(READ, { as: 'owner', params: DOSSIER })
    await office.ask('POST /v1/odd/{dossierId}/comparisons', { as: 'owner', params: DOSSIER, body: { others: [] } })
    expect(transactions(office.table)).toEqual([])
  })
})

describe('a record that keeps when it last changed', () => {
  test('is stamped by every commit that writes it, whoever asks and whatever the handler says', async () => {
    const office = openOffice()
    office.setClock('2026-03-03T10:00:00.000Z')
    const { json } = await office.ask(CONFIGURE, { as: 'owner', params: DOSSIER, body: { modules: [] } })
    expect(json.changedAt).toBe('2026-03-03T10:00:00.000Z')
    expect(itemsOf(office, 'dossier')).toMatchObject([{ modules: [], changedAt: '2026-03-03T10:00:00.000Z' }])
    // The trail tells what lies there.
    expect(itemsOf(office, 'audit-entry')).toMatchObject([
      { changes: [{ before: {}, after: { changedAt: '2026-03-03T10:00:00.000Z' } }] },
    ])
  })

  test('a job stamps it as well', async () => {
    const office = openOffice()
    const tools = jobTools(office.world, 'move', 'tick-1', '2026-03-04T08:00:00.000Z')
    const { dossier } = await tools.read({ dossier: perhaps(Dossiers, DOSSIER) })
    const writes = [update(Dossiers, dossier as Stored<Dossier>, { ownerId: personOf('stranger').personId })]
    expect(await tools.act({ action: 'bulk-transfer.make', dossierId: DOSSIER.dossierId, writes })).toBe('done')
    expect(itemsOf(office, 'dossier')).toMatchObject([{ changedAt: '2026-03-04T08:00:00.000Z' }])
  })
})

describe('a fault', () => {
  test.each(['throw', 'wrong-view'])(
    'a handler that fails (%s) is a 500 that says nothing of why, and nothing is written',
    async (how) => {
      const office = openOffice()
      const before = office.table.everything()
      const headers = { 'idempotency-key': 'k-1' }
      const got = await office.ask('POST /v1/odd/fail', { as: 'owner', body: { how }, headers })
      expect([got.status, got.json.code]).toEqual([500, 'internal-error'])
      expect(got.json.requestId).toBe(got.headers['x-request-id'])
      expect(got.text).not.toContain('Sidoine')
      expect(got.text).not.toContain('TypeError')
      expect(office.table.everything()).toEqual(before)
    },
  )

  test('a table that does not answer is a 500, at every step', async () => {
    const broken = () => Promise.reject(new Error('throttled'))
    for (const step of ['load', 'commit'] as const) {
      const office = openOffice(({ table }) => ({ table: { ...table, [step]: broken } }))
      const got = await office.ask(CONFIGURE, { as: 'owner', params: DOSSIER, body: { modules: [] } })
      expect([step, got.status, got.json.code]).toEqual([step, 500, 'internal-error'])
      expect(itemsOf(office, 'audit-entry')).toEqual([])
    }
  })
})

describe('what leaves', () => {
  test('a field that the output schema does not name never leaves, however deep', async () => {
    const got = await openOffice().ask('GET /v1/odd/much', { as: 'owner' })
    expect(got.json).toEqual({ name: 'shown', inner: { city: 'shown' }, all: [{ at: 'shown' }] })
  })

  test('every answer may be kept by nobody and says which request it answers', async () => {
    const office = openOffice()
    const answers = [
      await office.ask(READ, { as: 'owner', params: DOSSIER }),
      await office.ask(READ, { params: DOSSIER }),
      await office.ask('POST /v1/odd/fail', { as: 'owner', body: { how: 'throw' } }),
    ]
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^request-\d+$/),
      })
    }
    expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(3)
    expect(answers.map(({ headers }) => headers['content-type'])).toEqual([
      'application/json',
      'application/problem+json',
      'application/problem+json',
    ])
  })
})
