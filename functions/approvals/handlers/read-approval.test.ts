import { expect, test } from 'vitest'
import { AUTHOR, approving, FIRST, OWNER, SECOND, submitted, THIRD } from '../../../test/approving.ts'
import { told } from '../../../test/town.ts'
import { personOf } from '../../../test/world.ts'

test('P-07: whoever sees the document sees by which rule it waits, for whom, and every step so far', async () => {
  const town = await submitted([FIRST, THIRD])
  expect(told(await town.read(AUTHOR))).toMatchObject({
    state: 'to-approve',
    approval: {
      mode: 'in-order',
      approvers: [{ name: personOf(FIRST).name }, { name: personOf(THIRD).name }],
      endedAt: null,
      waitsFor: [{ personId: personOf(FIRST).personId, for: null }],
      timeline: [
        { step: 'begun', person: { name: personOf(AUTHOR).name } },
        { step: 'asked', person: { name: personOf(FIRST).name } },
      ],
    },
  })
  expect((await town.read(SECOND)).status).toBe(404)
})

test('P-07: a document that nobody submitted has none', async () => {
  expect(told(await approving().read(OWNER))).toMatchObject({ state: 'received', approval: null })
})

test('D-10: who reads the approval of a confidential document is written down', async () => {
  const town = await submitted([OWNER])
  await town.changeDocument({ confidential: true })
  expect((await town.read(OWNER)).status).toBe(200)
  expect(town.table.everything().filter(({ recordName }) => recordName === 'confidential-read')).toHaveLength(1)
})
