import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asking, newUser } from '../../test/asking.ts'
import { hidden } from '../../test/town.ts'
import { personOf } from '../../test/world.ts'
import { isWaiting } from './end-request.ts'

const REQUESTER = 'Administrator of the dossier'
const asked = async () => {
  const town = asking()
  const { requestId } = JSON.parse((await town.request(REQUESTER)).body)
  await town.deliver()
  return { ...town, requestId: requestId as string }
}
type Town = Awaited<ReturnType<typeof asked>>

const approve = async (town: Town, token = town.linkOf('responsible'), profile: string = newUser.profile) =>
  town.decide(token, { decision: 'approve', profile, version: hidden(await town.openDecision(token), 'version') })
const refuse = async (town: Town, token = town.linkOf('responsible')) =>
  town.decide(token, {
    decision: 'refuse',
    reason: 'Inès ne travaille plus ici.',
    version: hidden(await town.openDecision(token), 'version'),
  })

const question = async (town: Town, token = town.linkOf('responsible')) =>
  town.decide(token, {
    decision: 'ask',
    question: 'Depuis quand ?',
    version: hidden(await town.openDecision(token), 'version'),
  })

describe('asking', () => {
  test('P-11: whoever is responsible is mailed a link of their own, at once', async () => {
    const town = await asked()
    expect(town.mails).toMatchObject([
      { to: personOf('responsible').personId, kind: 'access-request', token: expect.stringMatching(/^[\w-]{43}$/) },
    ])
    expect(town.followUps()[0]).toMatchObject({ asks: 1, standIns: [] })
    expect(town.executionsWaiting()).toBe(1)
  })

  test('P-12: the responsible of the moment is asked, not the one of the day of the request', async () => {
    const town = await asked()
    await town.changeDossier({ responsibleId: personOf('stranger').personId })
    await town.tick(3)
    expect(town.mails.at(-1)).toMatchObject({ to: personOf('stranger').personId, kind: 'access-request' })
  })

  test('P-12: when the responsible has left, every active administrator is asked, and one of them decides', async () => {
    const town = asking()
    await town.change('responsible', { status: 'inactive' })
    await town.request(REQUESTER)
    await town.deliver()
    expect(town.mails.map(({ to }) => to)).toEqual([personOf('administrator').personId])
    const answer = await approve(town as Town, town.linkOf('administrator'))
    expect(answer.status).toBe(200)
    expect(town.requests()[0]).toMatchObject({ state: 'approved' })
  })

  test('P-12: with nobody to ask, somebody is looked for again the next day', async () => {
    const town = asking()
    await town.change('responsible', { status: 'inactive' })
    await town.change('administrator', { status: 'inactive' })
    await town.request(REQUESTER)
    await town.deliver()
    expect(town.mails).toEqual([])
    await town.change('administrator', { status: 'active' })
    await town.tick(1)
    expect(town.mails.map(({ to, kind }) => ({ to, kind }))).toEqual([
      { to: personOf('administrator').personId, kind: 'access-request' },
    ])
  })
})

describe('waiting', () => {
  test('P-12: reminders go out after three and after seven days', async () => {
    const town = await asked()
    const mailedAfter = async (days: number): Promise<number> => {
      await town.tick(days)
      return town.mails.length
    }
    expect(await mailedAfter(2.9)).toBe(1)
    expect(await mailedAfter(3)).toBe(2)
    expect(await mailedAfter(3.1)).toBe(2)
    expect(await mailedAfter(7)).toBe(3)
    expect(await mailedAfter(9.9)).toBe(3)
    expect(town.mails.slice(1).map(({ kind }) => kind)).toEqual(['access-request-reminder', 'access-request-reminder'])
  })

  test('P-12: whoever stays silent is reminded, then the administrators are asked as well, then it expires', async () => {
    const town = await asked()
    for (const days of [3, 7, 10]) await town.tick(days)
    expect(town.mails.slice(3).map(({ to, kind }) => ({ to, kind }))).toEqual([
      { to: personOf('responsible').personId, kind: 'access-request-reminder' },
      { to: personOf('administrator').personId, kind: 'access-request' },
    ])
    expect(await town.tick(13.9)).toBe(0)
    expect((await approve(town, town.linkOf('administrator'))).status).toBe(200)
  })

  test('P-12: after fourteen days it has expired, and the requester is told', async () => {
    const town = await asked()
    await town.tick(14)
    expect(town.requests()[0]).toMatchObject({ state: 'expired', outcome: { by: null, profile: null, reason: null } })
    expect(town.mails.at(-1)).toMatchObject({ to: personOf(REQUESTER).personId, kind: 'access-request-expired' })
    expect(town.accesses()).toHaveLength(3)
    expect([town.followUps(), town.claims(), town.executionsWaiting()]).toEqual([[], [], 0])
  })

  test('P-12: silence is never a yes: past its time a request cannot be approved, even before any tick', async () => {
    const town = await asked()
    const token = town.linkOf('responsible')
    const version = hidden(await town.openDecision(token), 'version')
    town.passDays(14)
    const answer = await town.decide(token, { decision: 'approve', profile: newUser.profile, version })
    expect(answer.status).toBe(404)
    expect(town.accesses()).toHaveLength(3)
  })

  test('a lost execution is taken over by another, at the time of the tick', async () => {
    const town = await asked()
    town.loseExecutions()
    expect(await town.tick(3)).toBe(1)
    expect(town.mails.at(-1)).toMatchObject({ kind: 'access-request-reminder' })
    expect(town.executionsWaiting()).toBe(1)
    town.loseExecutions()
    await town.tick(15)
    expect(town.requests()[0]).toMatchObject({ state: 'expired' })
  })

  test('an event that was never handed on is made up for by the clock', async () => {
    const town = asking()
    await town.request(REQUESTER)
    const { eventId } = town.events()[0] ?? {}
    expect(eventId).toBeDefined()
    // Only the tick's own work, without the event: it finds that nobody was asked yet.
    expect(await town.tick(1)).toBe(1)
    expect(town.mails.filter(({ kind }) => kind === 'access-request')).toHaveLength(1)
  })
})

describe('ending', () => {
  test('P-11: approving makes the new user, ends the request, and invites', async () => {
    const town = await asked()
    expect((await approve(town)).status).toBe(200)
    await town.deliver()
    const person = town.people().find(({ email }) => email === newUser.email)
    expect(person).toMatchObject({ status: 'invited', profile: newUser.profile, name: newUser.name })
    expect(town.accesses().find(({ personId }) => personId === person?.personId)).toMatchObject({
      grantedBy: personOf('responsible').personId,
      requestId: town.requestId,
    })
    expect(town.mails.slice(1).map(({ kind }) => kind)).toEqual(['access-request-approved', 'invitation'])
    expect([town.followUps(), town.claims(), town.executionsWaiting()]).toEqual([[], [], 0])
  })

  test('P-12: withdrawn by the requester, its links are dead at once', async () => {
    const town = await asked()
    const token = town.linkOf('responsible')
    expect((await town.withdraw(REQUESTER, town.requestId)).status).toBe(200)
    expect((await town.openDecision(token)).status).toBe(404)
    await town.deliver()
    expect(town.executionsWaiting()).toBe(0)
  })

  test('P-12: withdrawn and approved at the same moment, the narrower or the first holds, never both', async () => {
    const town = await asked()
    await Promise.all([approve(town), town.withdraw(REQUESTER, town.requestId)])
    const [{ state } = { state: 'none' }] = town.requests()
    expect(['approved', 'withdrawn']).toContain(state)
    expect(town.accesses()).toHaveLength(state === 'approved' ? 4 : 3)
  })
})

type Step =
  | {
      readonly does:
        | 'approve'
        | 'refuse'
        | 'question'
        | 'answer'
        | 'withdraw'
        | 'ask'
        | 'ask as another'
        | 'lose'
        | 'deliver'
        | 'open'
    }
  | { readonly does: 'pass' | 'tick'; readonly days: number }
  | { readonly does: 'both'; readonly first: Choice; readonly second: Choice }
type Choice = 'approve' | 'refuse' | 'withdraw' | 'question'

const choice = fc.constantFrom<Choice>('approve', 'refuse', 'withdraw', 'question')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constantFrom(
      'approve',
      'refuse',
      'question',
      'answer',
      'withdraw',
      'ask',
      'ask as another',
      'lose',
      'deliver',
      'open',
    ),
  }),
  fc.record({ does: fc.constantFrom('pass', 'tick'), days: fc.constantFrom(1, 3, 7, 14, 20) }),
  fc.record({ does: fc.constant('both'), first: choice, second: choice }),
)

const take = async (town: Town, one: Step): Promise<void> => {
  const choose = (what: Choice) =>
    what === 'withdraw'
      ? town.withdraw(REQUESTER, town.requests().at(-1)?.requestId ?? '')
      : what === 'approve'
        ? approve(town)
        : what === 'question'
          ? question(town)
          : refuse(town)
  if (one.does === 'both') await Promise.all([choose(one.first), choose(one.second)])
  else if (one.does === 'pass') town.passDays(one.days)
  else if (one.does === 'tick') await town.tick(one.days)
  else if (one.does === 'ask') await town.request(REQUESTER)
  else if (one.does === 'ask as another') await town.request('Full Access of the dossier')
  else if (one.does === 'lose') town.loseExecutions()
  else if (one.does === 'deliver') await town.deliver()
  else if (one.does === 'open') await town.openDecision(town.linkOf('responsible'))
  else if (one.does === 'answer') await town.answer(REQUESTER, town.requests().at(-1)?.requestId ?? '', 'Depuis lundi.')
  else await choose(one.does)
}

test('P-12: whatever happens in whatever order, a request ends once, stays ended, and only an approval gives access', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const town = await asked()
      const ended = new Map<string, string>()
      for (const act of [...steps.map((one) => () => take(town, one)), town.deliver]) {
        await act()
        for (const request of town.requests()) {
          const before = ended.get(request.requestId)
          if (before !== undefined) expect(JSON.stringify(request)).toBe(before)
          if (!isWaiting(request.state)) ended.set(request.requestId, JSON.stringify(request))
        }
        expect(town.requests().filter(({ state }) => isWaiting(state)).length).toBeLessThanOrEqual(1)
      }
      const ends = town.events().filter(({ type }) => type === 'access-request-ended')
      expect(ends.map(({ data }) => (data as { requestId: string }).requestId).sort()).toEqual([...ended.keys()].sort())
      const approved = town.requests().filter(({ state }) => state === 'approved')
      const given = town.accesses().filter(({ requestId }) => requestId !== null)
      expect(given.map(({ requestId }) => requestId)).toEqual(approved.map(({ requestId }) => requestId))
      const questions = town.requests().flatMap((request) => request.questions ?? [])
      const decided = town.requests().filter(({ outcome, state }) => outcome?.by && state !== 'withdrawn')
      expect(town.links().filter(({ usedAt }) => usedAt !== undefined)).toHaveLength(decided.length + questions.length)
      const pending = town.requests().filter(({ state }) => isWaiting(state))
      expect(town.claims().map(({ requestId }) => requestId)).toEqual(pending.map(({ requestId }) => requestId))
      expect(town.followUps().map(({ requestId }) => requestId)).toEqual(pending.map(({ requestId }) => requestId))
    }),
    { numRuns: 60 },
  )
})

test('P-12: whatever was lost on the way, a tick past its end leaves no request waiting', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const town = await asked()
      for (const one of steps) await take(town, one)
      await town.tick(30)
      await town.tick(30)
      expect(town.requests().filter(({ state }) => isWaiting(state))).toEqual([])
      expect([town.followUps(), town.claims()]).toEqual([[], []])
    }),
    { numRuns: 40 },
  )
})
