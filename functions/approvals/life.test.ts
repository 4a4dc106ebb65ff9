import { describe, expect, test } from 'vitest'
import {
  type Approving,
  AUTHOR,
  approving,
  FIRST,
  faultsIn,
  OWNER,
  ruleOf,
  SECOND,
  submitted,
  THIRD,
} from '../../test/approving.ts'
import { told } from '../../test/town.ts'
import { personOf } from '../../test/world.ts'

const id = (persona: Parameters<typeof personOf>[0]): string => personOf(persona).personId
const mailed = ({ mails }: Pick<Approving, 'mails'>) => mails.map(({ to, kind }) => [to, kind])

describe('in order', () => {
  test('P-07: one is asked after the other, each by a link of their own; the last approval ends it', async () => {
    const town = await submitted([FIRST, THIRD])
    expect(mailed(town)).toEqual([[id(FIRST), 'approval']])
    expect(town.linkOf(FIRST)).toMatch(/^[\w-]{43}$/)
    expect(told(await town.answer(THIRD, 'approved'))).toMatchObject({ code: 'not-your-turn' })
    expect((await town.answer(FIRST, 'approved')).status).toBe(200)
    expect([town.document().state, faultsIn(town)]).toEqual(['to-approve', []])
    town.passDays(0.01)
    await town.deliver()
    expect(mailed(town).slice(1)).toEqual([[id(THIRD), 'approval']])
    expect((await town.answer(THIRD, 'approved')).status).toBe(200)
    await town.deliver()
    expect(town.document()).toMatchObject({ state: 'approved', approvers: [] })
    expect(mailed(town).slice(2)).toEqual([[id(AUTHOR), 'approval-ended']])
    expect([town.awaited(), town.followUps(), town.executionsWaiting(), faultsIn(town)]).toEqual([[], [], 0, []])
    expect(await town.timeline()).toEqual(['begun', 'asked', 'approved', 'asked', 'approved'])
  })

  test('P-07: whoever left is skipped at once, which the timeline says', async () => {
    const town = await submitted([FIRST, THIRD])
    await town.endAccess(FIRST)
    await town.lookAgain()
    expect(mailed(town).at(-1)).toEqual([id(THIRD), 'approval'])
    expect(await town.timeline()).toEqual(['begun', 'asked', 'skipped', 'asked'])
    expect((await town.answer(THIRD, 'approved')).status).toBe(200)
    expect(town.document().state).toBe('approved')
  })

  test('P-07: a rejection ends it with its reason, which whoever submitted it is told', async () => {
    const town = await submitted([FIRST, THIRD])
    expect((await town.answer(FIRST, 'rejected')).status).toBe(200)
    await town.deliver()
    expect(town.document()).toMatchObject({ state: 'rejected', approvers: [] })
    expect(town.mails.at(-1)).toMatchObject({
      to: id(AUTHOR),
      data: { outcome: 'rejected', reason: 'Le montant est faux.' },
    })
    expect([town.awaited(), town.followUps(), faultsIn(town)]).toEqual([[], [], []])
    expect(town.events().some(({ type }) => type === 'document-ready')).toBe(false)
  })
})

describe('any and all', () => {
  test('P-07: of any one is enough, and the others are asked no more', async () => {
    const town = await submitted([FIRST, SECOND, THIRD], 'any')
    expect(mailed(town)).toHaveLength(3)
    await town.answer(SECOND, 'approved')
    await town.deliver()
    expect(town.document().state).toBe('approved')
    expect((await town.open(town.linkOf(FIRST))).status).toBe(404)
    expect((await town.answer(FIRST, 'approved')).status).toBe(403)
    expect(town.events().filter(({ type }) => type === 'document-ready')).toHaveLength(1)
  })

  test('P-07: all are needed, once each, in whatever order', async () => {
    const town = await submitted([FIRST, THIRD], 'all')
    await town.answer(THIRD, 'approved')
    expect((await town.answer(THIRD, 'approved')).status).toBe(403)
    expect(town.document().state).toBe('to-approve')
    await town.answer(FIRST, 'approved')
    expect([town.document().state, faultsIn(town)]).toEqual(['approved', []])
  })

  test('P-07: of an approval and a rejection at once none is lost, and one is not approved that was rejected', async () => {
    for (const mode of ['any', 'all'] as const) {
      const town = await submitted([FIRST, THIRD], mode)
      const [approved, rejected] = await Promise.all([town.answer(FIRST, 'approved'), town.answer(THIRD, 'rejected')])
      expect(faultsIn(town)).toEqual([])
      if (rejected.status === 200) expect(town.document().state).toBe('rejected')
      else expect([mode, approved.status, town.document().state]).toEqual(['any', 200, 'approved'])
    }
  })

  test('P-07: a rejection counts also where an approval came between reading and rejecting: the narrower wins', async () => {
    const town = await submitted([FIRST, THIRD], 'all')
    const { version } = town.document()
    await town.answer(FIRST, 'approved')
    expect(told(await town.answer(THIRD, 'approved', { version }))).toMatchObject({ code: 'precondition-failed' })
    expect((await town.answer(THIRD, 'rejected', { version })).status).toBe(200)
    expect(town.document().state).toBe('rejected')
  })

  test('P-12: of an approval and a withdrawal at once one is done, and the other finds that it was', async () => {
    const town = await submitted([FIRST])
    const [approved, withdrawn] = await Promise.all([town.answer(FIRST, 'approved'), town.withdraw(AUTHOR)])
    await town.deliver()
    const ended = [approved.status === 200, withdrawn.status === 200]
    expect([ended.filter(Boolean).length, faultsIn(town)]).toEqual([1, []])
    expect(town.document().state).toBe(ended[0] ? 'approved' : 'in-process')
    expect([town.followUps(), town.executionsWaiting()]).toEqual([[], 0])
  })

  test('P-07: the same verdict sent again under its key is answered as before, and counts once', async () => {
    const town = await submitted([FIRST, THIRD], 'all')
    const { version } = town.document()
    const asked = { idempotencyKey: 'once' }
    const answers = [
      await town.answer(FIRST, 'approved', { version }, asked),
      await town.answer(FIRST, 'approved', { version }, asked),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(town.document().approval?.verdicts).toHaveLength(1)
  })
})

describe('waiting', () => {
  test('P-07: reminders go out after 2 and 5 days and then weekly; after 10 days the owner is told; it never ends by time', async () => {
    const town = await submitted([FIRST])
    const kinds: string[][] = []
    for (const days of [1.9, 2, 4.9, 5, 9.9, 10, 12, 19, 26, 400]) {
      const before = town.mails.length
      await town.tick(days)
      kinds.push(town.mails.slice(before).map(({ kind }) => kind))
    }
    const reminded = ['approval-reminder']
    expect(kinds).toEqual([[], reminded, [], reminded, [], ['approval-waits'], reminded, reminded, reminded, reminded])
    expect(town.mails.find(({ kind }) => kind === 'approval-waits')).toMatchObject({ to: id(OWNER) })
    expect([town.document().state, town.executionsWaiting(), faultsIn(town)]).toEqual(['to-approve', 1, []])
  })

  test('P-07: a link of a reminder is a new one, and serves for fourteen days', async () => {
    const town = await submitted([FIRST])
    const first = town.linkOf(FIRST)
    town.passDays(13)
    await town.tick()
    expect(town.linkOf(FIRST)).not.toBe(first)
    town.passDays(1.5)
    expect([(await town.open(first)).status, (await town.open(town.linkOf(FIRST))).status]).toEqual([404, 200])
  })

  test('P-07: a lost execution is taken over by another at the next tick', async () => {
    const town = await submitted([FIRST, THIRD])
    town.loseExecutions()
    await town.tick(2)
    expect(mailed(town).at(-1)).toEqual([id(FIRST), 'approval-reminder'])
    town.loseExecutions()
    await town.answer(FIRST, 'approved')
    await town.deliver()
    expect(mailed(town).at(-1)).toEqual([id(THIRD), 'approval'])
  })

  test('P-07: what changed while nobody was woken is seen by a tick, and is looked at once', async () => {
    const town = await submitted([FIRST, THIRD], 'all')
    await town.answer(FIRST, 'approved')
    await town.deliver()
    expect([mailed(town).length, town.executionsWaiting()]).toEqual([2, 1])
    expect(await town.tick(0.1)).toBe(0)
  })

  test('P-07: where nobody is left, whoever may set the rules is told at once, and reminded; never silence', async () => {
    const town = await submitted([THIRD])
    await town.change(THIRD, { status: 'inactive' })
    await town.lookAgain()
    const keepers = [
      [id(OWNER), 'approval-waits'],
      [id(FIRST), 'approval-waits'],
    ]
    expect(mailed(town).slice(1).toSorted()).toEqual(keepers.toSorted())
    expect(town.mails.at(-1)?.data).toMatchObject({ nobodyLeft: true })
    await town.lookAgain()
    expect(town.mails).toHaveLength(3)
    await town.tick(2)
    expect(town.mails).toHaveLength(5)
    expect(await town.waitsFor()).toEqual([])
    await town.change(THIRD, { status: 'active' })
    expect((await town.answer(THIRD, 'approved')).status).toBe(200)
  })

  test('P-07: with the owner and every Administrator gone, the office is told', async () => {
    const town = await submitted([THIRD])
    for (const gone of [THIRD, OWNER, FIRST] as const) await town.change(gone, { status: 'inactive' })
    await town.lookAgain()
    expect(mailed(town).slice(1)).toEqual([[id('office member'), 'approval-waits']])
  })

  test('P-07: who is deactivated is left at once by what waits for them, told by the event', async () => {
    const town = await submitted([THIRD, FIRST])
    await town.change(THIRD, { status: 'inactive' })
    await town.write({
      op: 'create',
      record: (await import('../../shared/events.ts')).Outbox,
      item: { eventId: 'zzz', at: '2026-03-02T09:00:00.000Z', type: 'person-changed', data: { personId: id(THIRD) } },
    })
    await town.deliver()
    expect(mailed(town).at(-1)).toEqual([id(FIRST), 'approval'])
  })

  test('D-09: once the dossier is confidential, a client user is skipped and the owner goes on', async () => {
    const town = await submitted([FIRST, OWNER])
    await town.changeDossier({ confidential: true })
    await town.lookAgain()
    expect(mailed(town).at(-1)).toEqual([id(OWNER), 'approval'])
    expect(town.mails.at(-1)?.data).toMatchObject({ document: null, link: null, dossier: '7' })
    expect((await town.answer(FIRST, 'approved')).status).toBe(404)
    expect((await town.answer(OWNER, 'approved')).status).toBe(200)
  })

  test('P-07: withdrawn, its links are dead and its workflow ends; submitted again it has new ones', async () => {
    const town = await submitted([FIRST])
    const token = town.linkOf(FIRST)
    expect((await town.withdraw(AUTHOR)).status).toBe(200)
    await town.deliver()
    expect([(await town.open(token)).status, town.followUps(), faultsIn(town)]).toEqual([404, [], []])
    expect(await town.timeline()).toEqual(['begun', 'asked', 'withdrawn'])
    await town.submit(ruleOf([FIRST]))
    await town.deliver()
    expect([(await town.open(token)).status, (await town.open(town.linkOf(FIRST))).status]).toEqual([404, 200])
  })
})

test('P-07: nobody approves what they put in themself, whatever rule names them', async () => {
  const town = await submitted([AUTHOR, THIRD], 'any')
  expect(mailed(town)).toEqual([[id(THIRD), 'approval']])
  expect(told(await town.answer(AUTHOR, 'approved'))).toMatchObject({ rule: 'document.approve/never-own' })
})

test('P-07: a change of rules changes nothing of what waits already', async () => {
  const town = await submitted([FIRST])
  const { rules } = told(await town.addRule(OWNER, { name: 'All', approverIds: [id(THIRD)], mode: 'any' }))
  await town.removeRule(OWNER, rules[0].ruleId)
  expect((await town.answer(FIRST, 'approved')).status).toBe(200)
  expect(approving().document().state).toBe('received')
})
