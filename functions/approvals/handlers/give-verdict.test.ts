import { expect, test } from 'vitest'
import { AUTHOR, FIRST, OWNER, SECOND, submitted, THIRD } from '../../../test/approving.ts'
import { told } from '../../../test/town.ts'
import { idOf, personOf } from '../../../test/world.ts'

test('P-07: whoever approves sees at once where it stands; it is decided on what was seen', async () => {
  const town = await submitted([FIRST, THIRD])
  const before = town.document()
  for (const seen of [{ version: before.version + 1 }, { approvalId: idOf(404) }])
    expect(told(await town.answer(FIRST, 'approved', seen))).toMatchObject({ code: 'precondition-failed' })
  expect(town.document()).toEqual(before)
  const answer = await town.answer(FIRST, 'approved')
  expect(told(answer)).toMatchObject({
    state: 'to-approve',
    version: before.version + 1,
    approval: {
      ruleName: 'Purchases of 1,000 € or more',
      mode: 'in-order',
      begunBy: { name: personOf(AUTHOR).name },
      waitsFor: [{ personId: personOf(THIRD).personId, for: null }],
    },
  })
})

test.each([
  ['a rejection without a reason', { verdict: 'rejected', reason: undefined }],
  ['an empty reason', { verdict: 'rejected', reason: ' ' }],
  ['a verdict that there is not', { verdict: 'maybe' }],
  ['no version', { version: undefined }],
])('P-07: %s decides nothing', async (_, more) => {
  const town = await submitted([FIRST])
  expect(told(await town.answer(FIRST, 'approved', more))).toMatchObject({ code: 'invalid-input' })
  expect(town.document().state).toBe('to-approve')
})

test('P-07: only who is named approves, whatever else they may in the dossier', async () => {
  const town = await submitted([FIRST])
  for (const [who, status] of [
    [AUTHOR, 403],
    [OWNER, 403],
    [SECOND, 404],
    ['stranger', 404],
  ] as const)
    expect([who, (await town.answer(who, 'approved')).status]).toEqual([who, status])
})

test('P-04: Document Delivery approves what it is named for, and sees it as long as it waits', async () => {
  const town = await submitted([SECOND])
  expect([(await town.read(SECOND)).status, (await town.answer(SECOND, 'approved')).status]).toEqual([200, 200])
  expect((await town.read(SECOND)).status).toBe(404)
})

test('B-07: a verdict stands in the audit of the dossier under its rule', async () => {
  const town = await submitted([FIRST])
  await town.answer(FIRST, 'approved')
  const entries = town.table.everything().filter(({ recordName }) => recordName === 'audit-entry')
  expect(entries.find(({ action }) => action === 'document.approve')).toMatchObject({
    door: 'api',
    actorId: personOf(FIRST).personId,
    ruleId: 'document.approve/client-user',
  })
})
