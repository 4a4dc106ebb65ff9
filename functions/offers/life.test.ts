import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dossier, faultsIn, GIVER, offered, offering, RECIPIENT } from '../../test/offering.ts'
import { told } from '../../test/town.ts'
import { personOf } from '../../test/world.ts'

const recipient = personOf(RECIPIENT).personId
const giver = personOf(GIVER).personId
type Town = Awaited<ReturnType<typeof offered>>
const kinds = (town: Pick<Town, 'mails'>) => town.mails.map(({ to, kind }) => [to, kind])

describe('offering', () => {
  test('D-11: the recipient is mailed a link of their own at once, and nothing has changed hands', async () => {
    const town = await offered()
    expect(kinds(town)).toEqual([[recipient, 'offer']])
    expect(town.linkOf(RECIPIENT)).toMatch(/^[\w-]{43}$/)
    expect(town.dossier()).toMatchObject({ ownerId: giver, responsibleId: giver, state: 'active' })
    expect([town.executionsWaiting(), faultsIn(town)]).toEqual([1, []])
  })

  test('D-09: a mail names a confidential dossier by its number alone', async () => {
    const town = offering()
    await town.changeDossier({ contents: { open: 0, confidential: 3 } })
    await town.offer()
    await town.deliver()
    expect(town.mails[0]?.data).toMatchObject({ dossier: String(dossier.number) })
  })
})

describe('waiting', () => {
  test('D-11: reminders go out after 3, 7 and 12 days and a day before the end, and then none', async () => {
    const town = await offered()
    const mailedAfter = async (days: number): Promise<number> => {
      await town.tick(days)
      return town.mails.length
    }
    const mailed: number[] = []
    for (const days of [2.9, 3, 3.1, 7, 12, 12.9, 13, 13.9]) mailed.push(await mailedAfter(days))
    expect(mailed).toEqual([1, 2, 2, 3, 4, 4, 5, 5])
    expect(
      new Set(
        kinds(town)
          .slice(1)
          .map(([, kind]) => kind),
      ),
    ).toEqual(new Set(['offer-reminder']))
  })

  test('D-11: after its time it has expired, both are told, and the dossier may be offered again', async () => {
    const town = await offered(undefined, { days: 5 })
    await town.tick(5)
    expect(town.offers()[0]).toMatchObject({ state: 'expired', outcome: { by: null, reason: null } })
    expect(kinds(town).slice(-2)).toEqual([
      [giver, 'offer-ended'],
      [recipient, 'offer-ended'],
    ])
    expect([town.followUps(), town.claims(), town.executionsWaiting(), faultsIn(town)]).toEqual([[], [], 0, []])
    expect((await town.offer()).status).toBe(201)
  })

  test('D-11: silence is never a yes: past its time an offer is accepted by nobody, even before any tick', async () => {
    const town = await offered()
    town.passDays(14)
    expect((await town.accept(RECIPIENT, town.offerId)).status).toBe(403)
    expect((await town.answer(town.linkOf(RECIPIENT), { decision: 'accept', version: '1' })).status).toBe(404)
    expect(town.dossier().ownerId).toBe(giver)
  })

  test('D-15: a lost execution is taken over by another, at the time of the tick', async () => {
    const town = await offered()
    town.loseExecutions()
    await town.tick(3)
    expect(town.mails.at(-1)).toMatchObject({ kind: 'offer-reminder' })
    town.loseExecutions()
    await town.accept(RECIPIENT, town.offerId)
    await town.deliver()
    expect(kinds(town).slice(-2)).toEqual([
      [giver, 'offer-ended'],
      [recipient, 'offer-ended'],
    ])
    expect(town.followUps()).toEqual([])
  })

  test('D-15: an execution that nobody wakes looks again by itself after a day', async () => {
    const town = await offered()
    town.passDays(3)
    await town.executions.timeOut()
    await town.deliver()
    expect(town.mails.at(-1)).toMatchObject({ kind: 'offer-reminder' })
  })

  test('D-11: a recipient who is deactivated is asked no more, and accepts nothing', async () => {
    const town = await offered()
    const token = town.linkOf(RECIPIENT)
    await town.change(RECIPIENT, { status: 'inactive' })
    expect((await town.accept(RECIPIENT, town.offerId)).status).toBe(404)
    expect((await town.openOffer(token)).status).toBe(404)
    await town.tick(3)
    expect(town.mails).toHaveLength(1)
    await town.tick(14)
    expect(town.offers()[0]).toMatchObject({ state: 'expired' })
    expect(kinds(town).slice(1)).toEqual([[giver, 'offer-ended']])
  })

  test('D-20: who was deactivated since, and is active again, takes over nothing of before', async () => {
    const town = await offered()
    await town.change(RECIPIENT, { reinstatedAt: '2026-03-03T09:00:00.000Z' })
    expect(told(await town.accept(RECIPIENT, town.offerId))).toMatchObject({ code: 'recipient-not-eligible' })
    expect((await town.refuse(RECIPIENT, town.offerId)).status).toBe(200)
  })

  test('D-11: who is no practitioner any more accepts nothing, and may still refuse', async () => {
    const town = await offered()
    await town.change(RECIPIENT, { roles: [] } as never)
    const { status, body } = await town.accept(RECIPIENT, town.offerId)
    expect([status, JSON.parse(body).code]).toEqual([409, 'recipient-not-eligible'])
    expect(town.offers()[0]).toMatchObject({ state: 'pending' })
    expect((await town.refuse(RECIPIENT, town.offerId)).status).toBe(200)
  })

  test('D-12: a giver who is deactivated: the offer goes to the coordinators, who may withdraw it, once told', async () => {
    const town = await offered()
    await town.change(GIVER, { status: 'inactive' })
    await town.executions.timeOut()
    await town.deliver()
    const coordinator = personOf('coordinator').personId
    expect(kinds(town).slice(1)).toEqual([[coordinator, 'offer-without-giver']])
    await town.executions.timeOut()
    await town.deliver()
    expect(town.mails).toHaveLength(2)
    expect((await town.withdraw('coordinator', town.offerId)).status).toBe(200)
    await town.deliver()
    expect(kinds(town).slice(2)).toEqual([[recipient, 'offer-ended']])
    expect(town.dossier().ownerId).toBe(giver)
  })
})

describe('ending', () => {
  test('D-11: accepted, the dossier is theirs, wholly, in the same moment; both are told', async () => {
    const town = await offered()
    const { status, body } = await town.accept(RECIPIENT, town.offerId)
    expect([status, JSON.parse(body)]).toMatchObject([200, { state: 'accepted', outcome: { by: recipient } }])
    expect(town.dossier()).toMatchObject({
      ownerId: recipient,
      responsibleId: recipient,
      ownerNamed: { by: recipient },
    })
    expect(faultsIn(town)).toEqual([])
    await town.deliver()
    expect(kinds(town).slice(1)).toEqual([
      [giver, 'offer-ended'],
      [recipient, 'offer-ended'],
    ])
    expect([town.followUps(), town.claims(), town.executionsWaiting()]).toEqual([[], [], 0])
  })

  test('D-15: every step can be read, with its moment, by both', async () => {
    const town = await offered()
    await town.tick(3)
    await town.accept(RECIPIENT, town.offerId)
    await town.deliver()
    for (const reader of [GIVER, RECIPIENT, 'coordinator'] as const) {
      const { timeline } = told(await town.read(reader, town.offerId))
      expect(timeline.map(({ step }: { step: string }) => step)).toEqual([
        'offered',
        'asked',
        'reminded',
        'accepted',
        'moved',
        'told',
      ])
    }
  })

  test('D-11: refused with a reason, the giver is told it, and all is as it was', async () => {
    const town = await offered()
    expect((await town.refuse(RECIPIENT, town.offerId, 'Pas de place.')).status).toBe(200)
    await town.deliver()
    expect(kinds(town).slice(1)).toEqual([[giver, 'offer-ended']])
    expect(town.mails.at(-1)?.data).toMatchObject({ outcome: 'refused', reason: 'Pas de place.' })
    expect([town.dossier().ownerId, town.dossier().responsibleId, faultsIn(town)]).toEqual([giver, giver, []])
  })

  test('D-11: withdrawn, its links are dead at once, and the recipient is told', async () => {
    const town = await offered()
    const token = town.linkOf(RECIPIENT)
    expect((await town.withdraw(GIVER, town.offerId)).status).toBe(200)
    expect((await town.openOffer(token)).status).toBe(404)
    await town.deliver()
    expect(kinds(town).slice(1)).toEqual([[recipient, 'offer-ended']])
    expect(town.executionsWaiting()).toBe(0)
  })

  test('D-14: two answers at once: one wins, the other gets a conflict', async () => {
    const town = await offered()
    const answers = await Promise.all([town.accept(RECIPIENT, town.offerId), town.refuse(RECIPIENT, town.offerId)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(faultsIn(town)).toEqual([])
  })
})

type Step =
  | { readonly does: 'accept' | 'refuse' | 'withdraw' | 'offer' | 'lose' | 'deliver' | 'time out' | 'answer by link' }
  | { readonly does: 'pass' | 'tick'; readonly days: number }
  | { readonly does: 'both'; readonly first: Choice; readonly second: Choice }
type Choice = 'accept' | 'refuse' | 'withdraw'

const choice = fc.constantFrom<Choice>('accept', 'refuse', 'withdraw')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constantFrom('accept', 'refuse', 'withdraw', 'offer', 'lose', 'deliver', 'time out', 'answer by link'),
  }),
  fc.record({ does: fc.constantFrom('pass', 'tick'), days: fc.constantFrom(1, 3, 7, 14, 20) }),
  fc.record({ does: fc.constant('both'), first: choice, second: choice }),
)

const take = async (town: Town, one: Step): Promise<void> => {
  const offerId = town.offers().at(-1)?.offerId ?? ''
  const choose = (what: Choice) =>
    what === 'withdraw'
      ? town.withdraw(GIVER, offerId)
      : what === 'accept'
        ? town.accept(RECIPIENT, offerId)
        : town.refuse(RECIPIENT, offerId)
  if (one.does === 'both') await Promise.all([choose(one.first), choose(one.second)])
  else if (one.does === 'pass') town.passDays(one.days)
  else if (one.does === 'tick') await town.tick(one.days)
  else if (one.does === 'offer') await town.offer()
  else if (one.does === 'lose') town.loseExecutions()
  else if (one.does === 'deliver') await town.deliver()
  else if (one.does === 'time out') await town.executions.timeOut()
  else if (one.does === 'answer by link')
    await town.answer(town.linkOf(RECIPIENT), { decision: 'accept', version: '1' })
  else await choose(one.does)
}

test('D-11: whatever happens in whatever order, an offer ends once, stays ended, and only an acceptance moves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const town = await offered()
      const ended = new Map<string, string>()
      for (const act of [...steps.map((one) => () => take(town, one)), town.deliver]) {
        await act()
        expect(faultsIn(town)).toEqual([])
        for (const offer of town.offers()) {
          const before = ended.get(offer.offerId)
          if (before !== undefined) expect(JSON.stringify(offer)).toBe(before)
          if (offer.state !== 'pending') ended.set(offer.offerId, JSON.stringify(offer))
        }
      }
      const ends = town.events().filter(({ type }) => type === 'offer-ended')
      expect(ends.map(({ data }) => (data as { offerId: string }).offerId).sort()).toEqual([...ended.keys()].sort())
      expect(town.executions.executions().filter(({ status }) => status === 'failed')).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('D-15: whatever was lost on the way, a tick past its end leaves no offer waiting and everybody told once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const town = await offered()
      for (const one of steps) await take(town, one)
      for (let tick = 0; tick < 3; tick++) await town.tick(90)
      expect(town.offers().filter(({ state }) => state === 'pending')).toEqual([])
      expect([town.followUps(), town.claims()]).toEqual([[], []])
      const tellings = town.events().filter(({ type }) => type === 'offer-told')
      expect(tellings).toHaveLength(town.offers().length)
    }),
    { numRuns: 40 },
  )
})
