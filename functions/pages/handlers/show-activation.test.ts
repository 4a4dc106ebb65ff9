import { expect, test } from 'vitest'
import { asking, newUser } from '../../../test/asking.ts'

test('C-02: whoever is invited is shown their address and the form, and opening it changes nothing', async () => {
  const town = asking()
  const token = await town.invite(newUser)
  const before = town.table.everything()
  const { status, body } = await town.openActivation(token)
  expect(status).toBe(200)
  expect(body).toContain(newUser.email)
  expect(body).toContain('autocomplete="new-password"')
  expect(town.table.everything()).toEqual(before)
})
