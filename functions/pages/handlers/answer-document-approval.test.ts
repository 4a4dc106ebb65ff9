import { describe, expect, test } from 'vitest'
import { type Approving, AUTHOR, DEPUTY, FIRST, faultsIn, submitted, THIRD } from '../../../test/approving.ts'
import { hidden } from '../../../test/town.ts'
import { personOf } from '../../../test/world.ts'

const linked = async (...asked: Parameters<typeof submitted>) => {
  const town = await submitted(...asked)
  const token = town.linkOf(FIRST)
  return { ...town, token, version: token === '' ? '' : hidden(await town.open(token), 'version') }
}
const approval = { decision: 'approve', reason: '' }
const rejection = { decision: 'refuse', reason: 'Le montant est faux.' }

describe('an answer', () => {
  test('P-07: approves, and the next is asked; the link has served', async () => {
    const town = await linked([FIRST, THIRD])
    const { status, body } = await town.send(town.token, { ...approval, version: town.version }, { language: 'en' })
    expect([status, body.includes('Document approved')]).toEqual([200, true])
    await town.deliver()
    expect(town.mails.at(-1)).toMatchObject({ to: personOf(THIRD).personId, kind: 'approval' })
    expect((await town.open(town.token)).status).toBe(404)
  })

  test('P-07: rejects with its reason', async () => {
    const town = await linked([FIRST, THIRD])
    expect((await town.send(town.token, { ...rejection, version: town.version })).status).toBe(200)
    expect(town.document()).toMatchObject({ state: 'rejected', approval: { verdicts: [{ reason: rejection.reason }] } })
  })

  test('P-07: a link serves once, whoever sends the form again, and however many at once', async () => {
    const town = await linked([FIRST, THIRD], 'all')
    const form = { ...approval, version: town.version }
    const answers = await Promise.all([1, 2, 3].map(() => town.send(town.token, form)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect([town.document().approval?.verdicts.length, faultsIn(town)]).toEqual([1, []])
  })

  test('B-11: a deputy answers by a link of their own in the place of whoever is absent', async () => {
    const town = await submitted([FIRST], 'in-order', (it) => it.leave(FIRST, DEPUTY))
    const token = town.linkOf(DEPUTY)
    const page = await town.open(token)
    expect(page.body).toContain(personOf(FIRST).name)
    expect((await town.send(token, { ...approval, version: hidden(page, 'version') })).status).toBe(200)
    expect(town.document().approval?.verdicts[0]).toMatchObject({
      personId: personOf(DEPUTY).personId,
      onBehalfOf: personOf(FIRST).personId,
    })
  })

  test('B-07: it stands in the audit, by the door of links and under its rule, without the token', async () => {
    const town = await linked([FIRST])
    await town.send(town.token, { ...approval, version: town.version })
    const entries = town.table.everything().filter(({ recordName }) => recordName === 'audit-entry')
    expect(entries.find(({ action }) => action === 'document.approve-by-link')).toMatchObject({
      door: 'link',
      actorId: personOf(FIRST).personId,
      ruleId: 'document.approve-by-link/client-user',
    })
    expect(JSON.stringify(entries)).not.toContain(town.token)
  })
})

describe('a form that answers nothing yet', () => {
  test.each([
    ['nothing chosen', {}, 422],
    ['an answer that there is not', { decision: 'accept' }, 422],
    ['a rejection without a reason', { decision: 'refuse', reason: ' \r\n ' }, 422],
    ['a reason that is too long', { decision: 'refuse', reason: 'x'.repeat(1001) }, 422],
    ['another version than was seen', { ...approval, version: '999' }, 409],
    ['no version', { ...approval, version: '' }, 409],
  ])('%s: the page comes again, and nothing has changed', async (_, form, status) => {
    const town = await linked([FIRST])
    const before = town.table.everything()
    const answer = await town.send(town.token, { version: town.version, ...form })
    expect([answer.status, answer.body.includes('<form')]).toEqual([status, true])
    expect(town.table.everything()).toEqual(before)
  })

  test('P-07: where somebody before is back, it is not their turn: the page says so, and the link still serves', async () => {
    const town = await submitted([THIRD, FIRST], 'in-order', (it) => it.change(THIRD, { status: 'inactive' }))
    const token = town.linkOf(FIRST)
    const form = { ...approval, version: hidden(await town.open(token), 'version') }
    await town.change(THIRD, { status: 'active' })
    const { status, body } = await town.send(token, form, { language: 'en' })
    expect([status, body.includes('not your turn')]).toEqual([409, true])
    await town.change(THIRD, { status: 'inactive' })
    expect((await town.send(token, form)).status).toBe(200)
  })
})

type Town = Awaited<ReturnType<typeof linked>>
const deaths: readonly [string, (town: Town) => Promise<unknown>][] = [
  ['withdrawn', (town) => town.withdraw(AUTHOR)],
  ['expired', async (town) => town.passDays(14)],
  ['no longer active', (town) => town.change(FIRST, { status: 'inactive' })],
  ['no longer a user of the dossier', (town) => town.endAccess(FIRST)],
  ['a closed dossier', (town) => town.changeDossier({ state: 'closed' })],
  ['answered over the API', (town) => town.answer(FIRST, 'approved')],
  ['ended by another', (town) => town.answer(THIRD, 'rejected')],
  ['used, to reject', (town) => town.send(town.token, { ...rejection, version: town.version })],
]

test.each(deaths)('P-07: a link that does not serve (%s) is answered like one that never was', async (_, die) => {
  const town = await linked([FIRST, THIRD], 'all')
  const nothing = await (town as Approving).send('A'.repeat(43), { ...approval, version: town.version })
  await die(town)
  const { state } = town.document()
  const answer = await town.send(town.token, { ...approval, version: String(town.document().version) })
  expect(answer).toEqual(nothing)
  expect([answer.status, town.document().state]).toEqual([404, state])
})
