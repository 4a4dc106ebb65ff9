import { expect, test } from 'vitest'
import { approving, OWNER, ruleIdsOf, ruleInput, settingsOf } from '../../../test/approving.ts'
import { told } from '../../../test/town.ts'
import { idOf } from '../../../test/world.ts'
import { PortalSettingsOf } from '../../portal/records.ts'

test('P-08: keep what is set of automatic transmission', async () => {
  const town = approving()
  await town.addRule(OWNER, ruleInput)
  const before = settingsOf(town)
  await town.write({
    op: 'replace',
    record: PortalSettingsOf,
    before: before as never,
    item: { ...before, transmission: 'all' },
  })
  await town.addRule(OWNER, ruleInput)
  expect(settingsOf(town)).toMatchObject({ transmission: 'all', rulesVersion: 2 })
})

test('P-07: a ruleInput is changed whole, and stays in its place', async () => {
  const town = approving()
  await town.addRule(OWNER, ruleInput)
  const [one, two] = ruleIdsOf(await town.addRule(OWNER, ruleInput)) as [string, string]
  const { atLeast: _, ...wider } = ruleInput
  const answer = told(await town.changeRule(OWNER, one, { ...wider, name: 'All purchases' }))
  expect(answer.rules).toMatchObject([{ ruleId: one, name: 'All purchases', atLeast: null }, { ruleId: two }])
  expect(told(await town.changeRule(OWNER, one, { ...ruleInput, approverIds: [idOf(404)] }))).toMatchObject({
    code: 'approver-not-eligible',
  })
})
