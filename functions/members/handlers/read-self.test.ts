import { expect, test } from 'vitest'
import { practitionerSheet } from '../../../shared/sheet.ts'
import { ask, granted } from '../../../test/ask.ts'
import { personOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'
import { readSelf } from './read-self.ts'

const shownTo = async (persona: Parameters<typeof personOf>[0]) => {
  const { view } = await granted(ask(readSelf, { as: personOf(persona) }))
  return routes.readSelf.output.parse(view)
}

test('C-07: a member sees their own roles and sheet', async () => {
  expect(await shownTo('owner')).toMatchObject({ kind: 'member', roles: ['practitioner'], sheet: practitionerSheet })
})

test('P-01: a client user sees the one profile they have', async () => {
  expect(await shownTo('Full Access of the dossier')).toMatchObject({
    kind: 'client-user',
    name: 'Ursule Orcival',
    profile: 'client-full-access',
  })
})
