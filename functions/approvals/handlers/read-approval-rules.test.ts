import { expect, test } from 'vitest'
import {
  AUTHOR,
  approving,
  FIRST,
  OWNER,
  ruleIdsOf,
  ruleInput,
  SECOND,
  settingsOf,
  THIRD,
} from '../../../test/approving.ts'
import { told } from '../../../test/town.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'

const id = (persona: Parameters<typeof personOf>[0]): string => personOf(persona).personId

test('P-07: are added, listed with the names of whoever approves, changed, ordered and removed; each change counts', async () => {
  const town = approving()
  expect(told(await town.rules(FIRST))).toMatchObject({ rulesVersion: 0, rules: [] })
  const first = await town.addRule(FIRST, ruleInput)
  expect([first.status, told(first)]).toMatchObject([
    201,
    {
      rulesVersion: 1,
      rules: [
        { name: ruleInput.name, partyIds: null, approvers: [{ name: personOf(FIRST).name }, { personId: id(THIRD) }] },
      ],
    },
  ])
  await town.addRule(OWNER, { name: 'Else', approverIds: [id(SECOND)], mode: 'any' })
  const [one, two] = ruleIdsOf(await town.rules(OWNER)) as [string, string]
  expect(ruleIdsOf(await town.orderRules(OWNER, { ruleIds: [two, one] }))).toEqual([two, one])
  const changed = await town.changeRule(OWNER, one, { ...ruleInput, mode: 'all', kinds: undefined })
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

test('P-04: are seen and set by an Administrator, the owner and the office, and by nobody else', async () => {
  const town = approving()
  for (const who of [AUTHOR, SECOND, THIRD] as const) expect((await town.addRule(who, ruleInput)).status).toBe(403)
  expect([(await town.rules(THIRD)).status, (await town.rules(AUTHOR)).status]).toEqual([200, 403])
  expect((await town.rules('stranger')).status).toBe(404)
  const ruleId = ruleIdsOf(await town.addRule('office member', ruleInput))[0] ?? ''
  expect([
    (await town.changeRule(THIRD, ruleId, ruleInput)).status,
    (await town.removeRule(THIRD, ruleId)).status,
  ]).toEqual([403, 403])
  expect([
    (await town.changeRule(OWNER, idOf(404), ruleInput)).status,
    (await town.removeRule(OWNER, idOf(404))).status,
  ]).toEqual([404, 404])
})
