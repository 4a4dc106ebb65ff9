import { expect, test } from 'vitest'
import { create } from '../../../shared/table/table.ts'
import { approving, DEPUTY, FIRST, OWNER, ruleInput, SECOND, settingsOf, THIRD } from '../../../test/approving.ts'
import { told } from '../../../test/town.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { Parties } from '../../processing/records.ts'

const id = (persona: Parameters<typeof personOf>[0]): string => personOf(persona).personId

test('P-07: several at once are all kept', async () => {
  const town = approving()
  const answers = await Promise.all([1, 2, 3].map((at) => town.addRule(OWNER, { ...ruleInput, name: `Rule ${at}` })))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(settingsOf(town)?.rules).toHaveLength(3)
})

test('P-07: are changed on the version that was seen, where one is named', async () => {
  const town = approving()
  await town.addRule(OWNER, ruleInput)
  await town.addRule(OWNER, ruleInput)
  const { status } = await town.addRule(OWNER, ruleInput, { ifMatch: '"1"' })
  expect([status, settingsOf(town)?.rules.length]).toEqual([412, 2])
})

test('P-07: are twenty at most', async () => {
  const town = approving()
  for (let at = 0; at < 20; at++) await town.addRule(OWNER, ruleInput)
  expect(told(await town.addRule(OWNER, ruleInput))).toMatchObject({ code: 'too-many-approval-rules' })
})

test('P-07: whoever approves is an active person who reaches the dossier; which of the others they are is not told', async () => {
  const town = approving()
  await town.change(DEPUTY, { status: 'inactive' })
  for (const [at, stranger] of [id('stranger'), id('guest'), id(DEPUTY), idOf(404)].entries()) {
    const approverIds = [id(FIRST), stranger]
    const answer = await town.addRule(OWNER, { ...ruleInput, approverIds })
    expect([at, told(answer)]).toMatchObject([
      at,
      { code: 'approver-not-eligible', errors: [{ pointer: '#/approverIds/1', detail: stranger }] },
    ])
  }
  const all = [OWNER, SECOND, THIRD, 'office member'] as const
  expect((await town.addRule(OWNER, { ...ruleInput, approverIds: all.map(id) })).status).toBe(201)
})

test('D-09: in a confidential dossier only those who read what is confidential can be named', async () => {
  const town = approving()
  await town.changeDossier({ confidential: true })
  expect(told(await town.addRule(OWNER, ruleInput))).toMatchObject({ code: 'approver-not-eligible', errors: [{}, {}] })
  expect((await town.addRule(OWNER, { ...ruleInput, approverIds: [id(OWNER)] })).status).toBe(201)
})

test('P-07: parties are those of the dossier', async () => {
  const town = approving()
  const { dossierId } = told(await town.rules(OWNER))
  const party = { dossierId, partyId: idOf(800), name: 'Papeterie', roles: ['supplier'], vatNumber: null, iban: null }
  await town.write(create(Parties as never, { ...party, createdAt: NOW, createdBy: id(OWNER) } as never))
  expect((await town.addRule(OWNER, { ...ruleInput, partyIds: [party.partyId] })).status).toBe(201)
  const answer = await town.addRule(OWNER, { ...ruleInput, partyIds: [party.partyId, idOf(801)] })
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
  expect(told(await approving().addRule(OWNER, { ...ruleInput, ...more }))).toMatchObject({ code: 'invalid-input' })
})
