import { expect, test } from 'vitest'
import { deactivation, introduce, People, type Person } from '../../../shared/people.ts'
import type { Persona } from '../../../shared/rules/cases.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { deactivateClientUser } from './deactivate-client-user.ts'
import { reactivateClientUser } from './reactivate-client-user.ts'

const as = personOf('office member')
const thingsOf = (persona: Persona, user: object = personOf(persona)) => ({
  user,
  userAccess: accessOf(persona),
  dossier,
})
const persona = 'Full Access of the dossier'
const changed = { type: 'person-changed', data: { personId: personOf(persona).personId } }
const deactivated = (whose: Persona) => ({ ...personOf(whose), ...deactivation(personOf(whose)) })

test('P-14: a user is deactivated with the dossiers that they have', async () => {
  const { personId } = personOf(persona)
  const table = holding(...introduce(personOf(persona) as Person))
  const { view, writes, events } = await granted(ask(deactivateClientUser, { as, table, things: thingsOf(persona) }))
  expect(view.status).toBe('inactive')
  expect(events).toEqual([changed])
  expect(await table.commit(writes ?? [])).toBe('done')
  const { stored } = await table.load({ stored: perhaps(People, { personId }) })
  expect(stored).toMatchObject({ status: 'inactive', statusBefore: 'active' })
})

test('P-14: who had set a password is active again, without a new invitation', async () => {
  const things = thingsOf(persona, deactivated(persona))
  const { view, events } = await granted(ask(reactivateClientUser, { as, things }))
  expect(view).toMatchObject({ status: 'active', profile: 'client-full-access', reinstatedAt: NOW })
  expect(events).toEqual([changed])
})

test('C-02: who never set a password is invited again', async () => {
  const invited = 'Administrator of the dossier, invited'
  const { view, events } = await granted(
    ask(reactivateClientUser, { as, things: thingsOf(invited, deactivated(invited)) }),
  )
  expect(view.status).toBe('invited')
  const { personId } = personOf(invited)
  expect(events?.[1]).toEqual({
    type: 'person-invited',
    data: { personId, invitedBy: as.personId, dossierId: dossier.dossierId },
  })
})

test('what is so already changes nothing', async () => {
  const gone = { as, things: thingsOf(persona, deactivated(persona)) }
  expect(await granted(ask(deactivateClientUser, gone))).toMatchObject({ view: { status: 'inactive' }, version: 1 })
  const there = await granted(ask(reactivateClientUser, { as, things: thingsOf(persona) }))
  expect([there.view.status, there.writes, there.events]).toEqual(['active', undefined, undefined])
})
