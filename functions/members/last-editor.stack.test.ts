/** Over HTTP, in an organisation of its own, because whoever may edit the settings elsewhere would be one more. */
import { afterAll, expect, test } from 'vitest'
import { fullSheet, practitionerSheet } from '../../shared/sheet.ts'
import { ownStack } from '../../test/journeys/own-stack.ts'
import { settlementOf } from '../../test/journeys/settlers.ts'
import { routes } from './routes.ts'

const own = await ownStack()
afterAll(own.end)

test('S-02: of those who may edit the settings one always remains, also when two take it from each other at once', async () => {
  const settlement = settlementOf(await own.start())
  const administrator = (name: string) => settlement.member({ name, roles: ['administrator'], sheet: fullSheet })
  const odile = await administrator('Odile Marchetti-Brun')
  const mahaut = await administrator('Mahaut Périgord')
  const shut = (by: typeof odile, whose: typeof odile) =>
    by.ask(routes.changeSheet, { params: { personId: whose.personId }, input: practitionerSheet })

  const answers = await Promise.all([shut(odile, mahaut), shut(mahaut, odile)])
  const done = answers.filter(({ status }) => status === 200)
  expect(done).toHaveLength(1)
  // The other one was told of the conflict; or came a moment later, and may not any more.
  expect(answers.map(({ status }) => status).sort()[1]).toBeOneOf([403, 409])

  const [left, gone] = answers[0]?.status === 200 ? [odile, mahaut] : [mahaut, odile]
  expect(await shut(left, left)).toMatchObject({ status: 409, body: { code: 'last-settings-editor' } })
  const guest = { params: { personId: left.personId }, input: { roles: ['guest' as const] } }
  expect(await left.ask(routes.changeRoles, guest)).toMatchObject({ body: { code: 'last-settings-editor' } })
  const manager = await settlement.member({ name: 'Évariste Collomb', roles: ['user-manager'] })
  const leave = { params: { personId: left.personId } }
  expect(await manager.ask(routes.deactivateMember, leave)).toMatchObject({ body: { code: 'last-settings-editor' } })

  const give = { params: { personId: gone.personId }, input: fullSheet }
  expect((await left.ask(routes.changeSheet, give)).status).toBe(200)
  expect((await shut(left, left)).status).toBe(200)
  expect((await left.ask(routes.readSheet, { params: { personId: gone.personId } })).status).toBe(403)
}, 240_000)
