import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Action } from '../../../shared/actions.ts'
import { compile } from '../../../shared/rules/decide.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { anyPractice, causesFor, ids, type Practice, writesOf } from '../../../test/practice.ts'
import { everyPersona, personOf } from '../../../test/world.ts'
import { rules } from '../../rules.ts'
import { anybody } from '../anybody.ts'
import { routes } from '../routes.ts'
import { listWhoCanWithClient } from './list-who-can-with-client.ts'

const policy = compile(rules)
const as = personOf('settings editor')

const page = async (practice: Practice, input: object) => {
  const table = holding(...writesOf(practice))
  const things = { client: { clientId: ids.clientId } }
  const { view } = await granted(ask(listWhoCanWithClient, { as, table, things, input: { limit: 100, ...input } }))
  return routes.listWhoCanWithClient.output.parse(view)
}

test('B-02: everyone who may do something with a client is listed, by every cause, and nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(anyPractice, async (practice) => {
      const { items, actions } = await page(practice, {})
      const told = items.flatMap(({ person, can }) =>
        can.flatMap(({ action, causes }) =>
          causes.map(({ rule, path }) => [person.name, action, rule, ...path].join(' ')),
        ),
      )
      const expected = everyPersona.flatMap((who) =>
        actions.flatMap(({ action }) =>
          causesFor(policy, practice, who, action as Action, anybody).map(({ rule, path }) =>
            [personOf(who).name, action, rule.id, ...path].join(' '),
          ),
        ),
      )
      expect(told.toSorted()).toEqual(expected.toSorted())
      expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['client.read', 'client.change']))
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('S-03: an assignment tells since when, and by whom', async () => {
  const practice: Practice = {
    owner: 'owner',
    responsible: 'responsible',
    dossier: {},
    document: { by: 'owner', confidential: false, approvers: [] },
    ties: { stranger: { share: null, uses: false, assigned: 'by name' } },
  }
  const { items } = await page(practice, { action: 'client.read' })
  const one = items.find(({ person }) => person.name === personOf('stranger').name)
  expect(one?.can[0]?.causes).toMatchObject([
    { path: ['assignment', 'sheet'], since: '2026-01-15T10:00:00.000Z', givenBy: personOf('administrator').personId },
  ])
})
