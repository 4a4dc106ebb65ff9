import { expect, test } from 'vitest'
import type { Persona } from '../../../shared/rules/cases.ts'
import { ask, granted } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { NOW, personOf } from '../../../test/world.ts'
import type { Dossier } from '../records.ts'
import { routes } from '../routes.ts'
import { readDossier } from './read-dossier.ts'

const { dossierId, number, ownerId, clientId, clientName, responsibleId, state, modules } = dossier
const shownTo = async (persona: Persona, changes: Partial<Dossier> = {}) => {
  const things = { dossier: { ...dossier, ...changes, version: 4 } }
  const { view, version } = await granted(ask(readDossier, { as: personOf(persona), things }))
  expect(version).toBe(4)
  return routes.readDossier.output.parse(view)
}
const whole = {
  dossierId,
  number,
  ownerId,
  state,
  clientId,
  clientName,
  responsibleId,
  answeredBy: 'member',
  clientGroupId: null,
  modules,
  createdAt: NOW,
  changedAt: NOW,
}
const cardOf = (label: string) => ({
  dossierId,
  number,
  ownerId,
  state,
  label,
  clientId: null,
  clientName: null,
  responsibleId: null,
  answeredBy: null,
  clientGroupId: null,
  modules: null,
  confidential: null,
  contents: null,
  createdAt: null,
  changedAt: null,
})

test('D-01: a dossier shows whose it is, about whom, its state, its width and what it holds', async () => {
  const contents = { open: 0, confidential: 0 }
  expect(await shownTo('owner')).toEqual({ ...whole, label: 'open', confidential: false, contents })
  const changedAt = '2026-03-04T10:00:00.000Z'
  expect(await shownTo('owner', { changedAt })).toMatchObject({ createdAt: NOW, changedAt })
})

test.each<[string, Partial<Dossier>, string]>([
  ['nothing is in it', {}, 'open'],
  ['nothing in it is marked', { contents: { open: 3, confidential: 0 } }, 'open'],
  ['some of it is marked', { contents: { open: 1, confidential: 2 } }, 'partially-confidential'],
  ['all of it is marked', { contents: { open: 0, confidential: 2 } }, 'confidential'],
  ['the whole was set confidential', { confidential: true, contents: { open: 3, confidential: 0 } }, 'confidential'],
  ['the whole was set, and nothing is in it', { confidential: true }, 'confidential'],
])('D-07: the label follows from the content: %s', async (_, changes, label) => {
  expect(await shownTo('owner', changes)).toMatchObject({ label })
})

test.each<[string, Partial<Dossier>]>([
  ['as a whole', { confidential: true, contents: { open: 3, confidential: 1 } }],
  ['by all that is in it', { contents: { open: 0, confidential: 2 } }],
])(
  'D-09: of a dossier that is confidential %s a coordinator sees the card, not the name of the client',
  async (_, changes) => {
    expect(await shownTo('coordinator', changes)).toEqual(cardOf('confidential'))
    expect(await shownTo('documentation reader', changes)).toEqual(cardOf('confidential'))
    expect(await shownTo('owner', changes)).toMatchObject({ clientName })
  },
)

test('D-09: of one that is partially confidential a coordinator sees all but what is in it', async () => {
  const contents = { open: 1, confidential: 2 }
  expect(await shownTo('coordinator', { contents })).toMatchObject({ clientName, contents })
})
