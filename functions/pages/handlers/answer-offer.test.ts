import { describe, expect, test } from 'vitest'
import { faultsIn, GIVER, offered, RECIPIENT } from '../../../test/offering.ts'
import { hidden } from '../../../test/town.ts'
import { personOf } from '../../../test/world.ts'

const linked = async () => {
  const town = await offered()
  const token = town.linkOf(RECIPIENT)
  const version = hidden(await town.openOffer(token), 'version')
  return { ...town, token, version }
}
const acceptance = { decision: 'accept', reason: '' }
const refusal = { decision: 'refuse', reason: 'Je n’ai plus de place.' }

describe('an answer', () => {
  test('D-11: accepts, and the dossier is theirs, wholly', async () => {
    const town = await linked()
    const { status, body } = await town.answer(town.token, { ...acceptance, version: town.version }, { language: 'en' })
    expect([status, body.includes('The dossier is yours')]).toEqual([200, true])
    expect(town.offers()[0]).toMatchObject({ state: 'accepted', outcome: { by: personOf(RECIPIENT).personId } })
    expect(faultsIn(town)).toEqual([])
  })

  test('D-11: refuses with its reason, and nothing changes hands', async () => {
    const town = await linked()
    const before = town.dossier()
    expect((await town.answer(town.token, { ...refusal, version: town.version })).status).toBe(200)
    expect(town.offers()[0]).toMatchObject({ state: 'refused', outcome: { reason: refusal.reason } })
    expect([town.dossier(), faultsIn(town)]).toEqual([before, []])
  })

  test('D-14: a link serves once, whoever sends the form again, and however many at once', async () => {
    const town = await linked()
    const form = { ...acceptance, version: town.version }
    const answers = await Promise.all([1, 2, 3].map(() => town.answer(town.token, form)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect((await town.answer(town.token, form)).status).toBe(404)
    expect(faultsIn(town)).toEqual([])
  })

  test('B-07: it stands in the audit, by the door of links and under its rule, without the token', async () => {
    const town = await linked()
    await town.answer(town.token, { ...acceptance, version: town.version })
    const entries = town.table.everything().filter(({ recordName }) => recordName === 'audit-entry')
    expect(entries.find(({ action }) => action === 'offer.answer-by-link')).toMatchObject({
      door: 'link',
      actorId: personOf(RECIPIENT).personId,
      ruleId: 'offer.answer-by-link/recipient',
    })
    expect(JSON.stringify(entries)).not.toContain(town.token)
  })
})

describe('a form that answers nothing yet', () => {
  test.each([
    ['nothing chosen', {}, 422],
    ['an answer that there is not', { decision: 'approve' }, 422],
    ['a refusal without a reason', { decision: 'refuse', reason: ' \r\n ' }, 422],
    ['a reason that is too long', { decision: 'refuse', reason: 'x'.repeat(1001) }, 422],
    ['another version than was seen', { ...acceptance, version: '999' }, 409],
    ['no version', { ...acceptance, version: '' }, 409],
  ])('%s: the page comes again, and nothing has changed', async (_, form, status) => {
    const town = await linked()
    const before = town.table.everything()
    const answer = await town.answer(town.token, { version: town.version, ...form })
    expect([answer.status, answer.body.includes('<form')]).toEqual([status, true])
    expect(town.table.everything()).toEqual(before)
  })

  test('D-11: who is no practitioner at this moment is told so, and may refuse', async () => {
    const town = await linked()
    await town.change(RECIPIENT, { roles: [] } as never)
    const { status, body } = await town.answer(town.token, { ...acceptance, version: town.version }, { language: 'en' })
    expect([status, body.includes('Only an active practitioner')]).toEqual([409, true])
    expect((await town.answer(town.token, { ...refusal, version: town.version })).status).toBe(200)
  })

  test('what was typed is not lost', async () => {
    const town = await linked()
    const { body } = await town.answer(town.token, {
      reason: 'Une ligne,\net « une autre » <b>.',
      version: town.version,
    })
    expect(body).toContain('Une ligne,\net « une autre » &lt;b&gt;.')
  })
})

type Town = Awaited<ReturnType<typeof linked>>
const deaths: readonly [string, (town: Town) => Promise<unknown>][] = [
  ['withdrawn', (town) => town.withdraw(GIVER, town.offerId)],
  ['expired', (town) => town.tick(14)],
  ['no longer active', (town) => town.change(RECIPIENT, { status: 'inactive' })],
  ['a closed dossier', (town) => town.changeDossier({ state: 'closed' })],
  ['answered over the API', (town) => town.refuse(RECIPIENT, town.offerId)],
  ['used, to refuse', (town) => town.answer(town.token, { ...refusal, version: town.version })],
]

test.each(deaths)('D-11: a link that does not serve (%s) is answered like one that never was', async (_, die) => {
  const town = await linked()
  const nothing = await town.answer('A'.repeat(43), { ...acceptance, version: town.version })
  await die(town)
  const answer = await town.answer(town.token, { ...acceptance, version: town.version })
  expect(answer).toEqual(nothing)
  expect(answer.status).toBe(404)
  expect(town.dossier().ownerId).toBe(personOf(GIVER).personId)
})
