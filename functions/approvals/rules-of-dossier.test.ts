// Through the whole line in memory: parse, load, decide by the rules, commit.
import { describe, expect, test } from 'vitest'
import { create } from '../../shared/table/table.ts'
import { AUTHOR, approving, DEPUTY, FIRST, OWNER, SECOND, THIRD } from '../../test/approving.ts'
import { told } from '../../test/town.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { type PortalSettings, PortalSettingsOf } from '../portal/records.ts'
import { Parties } from '../processing/records.ts'

const id = (persona: Parameters<typeof personOf>[0]): string => personOf(persona).personId
const rule = {
  name: 'Purchases of 1,000 € or more',
  kinds: ['purchase'],
  atLeast: { minor: 100_000, currency: 'EUR' },
  approverIds: [id(FIRST), id(THIRD)],
  mode: 'in-order',
}
const settingsOf = (town: ReturnType<typeof approving>) => town.all<PortalSettings>(PortalSettingsOf)[0]
const ruleIdsOf = (answer: Parameters<typeof told>[0]): string[] =>
  told(answer).rules.map(({ ruleId }: { ruleId: string }) => ruleId)

describe('the approval rules of a dossier', () => {
  test('P-07: are added, listed with the names of whoever approves, changed, ordered and removed; each change counts', async () => {
    const town = approving()
    expect(told(await town.rules(FIRST))).toMatchObject({ rulesVersion: 0, rules: [] })
    const first = await town.addRule(FIRST, rule)
    expect([first.status, told(first)]).toMatchObject([
      201,
      {
        rulesVersion: 1,
        rules: [
          { name: rule.name, partyIds: null, approvers: [{ name: personOf(FIRST).name }, { personId: id(THIRD) }] },
        ],
      },
    ])
    await town.addRule(OWNER, { name: 'Else', approverIds: [id(SECOND)], mode: 'any' })
    const [one, two] = ruleIdsOf(await town.rules(OWNER)) as [string, string]
    expect(ruleIdsOf(await town.orderRules(OWNER, { ruleIds: [two, one] }))).toEqual([two, one])
    const changed = await town.changeRule(OWNER, one, { ...rule, mode: 'all', kinds: undefined })
    expect(told(changed)).toMatchObject({
      rulesVersion: 4,
      rules: [{ ruleId: two }, { ruleId: one, kinds: null, mode: 'all' }],
    })
    expect((await town.removeRule(OWNER, two)).status).toBe(204)
    expect(told(await town.rules(OWNER))).toMatchObject({ rulesVersion: 5, rules: [{ ruleId: one }] })
    expect(settingsOf(town)).toMatchObject({
      transmission: 'off',
      rulesVersion: 5,
      changedBy: id(OWNER),
      changedAt: NOW,
    })
  })

  test('P-08: keep what is set of automatic transmission', async () => {
    const town = approving()
    await town.addRule(OWNER, rule)
    const before = settingsOf(town)
    await town.write({
      op: 'replace',
      record: PortalSettingsOf,
      before: before as never,
      item: { ...before, transmission: 'all' },
    })
    await town.addRule(OWNER, rule)
    expect(settingsOf(town)).toMatchObject({ transmission: 'all', rulesVersion: 2 })
  })

  test('P-07: several at once are all kept', async () => {
    const town = approving()
    const answers = await Promise.all([1, 2, 3].map((at) => town.addRule(OWNER, { ...rule, name: `Rule ${at}` })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(settingsOf(town)?.rules).toHaveLength(3)
  })

  test('P-07: are changed on the version that was seen, where one is named', async () => {
    const town = approving()
    await town.addRule(OWNER, rule)
    await town.addRule(OWNER, rule)
    const { status } = await town.addRule(OWNER, rule, { ifMatch: '"1"' })
    expect([status, settingsOf(town)?.rules.length]).toEqual([412, 2])
  })

  test('P-07: are twenty at most', async () => {
    const town = approving()
    for (let at = 0; at < 20; at++) await town.addRule(OWNER, rule)
    expect(told(await town.addRule(OWNER, rule))).toMatchObject({ code: 'too-many-approval-rules' })
  })

  test('P-07: whoever approves is an active person who reaches the dossier; which of the others they are is not told', async () => {
    const town = approving()
    await town.change(DEPUTY, { status: 'inactive' })
    for (const [at, stranger] of [id('stranger'), id('guest'), id(DEPUTY), idOf(404)].entries()) {
      const approverIds = [id(FIRST), stranger]
      const answer = await town.addRule(OWNER, { ...rule, approverIds })
      expect([at, told(answer)]).toMatchObject([
        at,
        { code: 'approver-not-eligible', errors: [{ pointer: '#/approverIds/1', detail: stranger }] },
      ])
    }
    const all = [OWNER, SECOND, THIRD, 'office member'] as const
    expect((await town.addRule(OWNER, { ...rule, approverIds: all.map(id) })).status).toBe(201)
  })

  test('D-09: in a confidential dossier only those who read what is confidential can be named', async () => {
    const town = approving()
    await town.changeDossier({ confidential: true })
    expect(told(await town.addRule(OWNER, rule))).toMatchObject({ code: 'approver-not-eligible', errors: [{}, {}] })
    expect((await town.addRule(OWNER, { ...rule, approverIds: [id(OWNER)] })).status).toBe(201)
  })

  test('P-07: parties are those of the dossier', async () => {
    const town = approving()
    const { dossierId } = told(await town.rules(OWNER))
    const party = { dossierId, partyId: idOf(800), name: 'Papeterie', roles: ['supplier'], vatNumber: null, iban: null }
    await town.write(create(Parties as never, { ...party, createdAt: NOW, createdBy: id(OWNER) } as never))
    expect((await town.addRule(OWNER, { ...rule, partyIds: [party.partyId] })).status).toBe(201)
    const answer = await town.addRule(OWNER, { ...rule, partyIds: [party.partyId, idOf(801)] })
    expect(told(answer)).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '#/partyIds/1' }] })
  })

  test.each<[string, object]>([
    ['no approver', { approverIds: [] }],
    ['an approver twice', { approverIds: [id(FIRST), id(FIRST)] }],
    ['more than ten', { approverIds: Array.from({ length: 11 }, (_, at) => idOf(at + 1)) }],
    ['no kind', { kinds: [] }],
    ['a kind that there is not', { kinds: ['salary'] }],
    ['an amount without its currency', { atLeast: { minor: 1 } }],
    ['an amount in cents of a cent', { atLeast: { minor: 1.5, currency: 'EUR' } }],
    ['a currency that there is not', { atLeast: { minor: 1, currency: 'XXQ' } }],
    ['a name of two lines', { name: 'One\ntwo' }],
    ['a field that is not ours', { rulesVersion: 7 }],
  ])('P-07: with %s there is none', async (_, more) => {
    expect(told(await approving().addRule(OWNER, { ...rule, ...more }))).toMatchObject({ code: 'invalid-input' })
  })

  test('P-07: the order names every rule once, and nothing else', async () => {
    const town = approving()
    await town.addRule(OWNER, rule)
    const [one] = ruleIdsOf(await town.addRule(OWNER, rule)) as [string]
    for (const ruleIds of [[one], [one, one], [one, idOf(404)], []])
      expect(told(await town.orderRules(OWNER, { ruleIds }))).toMatchObject({ code: 'invalid-input' })
  })

  test('P-04: are seen and set by an Administrator, the owner and the office, and by nobody else', async () => {
    const town = approving()
    for (const who of [AUTHOR, SECOND, THIRD] as const) expect((await town.addRule(who, rule)).status).toBe(403)
    expect([(await town.rules(THIRD)).status, (await town.rules(AUTHOR)).status]).toEqual([200, 403])
    expect((await town.rules('stranger')).status).toBe(404)
    const ruleId = ruleIdsOf(await town.addRule('office member', rule))[0] ?? ''
    expect([
      (await town.changeRule(THIRD, ruleId, rule)).status,
      (await town.removeRule(THIRD, ruleId)).status,
    ]).toEqual([403, 403])
    expect([
      (await town.changeRule(OWNER, idOf(404), rule)).status,
      (await town.removeRule(OWNER, idOf(404))).status,
    ]).toEqual([404, 404])
  })
})
