import { expect, test } from 'vitest'
import { ask, granted } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'
import { readClient } from './read-client.ts'

test('S-04: a client is shown with its profile and the version that guards the next change', async () => {
  const client = {
    clientId: idOf(1),
    name: 'Aurore Lemaistre',
    kind: 'person',
    state: 'archived',
    email: 'aurore@lemaistre.example',
    createdAt: NOW,
    createdBy: idOf(90),
    version: 3,
  } as const
  const { view, version } = await granted(ask(readClient, { as: personOf('profile reader'), things: { client } }))
  const { createdBy: _by, version: _version, ...shown } = client
  expect(routes.readClient.output.parse(view)).toEqual(shown)
  expect(version).toBe(3)
})
