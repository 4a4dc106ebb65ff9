import { expect, test } from 'vitest'
import { deactivation, introduce, type Person, SettingsEditors } from '../../../shared/people.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { reactivateMember } from './reactivate-member.ts'

const as = personOf('user manager')
const deactivated = (persona: Persona) => {
  const person = personOf(persona)
  return { ...person, ...deactivation(person) } as Stored<Person>
}
const reactivate = (member: Stored<Person>) => ask(reactivateMember, { as, things: { member } })

test('S-11: who had set a password is active again, with the roles and the sheet they had', async () => {
  const member = deactivated('administrator')
  const { view, writes = [], events } = await granted(reactivate(member))
  const { roles, sheet } = personOf('administrator') as { roles?: unknown; sheet?: unknown }
  expect(view).toMatchObject({ status: 'active', roles, sheet, reinstatedAt: NOW })
  expect(events).toEqual([{ type: 'person-changed', data: { personId: member.personId } }])
  const table = holding(...introduce(member))
  expect(await table.commit(writes)).toBe('done')
  const stored = table.everything()
  expect(stored.find(({ recordName }) => recordName === 'person')).not.toHaveProperty('statusBefore')
  expect(stored.filter(({ recordName }) => recordName === SettingsEditors.name)).toHaveLength(1)
})

test('C-02: who never set a password is invited again', async () => {
  const member = deactivated('owner, invited')
  const { view, events } = await granted(reactivate(member))
  expect(view.status).toBe('invited')
  expect(events).toEqual([
    { type: 'person-changed', data: { personId: member.personId } },
    { type: 'person-invited', data: { personId: member.personId, invitedBy: as.personId, dossierId: null } },
  ])
})

test('reactivating whoever is not inactive changes nothing', async () => {
  const { writes = [], events = [] } = await granted(reactivate(personOf('owner')))
  expect([writes, events]).toEqual([[], []])
})

test('a client user is no member', async () => {
  expect(await reactivate(personOf('Administrator of the dossier, inactive'))).toEqual({ problem: 'not-found' })
})
