import { expect, test } from 'vitest'
import { asking, newUser } from '../../../test/asking.ts'

const PASSWORD = 'quatre chevaux sans cavalier'
const invited = async () => {
  const town = asking()
  const token = await town.invite(newUser)
  const person = () => town.people().find(({ email }) => email === newUser.email)
  return { ...town, token, person }
}

test('C-02: the password is set, the account is open, and the link has served', async () => {
  const town = await invited()
  const { status, body } = await town.activate(town.token, { password: PASSWORD, repeat: PASSWORD })
  expect(status).toBe(200)
  expect(body).toContain(newUser.email)
  expect(town.passwords.get(town.person()?.personId ?? '')).toBe(PASSWORD)
  expect(town.person()?.status).toBe('active')
  expect((await town.activate(town.token, { password: PASSWORD, repeat: PASSWORD })).status).toBe(404)
})

test('no password stands in the table, nor comes back in a page', async () => {
  const town = await invited()
  const { body } = await town.activate(town.token, { password: PASSWORD, repeat: 'autre chose entièrement' })
  await town.activate(town.token, { password: PASSWORD, repeat: PASSWORD })
  expect(body).not.toContain(PASSWORD)
  expect(JSON.stringify(town.table.everything())).not.toContain(PASSWORD)
})

test('a password that will not do is told, and nothing has changed', async () => {
  const town = await invited()
  const before = town.table.everything()
  const { status, body } = await town.activate(town.token, { password: 'court', repeat: 'court' })
  expect(status).toBe(422)
  expect(body).toContain('<form')
  expect(town.passwords.size).toBe(0)
  expect(town.table.everything()).toEqual(before)
})

test('should the pool fail, the link still serves', async () => {
  const town = await invited()
  const { setPassword } = town.world.directory
  town.world.directory.setPassword = async () => {
    throw new Error('The pool does not answer.')
  }
  await expect(town.activate(town.token, { password: PASSWORD, repeat: PASSWORD })).rejects.toThrow(
    'The pool does not answer.',
  )
  town.world.directory.setPassword = setPassword
  expect((await town.activate(town.token, { password: PASSWORD, repeat: PASSWORD })).status).toBe(200)
})

test('an older invitation changes no password later on', async () => {
  const town = await invited()
  const second = await town.inviteAgain(newUser.email)
  await town.activate(town.token, { password: PASSWORD, repeat: PASSWORD })
  expect((await town.activate(second, { password: `${PASSWORD} 2`, repeat: `${PASSWORD} 2` })).status).toBe(404)
  expect([...town.passwords.values()]).toEqual([PASSWORD])
})

test('D-06: an old mail brings nobody back who was deactivated', async () => {
  const town = await invited()
  await town.changePerson(town.person()?.personId ?? '', { status: 'inactive' })
  expect((await town.openActivation(town.token)).status).toBe(404)
})
