import { expect, test } from 'vitest'
import { ask, granted } from '../../../test/ask.ts'
import { personOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'
import { readMember } from './read-member.ts'

const as = personOf('stranger')

test('C-05: a member sees a colleague, with the version that guards the next change', async () => {
  const member = personOf('owner')
  const { view, version } = await granted(ask(readMember, { as, things: { member } }))
  expect(routes.readMember.output.parse(view)).toEqual({
    personId: member.personId,
    name: 'Apolline Guérande',
    email: member.email,
    roles: ['practitioner'],
    status: 'active',
    createdAt: member.createdAt,
  })
  expect(version).toBe(member.version)
})

test('a client user is not found among the members', async () => {
  const outcome = await ask(readMember, { as, things: { member: personOf('Administrator of the dossier') } })
  expect(outcome).toEqual({ problem: 'not-found' })
})
