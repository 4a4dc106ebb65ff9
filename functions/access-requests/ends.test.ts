/** How requests end otherwise than by their verdict, what a refusal leaves behind, and which of two ends wins (P-12). */
import { describe, expect, test } from 'vitest'
import { event, Outbox } from '../../shared/events.ts'
import { People, type Person } from '../../shared/people.ts'
import { isProblem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, perhaps, remove, update } from '../../shared/table/table.ts'
import { asking, newUser } from '../../test/asking.ts'
import { accessOf, dossier } from '../../test/one-dossier.ts'
import { hidden, told } from '../../test/town.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { endAccess } from '../client-users/handlers/end-access.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { Workspaces } from '../settings/records.ts'

const REQUESTER = 'Full Access of the dossier'
const { dossierId } = dossier
const asked = async (choices?: object) => {
  const town = asking()
  if (choices !== undefined) town.table.put(create(Workspaces, { dossiersMet: false, ...choices }))
  const { requestId } = told(await town.request(REQUESTER))
  await town.deliver()
  const send = async (form: Record<string, string>, token = town.linkOf('responsible')) =>
    town.decide(token, { ...form, version: hidden(await town.openDecision(token), 'version') })
  const happens = (told: ReturnType<typeof event>) =>
    town.write(create(Outbox, { ...told, eventId: idOf(990), at: NOW } as never))
  return { ...town, requestId: requestId as string, send, happens }
}
const approval = { decision: 'approve', profile: newUser.profile }
const refusal = { decision: 'refuse', reason: 'Pas avant son arrivée.' }

describe('P-12: what needs no verdict any more is closed, with its reason, and whoever asked is told', () => {
  type Town = Awaited<ReturnType<typeof asked>>
  const endAccess = async (town: Town) => {
    const access = town.accesses().find(({ personId }) => personId === personOf(REQUESTER).personId)
    await town.table.commit([remove(DossierAccesses, access as never)])
    await town.happens(event('client-access-ended', { dossierId, personId: personOf(REQUESTER).personId, by: null }))
  }
  const ways: readonly [string, string, (town: Town) => Promise<unknown>][] = [
    [
      'the dossier is closed',
      'dossier-not-active',
      async (town) => {
        await town.changeDossier({ state: 'closed' })
        await town.happens(event('dossier-state-changed', { dossierId, state: 'closed', by: idOf(1) }))
      },
    ],
    [
      'the person became a user otherwise',
      'user-already',
      async (town) => {
        const person = { ...personOf('Full Access elsewhere'), email: newUser.email }
        town.addPerson(person)
        town.table.put(create(DossierAccesses, { ...accessOf(REQUESTER), personId: person.personId } as never))
        await town.happens(event('person-invited', { personId: person.personId, invitedBy: idOf(1), dossierId }))
      },
    ],
    ['nobody who asked uses the dossier', 'requester-left', endAccess],
  ]

  test.each(ways)('%s', async (_, because, happens) => {
    const town = await asked()
    const mails = town.mails.length
    await happens(town)
    await town.deliver()
    expect(town.requests()[0]).toMatchObject({ state: 'closed', outcome: { by: null, closedBecause: because } })
    expect(town.mails.slice(mails).map(({ kind }) => kind)).toContain('access-request-closed')
    expect([town.followUps(), town.claims(), town.executionsWaiting()]).toEqual([[], [], 0])
    expect((await town.openDecision(town.linkOf('responsible'))).status).toBe(404)
  })

  test('it goes on for whoever joined, and is closed at the next look where no event was told', async () => {
    const town = await asked()
    await town.request('Administrator of the dossier')
    await endAccess(town)
    await town.deliver()
    expect(town.requests()[0]?.state).toBe('pending')
    await town.change('Administrator of the dossier', { status: 'inactive' })
    await town.tick(3)
    expect(town.requests()[0]?.state).toBe('closed')
  })
})

describe('P-12: after a refusal', () => {
  const refused = async (choices?: object) => {
    const town = await asked(choices)
    expect((await town.send(refusal)).status).toBe(200)
    await town.deliver()
    return town
  }
  const again = (town: Awaited<ReturnType<typeof asked>>, message?: string) =>
    town.request(REQUESTER, { ...newUser, message })

  test('it is too soon for seven days, and the answer says until when and why it was refused', async () => {
    const town = await refused()
    town.passDays(6.9)
    const answer = await again(town, 'Elle est arrivée.')
    expect([answer.status, told(answer).code]).toEqual([409, 'asked-too-soon'])
    expect(told(answer).detail).toContain('2026-03-09T09:00:00.000Z')
    expect(told(answer).detail).toContain(refusal.reason)
    town.passDays(0.1)
    expect((await again(town, 'Elle est arrivée.')).status).toBe(201)
  })

  test('it takes a new reason, and the earlier one is shown to whoever asks and to whoever decides', async () => {
    const town = await refused()
    town.passDays(7)
    for (const message of [undefined, newUser.message])
      expect(told(await again(town, message)).code).toBe('new-reason-needed')
    const answer = told(await again(town, 'Elle est arrivée.'))
    expect(answer.refusedBefore).toEqual({ at: NOW, reason: refusal.reason })
    await town.deliver()
    expect((await town.openDecision(town.linkOf('responsible'))).body).toContain(refusal.reason)
  })

  test('the pause is what the organisation chose, none included; an approval takes the refusal away', async () => {
    const town = await refused({ refusalPauseDays: 0 })
    expect((await again(town, 'Elle est arrivée.')).status).toBe(201)
    await town.deliver()
    await town.send(approval)
    expect(town.table.everything().filter(({ recordName }) => recordName === 'refusal')).toEqual([])
  })
})

test('P-12: a request waits as long as the organisation chose, and somebody more is asked before it expires', async () => {
  const town = await asked({ requestDays: 2 })
  expect(town.requests()[0]?.expiresAt).toBe('2026-03-04T09:00:00.000Z')
  await town.tick(1.5)
  expect(town.mails.at(-1)).toMatchObject({ to: personOf('administrator').personId, kind: 'access-request' })
  await town.tick(2)
  expect(town.requests()[0]?.state).toBe('expired')
})

test('P-12: an access lasts as long as was chosen when it was granted, from the grant on', async () => {
  const town = await asked({ accessDays: 30 })
  town.passDays(4)
  expect((await town.openDecision(town.linkOf('responsible'), { language: 'en' })).body).toContain(
    'days from your decision on',
  )
  await town.send(approval)
  const given = town.accesses().find(({ requestId }) => requestId === town.requestId)
  expect(given?.until).toBe('2026-04-05T09:00:00.000Z')
  expect(told(await town.read(REQUESTER, town.requestId)).outcome.personId).toBe(given?.personId)
})

test('P-12: revoking what a request gave ends all of it at once, and what they had asked for themself', async () => {
  const town = await asked()
  await town.send({ ...approval, profile: 'client-full-access' })
  await town.deliver()
  const granted = told(await town.read(REQUESTER, town.requestId)).outcome
  const { user, userAccess } = await town.table.load({
    user: perhaps(People, granted),
    userAccess: perhaps(DossierAccesses, { dossierId, personId: granted.personId }),
  })
  const active = { ...(user as Stored<Person>), status: 'active' } as const
  await town.write(update(People, user as Stored<Person>, { status: 'active' }))
  const asThem = (input: object) => town.requestAs(granted.personId, input)
  expect((await asThem({ ...newUser, email: 'ami@atelier-verrieres.example' })).status).toBe(201)
  await town.deliver()

  const things = { user: { ...active, version: 2 }, userAccess, dossier }
  const ended = await endAccess({
    actor: personOf('owner'),
    ...things,
    input: {},
    read: town.table.load,
    list: town.table.list,
    may: () => true,
    now: NOW,
  } as never)
  if (isProblem(ended)) throw new Error(ended.problem)
  expect(await town.table.commit(ended.writes ?? [])).toBe('done')
  for (const one of ended.events ?? []) await town.happens(one as never)
  await town.deliver()
  expect((await asThem({ ...newUser, email: 'autre@atelier-verrieres.example' })).status).toBe(404)
  expect(town.accesses().some(({ personId }) => personId === granted.personId)).toBe(false)
  expect(town.requests().map(({ state }) => state)).toEqual(['approved', 'closed'])
})

describe('P-12: a decision is on what was seen', () => {
  const changes: readonly [string, (town: Awaited<ReturnType<typeof asked>>) => Promise<unknown>][] = [
    ['who answers for the dossier', (town) => town.changeDossier({ clientGroupId: idOf(70) })],
    ['the modules', (town) => town.changeDossier({ modules: ['figures'] })],
    ['who joined it', (town) => town.request('Administrator of the dossier')],
    [
      'how long an access lasts',
      async (town) => town.table.put(create(Workspaces, { dossiersMet: false, accessDays: 1 })),
    ],
  ]
  test.each(changes)('%s changed meanwhile: it is shown again before anything is decided', async (_, change) => {
    const town = await asked()
    const token = town.linkOf('responsible')
    const version = hidden(await town.openDecision(token), 'version')
    await change(town)
    const answer = await town.decide(token, { ...approval, version })
    expect([answer.status, town.requests()[0]?.state]).toEqual([409, 'pending'])
    expect((await town.send(approval)).status).toBe(200)
  })
})

test('P-12: an approval that meets a withdrawal or a refusal gives way, whichever was written first', async () => {
  for (const other of ['withdraw', 'refuse'] as const) {
    const town = await asked()
    town.table.put(create(Workspaces, { dossiersMet: false }))
    const [mine, theirs] = [town.linkOf('responsible'), town.linkOf('responsible')]
    const version = hidden(await town.openDecision(mine), 'version')
    const narrower = () =>
      other === 'withdraw' ? town.withdraw(REQUESTER, town.requestId) : town.decide(theirs, { ...refusal, version })
    // The service turns both away where they meet; the narrower one alone is tried again.
    const meets = { times: 2 }
    const commit = town.table.commit
    town.world.table.commit = async (writes) => {
      const ends = writes.filter(({ record, op }) => record.name === 'access-request' && op === 'replace')
      if (ends.length === 0 || meets.times-- <= 0) return commit(writes)
      return { conflicts: ends }
    }
    const [approved, narrow] = await Promise.all([town.decide(mine, { ...approval, version }), narrower()])
    town.world.table.commit = commit
    expect([narrow.status, town.requests()[0]?.state]).toEqual([200, other === 'withdraw' ? 'withdrawn' : 'refused'])
    expect(approved.status).not.toBe(200)
    expect(town.accesses()).toHaveLength(3)
  }
})

describe('P-11: several dossiers in one asking', () => {
  const another = {
    ...dossier,
    dossierId: idOf(510),
    number: 8,
    ownerId: idOf(511),
    responsibleId: personOf('stranger').personId,
  }
  const town = () => {
    const made = asking()
    made.table.put(
      create(Dossiers, another),
      create(DossierAccesses, { ...accessOf(REQUESTER), dossierId: another.dossierId } as never),
    )
    return made
  }
  const both = { ...newUser, alsoDossierIds: [another.dossierId] }

  test('each gets its own request, asked of its own responsible', async () => {
    const made = town()
    const answer = told(await made.request(REQUESTER, both))
    expect([answer.dossierId, answer.also.map((one: { dossierId: string }) => one.dossierId)]).toEqual([
      dossierId,
      [another.dossierId],
    ])
    await made.deliver()
    expect(made.mails.map(({ to }) => to).toSorted()).toEqual(
      [personOf('responsible').personId, personOf('stranger').personId].toSorted(),
    )
    expect(told(await made.request(REQUESTER, both)).requestId).toBe(answer.requestId)
    expect(made.requests()).toHaveLength(2)
  })

  test('all or none: where one cannot be asked for, none is, and it is named', async () => {
    const made = town()
    const known = { ...personOf('Full Access elsewhere'), email: newUser.email, profile: newUser.profile }
    made.addPerson(known)
    made.table.put(
      create(DossierAccesses, {
        ...accessOf(REQUESTER),
        dossierId: another.dossierId,
        personId: known.personId,
      } as never),
    )
    const answer = await made.request(REQUESTER, both)
    expect(told(answer)).toMatchObject({ code: 'already-assigned', errors: [{ pointer: '#/alsoDossierIds/0' }] })
    expect(made.requests()).toEqual([])
  })

  test('C-06: for a dossier that one does not use nothing is asked, and it is as if there were none', async () => {
    const made = town()
    const { access } = await made.table.load({
      access: perhaps(DossierAccesses, { dossierId: another.dossierId, personId: personOf(REQUESTER).personId }),
    })
    await made.write(update(DossierAccesses, access as Stored<never>, { until: NOW } as never))
    expect((await made.request(REQUESTER, both)).status).toBe(404)
    expect((await made.request(REQUESTER, { ...newUser, alsoDossierIds: [idOf(599)] })).status).toBe(404)
    expect(made.requests()).toEqual([])
  })
})
