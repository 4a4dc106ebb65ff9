// The life of a request to an owner, through the real line and the real rules, over a table in memory.
import { describe, expect, test } from 'vitest'
import { directory } from '../../bench/operations/ports.ts'
import { Outbox } from '../../shared/events.ts'
import { People } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { isProblem } from '../../shared/problems.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { compile } from '../../shared/rules/decide.ts'
import { create, perhaps, update } from '../../shared/table/table.ts'
import { holding, newId } from '../../test/ask.ts'
import { memoryStore } from '../../test/memory-store.ts'
import { dossier } from '../../test/one-dossier.ts'
import { NOW, personOf } from '../../test/world.ts'
import { DossierNumbers, Dossiers } from '../dossiers/records.ts'
import type { Handler } from '../kernel/handler.ts'
import { jobTools } from '../kernel/job.ts'
import { takeLine, type World } from '../kernel/line.ts'
import { Offers } from '../offers/records.ts'
import { rules } from '../rules.ts'
import { Workspaces } from '../settings/records.ts'
import { Shares } from '../sharing/records.ts'
import { endDueRequests } from './end-due-requests.ts'
import { askOwner } from './handlers/ask-owner.ts'
import { findCard } from './handlers/find-card.ts'
import { grantOwnerRequest } from './handlers/grant-owner-request.ts'
import { listOwnerRequests } from './handlers/list-owner-requests.ts'
import { readCard } from './handlers/read-card.ts'
import { readOwnerRequest } from './handlers/read-owner-request.ts'
import { refuseOwnerRequest } from './handlers/refuse-owner-request.ts'
import { withdrawOwnerRequest } from './handlers/withdraw-owner-request.ts'
import { routes } from './routes.ts'

const handlers = {
  readCard,
  findCard,
  askOwner,
  listOwnerRequests,
  readOwnerRequest,
  withdrawOwnerRequest,
  grantOwnerRequest,
  refuseOwnerRequest,
}
const policy = compile(rules)
const { dossierId, number } = dossier
const STRANGER = 'stranger'

/** A dossier that strangers meet, if the organisation says so; what is told is a body, or the code of a problem. */
const office = ({ dossiersMet = true, confidential = false } = {}) => {
  const { version: _, ...item } = dossier
  const people = (['owner', STRANGER, 'coordinator', 'guest', 'responsible', 'office member'] as const).map(personOf)
  const table = holding(
    ...people.map(({ version: _version, ...person }) => create(People, person)),
    create(Dossiers, { ...item, confidential }),
    create(DossierNumbers, { number, dossierId }),
    create(Workspaces, { dossiersMet }),
  )
  let now = NOW
  const world = { table, newId, policy, directory, files: memoryStore().files, clock: () => now } as unknown as World
  const ask = async (name: keyof typeof handlers, who: Persona, input: object = {}, ownerRequestId = '') => {
    const route = routes[name]
    const params = { dossierId, ...(ownerRequestId === '' ? {} : { ownerRequestId }) }
    const ended = await takeLine(world, route, handlers[name] as unknown as Handler<never>, {
      method: route.method,
      rawPath: route.path,
      params,
      query: route.method === 'GET' ? (input as Record<string, string>) : {},
      body: route.method === 'GET' ? null : JSON.stringify(input),
      contentType: 'application/json',
      ifMatch: null,
      idempotencyKey: null,
      language: null,
      tokenPersonId: personOf(who).personId,
      source: 'test',
      requestId: 'test',
    })
    return isProblem(ended) ? (ended.reason?.rule ?? ended.problem) : JSON.parse(ended.answer.body)
  }
  const stored = async <R extends Parameters<typeof perhaps>[0]>(record: R, of: Parameters<R['key']>[0]) =>
    (await table.load({ item: perhaps(record, of) })).item as never
  return {
    table,
    ask,
    stored,
    tick: (at: string) => endDueRequests(jobTools(world, 'clock', 'tick', at)),
    setClock: (at: string) => {
      now = at
    },
    share: (who: Persona) => stored(Shares, { dossierId, personId: personOf(who).personId }),
    changeDossier: async (changes: object) =>
      table.commit([update(Dossiers, await stored(Dossiers, { dossierId }), changes)]),
    changePerson: async (who: Persona, changes: object) =>
      table.commit([update(People, await stored(People, personOf(who)), changes)]),
    events: () => table.everything().filter(({ recordName }) => recordName === Outbox.name),
    asked: async (who: Persona = STRANGER, input: object = { wants: 'share' }) =>
      (await ask('askOwner', who, input)).requestId as string,
  }
}

describe('the card', () => {
  test('D-22: shows number, owner, state and label, and neither the client nor what the dossier holds', async () => {
    const { ask } = office({ confidential: true })
    expect(await ask('readCard', STRANGER)).toEqual({
      dossierId,
      number,
      ownerId: dossier.ownerId,
      ownerName: personOf('owner').name,
      state: 'active',
      label: 'confidential',
      requestId: null,
    })
  })

  test('D-22: is there for nobody who does not know of the dossier, until the organisation says so; never for a guest', async () => {
    const shut = office({ dossiersMet: false })
    expect(await shut.ask('readCard', STRANGER)).toBe('not-found')
    expect(await shut.ask('askOwner', STRANGER, { wants: 'share' })).toBe('not-found')
    expect(await shut.ask('readCard', 'coordinator')).toMatchObject({ number })
    expect(await office().ask('readCard', 'guest')).toBe('not-found')
  })

  test('D-22, C-05: is found by its number, and one that may not be met answers like none', async () => {
    const open = office()
    expect(await open.ask('findCard', STRANGER, { number: String(number) })).toMatchObject({ items: [{ dossierId }] })
    const none = { items: [] }
    expect(await open.ask('findCard', STRANGER, { number: '8' })).toEqual(none)
    expect(await open.ask('findCard', 'guest', { number: String(number) })).toEqual(none)
    expect(await office({ dossiersMet: false }).ask('findCard', STRANGER, { number: String(number) })).toEqual(none)
    expect(await open.ask('findCard', STRANGER, { number: 'x' })).toBe('invalid-input')
  })
})

describe('asking', () => {
  test('D-22: for a share to read unless said, with a message, for fourteen days; the card tells of it', async () => {
    const { ask, events } = office()
    const request = await ask('askOwner', STRANGER, { wants: 'share', message: 'Je reprends la comptabilité.' })
    expect(request).toMatchObject({
      requestedBy: personOf(STRANGER).personId,
      wants: 'share',
      access: 'read',
      message: 'Je reprends la comptabilité.',
      state: 'pending',
      expiresAt: addSeconds(NOW, 14 * DAY),
      outcome: null,
    })
    expect(await ask('readCard', STRANGER)).toMatchObject({ requestId: request.requestId })
    expect(events()).toMatchObject([{ type: 'owner-request-made', data: { ownerId: dossier.ownerId, wants: 'share' } }])
  })

  test('D-22: one pending request per person and dossier, also of two at once; each person has their own', async () => {
    const { ask } = office()
    const both = await Promise.all([
      ask('askOwner', STRANGER, { wants: 'share' }),
      ask('askOwner', STRANGER, { wants: 'transfer' }),
    ])
    expect(both.filter((one) => one === 'already-asked')).toHaveLength(1)
    expect(await ask('askOwner', STRANGER, { wants: 'share' })).toBe('already-asked')
    expect(await ask('askOwner', 'coordinator', { wants: 'share' })).toMatchObject({ state: 'pending' })
  })

  test('D-22: never for more than a share or a transfer', async () => {
    const { ask } = office()
    for (const input of [
      {},
      { wants: 'ownership' },
      { wants: 'share', access: 'manage' },
      { wants: 'transfer', access: 'write' },
      { wants: 'share', until: NOW },
      { wants: 'share', personId: personOf('guest').personId },
      { wants: 'share', message: 'a'.repeat(1001) },
    ])
      expect(await ask('askOwner', STRANGER, input), JSON.stringify(input)).toBe('invalid-input')
  })

  test('D-22: by nobody who owns the dossier or may write in it; a reader asks for more alone', async () => {
    const { ask, table } = office()
    const { personId } = personOf(STRANGER)
    expect(await ask('askOwner', 'owner', { wants: 'share' })).toBe('owner-request.make/never-owner')
    const share = { dossierId, personId, access: 'read', givenBy: dossier.ownerId, givenAt: NOW, until: null } as const
    await table.commit([create(Shares, share)])
    expect(await ask('askOwner', STRANGER, { wants: 'share' })).toBe('already-shared')
    await table.commit([update(Shares, { ...share, version: 1 }, { access: 'write' })])
    expect(await ask('askOwner', STRANGER, { wants: 'share' })).toBe('owner-request.make/never-writer')
    await table.commit([update(Shares, { ...share, access: 'write', version: 2 }, { access: 'read' })])
    expect(await ask('askOwner', STRANGER, { wants: 'share', access: 'write' })).toMatchObject({ access: 'write' })
  })

  test('D-01: a transfer is asked for by practitioners alone, and nothing of a closed dossier', async () => {
    const { ask, changeDossier } = office()
    expect(await ask('askOwner', 'office member', { wants: 'transfer' })).toBe('requester-not-eligible')
    await changeDossier({ state: 'closed' })
    expect(await ask('askOwner', STRANGER, { wants: 'share' })).toMatch(/^owner-request\.make\//)
  })
})

describe('the end', () => {
  test('D-22: granting gives the share on the terms of the owner, in one step', async () => {
    const { ask, asked, share, events } = office()
    const requestId = await asked()
    const until = addSeconds(NOW, 30 * DAY)
    expect(await ask('grantOwnerRequest', 'owner', { access: 'write', until }, requestId)).toMatchObject({
      state: 'granted',
      outcome: { by: dossier.ownerId, at: NOW, reason: null, offerId: null },
    })
    expect(await share(STRANGER)).toMatchObject({ access: 'write', until, givenBy: dossier.ownerId })
    expect(events().map(({ type }) => type)).toEqual(['owner-request-made', 'owner-request-ended', 'share-given'])
    expect(await ask('readCard', STRANGER)).toMatchObject({ requestId: null })
  })

  test('D-22: granted as it was asked for, unless said', async () => {
    const { ask, asked, share } = office()
    await ask('grantOwnerRequest', 'owner', {}, await asked(STRANGER, { wants: 'share', access: 'write' }))
    expect(await share(STRANGER)).toMatchObject({ access: 'write', until: null })
  })

  test('D-22, D-11: granting a transfer begins an offer to whoever asked, and nothing changes hands before they accept', async () => {
    const { ask, asked, stored, events } = office()
    const requestId = await asked(STRANGER, { wants: 'transfer' })
    expect(await ask('grantOwnerRequest', 'owner', { access: 'read' }, requestId)).toBe('invalid-input')
    const { state, outcome } = await ask('grantOwnerRequest', 'owner', {}, requestId)
    expect(state).toBe('granted')
    expect(await stored(Offers, { dossierId, offerId: outcome.offerId })).toMatchObject({
      giverId: dossier.ownerId,
      recipientId: personOf(STRANGER).personId,
      state: 'pending',
    })
    expect(await stored(Dossiers, { dossierId })).toMatchObject({ ownerId: dossier.ownerId })
    expect(events().map(({ type }) => type)).toEqual(['owner-request-made', 'owner-request-ended', 'offer-made'])
  })

  test('D-14: a transfer is granted to one at a time, and to practitioners alone; the request stays pending', async () => {
    const { ask, asked, changePerson } = office()
    const first = await asked(STRANGER, { wants: 'transfer' })
    const second = await asked('responsible', { wants: 'transfer' })
    await ask('grantOwnerRequest', 'owner', {}, first)
    expect(await ask('grantOwnerRequest', 'owner', {}, second)).toBe('offer-pending')
    await changePerson('responsible', { roles: [] })
    expect(await ask('grantOwnerRequest', 'owner', {}, second)).toBe('requester-not-eligible')
    expect(await ask('readOwnerRequest', 'owner', {}, second)).toMatchObject({ state: 'pending' })
  })

  test('D-22: a refusal has its reason, and gives nothing; whoever asked may ask again', async () => {
    const { ask, asked, share } = office()
    const requestId = await asked()
    expect(await ask('refuseOwnerRequest', 'owner', {}, requestId)).toBe('invalid-input')
    const refusal = { reason: 'Le client ne le souhaite pas.' }
    expect(await ask('refuseOwnerRequest', 'owner', refusal, requestId)).toMatchObject({
      state: 'refused',
      outcome: { reason: refusal.reason },
    })
    expect(await ask('readOwnerRequest', STRANGER, {}, requestId)).toMatchObject({ outcome: refusal })
    expect(await share(STRANGER)).toBeUndefined()
    expect(await ask('askOwner', STRANGER, { wants: 'share' })).toMatchObject({ state: 'pending' })
  })

  test('D-22: what has ended stays as it ended', async () => {
    const { ask, asked } = office()
    const requestId = await asked()
    await ask('withdrawOwnerRequest', STRANGER, {}, requestId)
    for (const [name, who, input] of [
      ['grantOwnerRequest', 'owner', {}],
      ['refuseOwnerRequest', 'owner', { reason: 'Non.' }],
      ['withdrawOwnerRequest', STRANGER, {}],
    ] as const)
      expect(await ask(name, who, input, requestId), name).toMatch(/^owner-request\./)
    expect(await ask('readOwnerRequest', 'owner', {}, requestId)).toMatchObject({ state: 'withdrawn' })
  })

  test('D-22: of answer and withdrawal at once one wins, and the share is there only when it was granted', async () => {
    for (let run = 0; run < 5; run++) {
      const { ask, asked, share } = office()
      const requestId = await asked()
      await Promise.all([
        ask('withdrawOwnerRequest', STRANGER, {}, requestId),
        ask('grantOwnerRequest', 'owner', {}, requestId),
        ask('refuseOwnerRequest', 'owner', { reason: 'Non.' }, requestId),
      ])
      const { state } = await ask('readOwnerRequest', STRANGER, {}, requestId)
      expect(['granted', 'refused', 'withdrawn']).toContain(state)
      expect((await share(STRANGER)) !== undefined).toBe(state === 'granted')
    }
  })

  test('D-22: nobody answers but the owner, nobody withdraws but who asked, nobody else sees it', async () => {
    const { ask, asked } = office()
    const requestId = await asked()
    for (const who of ['coordinator', 'guest', 'responsible', 'office member'] as const) {
      expect(await ask('readOwnerRequest', who, {}, requestId), who).toBe('not-found')
      expect(await ask('grantOwnerRequest', who, {}, requestId), who).toBe('not-found')
      expect(await ask('withdrawOwnerRequest', who, {}, requestId), who).toBe('not-found')
    }
    expect(await ask('withdrawOwnerRequest', 'owner', {}, requestId)).toMatch(/^owner-request\.withdraw/)
    expect(await ask('grantOwnerRequest', STRANGER, {}, requestId)).toMatch(/^owner-request\.answer/)
    expect(await ask('listOwnerRequests', 'coordinator')).toMatch(/^owner-request\.list/)
  })

  test('D-22: after fourteen days it has expired, before any clock has ticked; the tick tells of it once', async () => {
    const { ask, asked, setClock, tick, events } = office()
    const requestId = await asked()
    const end = addSeconds(NOW, 14 * DAY)
    expect(await tick(addSeconds(end, -1))).toBe(0)
    setClock(end)
    expect(await ask('readOwnerRequest', 'owner', {}, requestId)).toMatchObject({ state: 'expired' })
    expect(await ask('grantOwnerRequest', 'owner', {}, requestId)).toMatch(/^owner-request\.answer/)
    // They may ask again at once; the tick leaves the new request alone.
    expect(await ask('askOwner', STRANGER, { wants: 'share' })).toMatchObject({ state: 'pending' })
    expect((await Promise.all([tick(end), tick(end)])).toSorted()).toEqual([0, 1])
    expect(await tick(addSeconds(end, DAY))).toBe(0)
    expect(events().filter(({ type }) => type === 'owner-request-ended')).toMatchObject([
      { data: { requestId, outcome: 'expired', by: null } },
    ])
    expect(await ask('askOwner', STRANGER, { wants: 'share' })).toBe('already-asked')
  })
})

describe('meanwhile', () => {
  test('D-13: the request goes with the dossier to its new owner, and the former one is out', async () => {
    const { ask, asked, changeDossier, events } = office()
    const requestId = await asked()
    await changeDossier({ ownerId: personOf('responsible').personId })
    expect(await ask('grantOwnerRequest', 'owner', {}, requestId)).toBe('not-found')
    expect(await ask('listOwnerRequests', 'responsible')).toMatchObject({ items: [{ requestId }] })
    expect(await ask('grantOwnerRequest', 'responsible', {}, requestId)).toMatchObject({ state: 'granted' })
    expect(events()[1]).toMatchObject({ data: { ownerId: personOf('responsible').personId } })
  })

  test('D-22: whoever received the dossier answers no request of their own', async () => {
    const { ask, asked, changeDossier } = office()
    const requestId = await asked()
    await changeDossier({ ownerId: personOf(STRANGER).personId })
    expect(await ask('grantOwnerRequest', STRANGER, {}, requestId)).toBe('owner-request.answer/never-own')
    expect(await ask('withdrawOwnerRequest', STRANGER, {}, requestId)).toMatchObject({ state: 'withdrawn' })
  })

  test('D-06: to a requester who was deactivated or became a guest nothing is given; they see nothing either', async () => {
    for (const changes of [{ status: 'inactive' }, { roles: ['guest'] }]) {
      const { ask, asked, changePerson, share } = office()
      const requestId = await asked()
      await changePerson(STRANGER, changes)
      expect(await ask('grantOwnerRequest', 'owner', {}, requestId)).toBe('requester-not-eligible')
      expect(await share(STRANGER)).toBeUndefined()
      expect(await ask('readOwnerRequest', STRANGER, {}, requestId)).toBe('not-found')
      expect(await ask('refuseOwnerRequest', 'owner', { reason: 'Partie.' }, requestId)).toMatchObject({
        state: 'refused',
      })
    }
  })

  test('D-22: in a dossier that was closed nothing is answered; it is withdrawn, or expires', async () => {
    const { ask, asked, changeDossier } = office()
    const requestId = await asked()
    await changeDossier({ state: 'closed' })
    expect(await ask('grantOwnerRequest', 'owner', {}, requestId)).toMatch(/^owner-request\.answer/)
    expect(await ask('withdrawOwnerRequest', STRANGER, {}, requestId)).toMatchObject({ state: 'withdrawn' })
  })
})

test('D-22: the owner sees who asks, newest first, page by page', async () => {
  const { ask, asked } = office()
  const ids = [await asked(), await asked('coordinator'), await asked('responsible')]
  const first = await ask('listOwnerRequests', 'owner', { limit: '2' })
  const second = await ask('listOwnerRequests', 'owner', { limit: '2', cursor: first.cursor })
  expect([...first.items, ...second.items].map(({ requestId }) => requestId)).toEqual(ids.toReversed())
  expect(second).toMatchObject({ cursor: null, items: [{ requestedByName: personOf(STRANGER).name }] })
})
