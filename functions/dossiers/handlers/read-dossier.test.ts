import { expect, test } from 'vitest'
import { ask, granted } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { routes } from '../routes.ts'
import { readDossier } from './read-dossier.ts'

test('D-01: a dossier shows whose it is, about whom, its state and its width, and the version that guards a change', async () => {
  const shown = {
    dossierId: idOf(1),
    number: 12,
    clientId: idOf(2),
    clientName: 'Atelier Verrières',
    ownerId: idOf(3),
    responsibleId: idOf(4),
    state: 'closed',
    modules: ['archive'],
    createdAt: NOW,
  } as const
  const things = { dossier: { ...shown, createdBy: idOf(5), version: 4 } }
  const { view, version } = await granted(ask(readDossier, { as: personOf('owner'), things }))
  expect(routes.readDossier.output.parse(view)).toEqual(shown)
  expect(version).toBe(4)
})
