import { expect, test } from 'vitest'
import { FIRST, OWNER, ruleIdsOf, ruleInput, settingsOf, submitted } from '../../../test/approving.ts'

test('P-07: what waits by a ruleInput goes on waiting once it is removed; the ruleInput is gone', async () => {
  const town = await submitted([FIRST])
  const [one] = ruleIdsOf(await town.addRule(OWNER, ruleInput)) as [string]
  expect([(await town.removeRule(OWNER, one)).status, (await town.removeRule(OWNER, one)).status]).toEqual([204, 404])
  expect([settingsOf(town)?.rules, town.document().state]).toEqual([[], 'to-approve'])
})
