import { expect, test } from 'vitest'
import { type Action, actions } from '../../../shared/actions.ts'
import { introduce, type Person } from '../../../shared/people.ts'
import { causesOf, compile } from '../../../shared/rules/decide.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { everyPersona, NOW, personOf } from '../../../test/world.ts'
import { situationOf } from '../../kernel/authorize.ts'
import { rules } from '../../rules.ts'
import { anybody, plainProposal } from '../anybody.ts'
import { routes } from '../routes.ts'
import { listWhoCanInSettings } from './list-who-can-in-settings.ts'

const policy = compile(rules)
const as = personOf('administrator')
const table = holding(
  ...everyPersona.flatMap((who) => {
    const { version: _, ...person } = personOf(who)
    return introduce(person as Person)
  }),
)
const page = async (input: object) => {
  const { view } = await granted(ask(listWhoCanInSettings, { as, table, input: { limit: 100, ...input } }))
  return routes.listWhoCanInSettings.output.parse(view)
}

test('B-02: everyone with a right over the whole organisation is listed, by every cause, and nobody else', async () => {
  const { items, actions: asked } = await page({})
  const told = items.flatMap(({ person, can }) =>
    can.flatMap(({ action, causes }) => causes.map(({ rule, path }) => [person.name, action, rule, ...path].join(' '))),
  )
  const expected = everyPersona.flatMap((who) =>
    asked.flatMap(({ action }) =>
      causesOf(policy, action as Action, situationOf(personOf(who), { ...anybody, ...plainProposal }, NOW)).map(
        ({ rule, path }) => [personOf(who).name, action, rule.id, ...path].join(' '),
      ),
    ),
  )
  expect(told.toSorted()).toEqual(expected.toSorted())
})

test('B-02: of the settings one asks who may see and change them, who adds members and changes their rights', async () => {
  const asked = (await page({})).actions.map(({ action }) => action)
  expect(asked).toEqual(
    expect.arrayContaining(['settings.read', 'settings.change', 'member.add', 'sheet.read', 'sheet.change']),
  )
  // What everyone may is no question of who.
  expect(asked).not.toContain('dossier.list')
  expect(asked.every((action) => action in actions)).toBe(true)
})

test('the list goes on where a page ended', async () => {
  const whole = (await page({})).items.map(({ person }) => person.personId)
  const pieces: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const piece = await page({ limit: 3, ...(cursor === undefined ? {} : { cursor }) })
    pieces.push(...piece.items.map(({ person }) => person.personId))
    cursor = piece.cursor
  }
  expect(pieces).toEqual(whole)
})

test('B-18: nobody is asked about a moment to come', async () => {
  const outcome = await ask(listWhoCanInSettings, { as, table, input: { limit: 50, at: '2027-01-01T00:00:00.000Z' } })
  expect(outcome).toMatchObject({ problem: 'invalid-input', errors: [{ pointer: '#/at' }] })
})
