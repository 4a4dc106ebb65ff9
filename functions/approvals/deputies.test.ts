import { describe, expect, test } from 'vitest'
import {
  type Approving,
  AUTHOR,
  DEPUTY,
  FIRST,
  faultsIn,
  OWNER,
  SECOND,
  submitted,
  THIRD,
} from '../../test/approving.ts'
import { told } from '../../test/town.ts'
import { personOf } from '../../test/world.ts'

const id = (persona: Parameters<typeof personOf>[0]): string => personOf(persona).personId
const mailed = ({ mails }: Pick<Approving, 'mails'>) => mails.map(({ to, kind }) => [to, kind])

describe('a deputy', () => {
  const away = (town: Approving) => town.leave(FIRST, DEPUTY)

  test('B-11: is asked in the place of whoever is absent, which the submitter is told, and decides by their own rights', async () => {
    const town = await submitted([FIRST, THIRD], 'in-order', away)
    expect(mailed(town)).toEqual([
      [id(DEPUTY), 'approval'],
      [id(AUTHOR), 'notice'],
    ])
    expect(town.mails[0]?.data).toMatchObject({ inPlaceOf: personOf(FIRST).name })
    const onBehalfOf = id(FIRST)
    expect((await town.answer(DEPUTY, 'approved')).status).toBe(403)
    expect((await town.answer(DEPUTY, 'approved', { onBehalfOf })).status).toBe(200)
    expect(town.document().approval?.verdicts).toMatchObject([{ personId: id(DEPUTY), onBehalfOf }])
    expect(told(await town.read(OWNER)).approval.timeline.at(-1)).toMatchObject({
      step: 'approved',
      person: { name: personOf(DEPUTY).name },
      for: { name: personOf(FIRST).name },
    })
    expect(faultsIn(town)).toEqual([])
  })

  test('B-11: whoever becomes absent after they were asked: their deputy is asked as well, once they are looked for', async () => {
    const town = await submitted([FIRST])
    await town.leave(FIRST, DEPUTY, 3)
    await town.lookAgain()
    expect(mailed(town)).toEqual([
      [id(FIRST), 'approval'],
      [id(DEPUTY), 'approval'],
      [id(AUTHOR), 'notice'],
    ])
    await town.tick(5)
    expect(mailed(town).at(-1)).toEqual([id(FIRST), 'approval-reminder'])
  })

  test('B-11: the absent person may still answer themself, and a deputy answers no more once they are back', async () => {
    const town = await submitted([FIRST], 'in-order', (it) => it.leave(FIRST, DEPUTY, 3))
    const token = town.linkOf(DEPUTY)
    town.passDays(3)
    expect((await town.answer(DEPUTY, 'approved', { onBehalfOf: id(FIRST) })).status).toBe(403)
    expect((await town.open(token)).status).toBe(404)
    expect((await town.answer(FIRST, 'approved')).status).toBe(200)
  })

  test.each<[string, Parameters<typeof personOf>[0]]>([
    ['put the document in', AUTHOR],
    ['does not see it by a right of their own', SECOND],
    ['is a user of no dossier', 'stranger'],
    ['is named themself', THIRD],
  ])('B-11: is not asked who %s: the absent person is', async (_, deputy) => {
    const town = await submitted([FIRST, THIRD], 'in-order', (it) => it.leave(FIRST, deputy))
    expect(mailed(town)).toEqual([[id(FIRST), 'approval']])
    const { status } = await town.answer(deputy, 'approved', { onBehalfOf: id(FIRST) })
    expect([403, 404, 409]).toContain(status)
  })

  test('B-11: nobody says that they stand in for somebody who did not name them', async () => {
    const town = await submitted([FIRST, THIRD], 'all', away)
    expect(told(await town.answer(THIRD, 'approved', { onBehalfOf: id(FIRST) }))).toMatchObject({
      code: 'not-your-turn',
    })
    expect((await town.answer(AUTHOR, 'approved', { onBehalfOf: id(FIRST) })).status).toBe(403)
    expect((await town.answer(DEPUTY, 'approved', { onBehalfOf: id(THIRD) })).status).toBe(403)
  })

  test('B-11: of two who are absent and named the same deputy, that one answers for one alone', async () => {
    const town = await submitted([FIRST, SECOND], 'all', async (it) => {
      await it.leave(FIRST, DEPUTY)
      await it.leave(SECOND, DEPUTY)
    })
    expect(mailed(town).filter(([, kind]) => kind === 'approval')).toEqual([
      [id(DEPUTY), 'approval'],
      [id(SECOND), 'approval'],
    ])
    await town.answer(DEPUTY, 'approved', { onBehalfOf: id(FIRST) })
    expect(told(await town.answer(DEPUTY, 'approved', { onBehalfOf: id(SECOND) }))).toMatchObject({
      code: 'not-your-turn',
    })
    expect(faultsIn(town)).toEqual([])
  })
})
