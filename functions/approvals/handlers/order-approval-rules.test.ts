import { expect, test } from 'vitest'
import { approving, OWNER, ruleIdsOf, ruleInput } from '../../../test/approving.ts'
import { told } from '../../../test/town.ts'
import { idOf } from '../../../test/world.ts'

test('P-07: the order names every ruleInput once, and nothing else', async () => {
  const town = approving()
  await town.addRule(OWNER, ruleInput)
  const [one] = ruleIdsOf(await town.addRule(OWNER, ruleInput)) as [string]
  for (const ruleIds of [[one], [one, one], [one, idOf(404)], []])
    expect(told(await town.orderRules(OWNER, { ruleIds }))).toMatchObject({ code: 'invalid-input' })
})
