import { expect, test } from 'vitest'
import { introduce, People, type Person } from '../../../shared/people.ts'
import { perhaps } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { accessOf, dossier } from '../../../test/one-dossier.ts'
import { personOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'
import { changeProfile } from './change-profile.ts'
import { readClientUser } from './read-client-user.ts'

const persona = 'Full Access of the dossier'
const things = { user: personOf(persona), userAccess: accessOf(persona), dossier }
const as = personOf('owner')

test('P-01: the one profile of a person changes, and everybody who keeps step with it is told', async () => {
  const { personId } = things.user
  const table = holding(...introduce(things.user as Person))
  const { view, version, writes, events } = await granted(
    ask(changeProfile, { as, table, things, input: { profile: 'client-document-delivery' } }),
  )
  expect(routes.changeProfile.output.parse(view)).toMatchObject({ personId, profile: 'client-document-delivery' })
  expect(version).toBe(2)
  expect(events).toEqual([{ type: 'person-changed', data: { personId } }])
  expect(await table.commit(writes ?? [])).toBe('done')
  const { stored } = await table.load({ stored: perhaps(People, { personId }) })
  expect(stored).toMatchObject({ profile: 'client-document-delivery', status: 'active' })
})

test('the profile that they have changes nothing', async () => {
  const outcome = await granted(ask(changeProfile, { as, things, input: { profile: 'client-full-access' } }))
  expect(outcome).toMatchObject({ version: 1, view: { profile: 'client-full-access' } })
  expect([outcome.writes, outcome.events]).toEqual([undefined, undefined])
})

test('P-01: a user is read with the version that guards the next change', async () => {
  const { view, version } = await granted(ask(readClientUser, { as, things }))
  expect(routes.readClientUser.output.parse(view)).toMatchObject({ profile: 'client-full-access', requestId: null })
  expect(version).toBe(1)
})
