import { expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import { mayKnow } from '../../functions/kernel/authorize.ts'
import { rules } from '../../functions/rules.ts'
import { type Action, actions } from '../../shared/actions.ts'
import type { Route } from '../../shared/contract/route.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { everyPersona, situationOf } from '../world.ts'
import { circumstancesOf, inWords } from './circumstances.ts'

const policy = compile(rules)
const allActions = Object.keys(actions) as Action[]

test('B-01: a rule is known by its id: unique, beginning with its action, and said in both languages', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const { id, action, en, fr } of rules) {
    expect(id).toMatch(new RegExp(`^${action.replace('.', '\\.')}/[a-z0-9-]+$`))
    expect(en.trim().length, id).toBeGreaterThan(10)
    expect(fr.trim().length, id).toBeGreaterThan(10)
    expect(fr, `${id} is not written twice in one language`).not.toBe(en)
  }
})

test('every rule decides at least one cell: none is dead or hidden behind another', () => {
  const deciding = new Set<Rule | null>()
  for (const action of allActions) {
    const everyCircumstance = circumstancesOf(action)
    for (const persona of everyPersona) {
      for (const circumstances of everyCircumstance) {
        deciding.add(decide(policy, action, situationOf(persona, circumstances)).rule)
      }
    }
  }
  expect(rules.filter((rule) => !deciding.has(rule)).map(({ id }) => id)).toEqual([])
})

test('every capability of the catalogue has its rules among those that decide, and every route an action with rules', () => {
  for (const { name, rules: own, routes } of catalogue) {
    expect(
      own.filter((rule) => !rules.includes(rule)).map(({ id }) => id),
      name,
    ).toEqual([])
    for (const { action } of Object.values(routes))
      expect(
        rules.some((rule) => rule.action === action),
        action,
      ).toBe(true)
  }
})

/**
 * Routes that some who have the right do not reach, and the one by which they do the same: who configures a dossier puts it
 * into a client group by the dossier; by the group, where they see groups.
 */
const alsoBy: Readonly<Record<string, string>> = { groupDossiers: 'setClientGroup' }

const allDoors = catalogue.flatMap(({ routes }) =>
  Object.entries(routes as Record<string, Route>).flatMap(([name, route]) => {
    const doors = [route.on.known, route.each?.on?.known].filter((known) => known !== null && known !== undefined)
    return doors.map((known) => ({ name, action: route.action, known: [known].flat() }))
  }),
)

const routesWithDoors = allDoors.filter(({ name }) => alsoBy[name] === undefined)

test.each(Object.entries(alsoBy))('whoever does not reach %s has the same right by %s', (name, other) => {
  const [here, there] = [name, other].map((one) => allDoors.find((door) => door.name === one))
  expect(here?.action).toBeDefined()
  expect(there?.action).toBe(here?.action)
  expect(routesWithDoors).toContain(there)
})

/** Many routes are of one action behind one door. */
const answered = new Map<string, readonly string[]>()
const shutOut = (action: Action, known: readonly Action[]): readonly string[] => {
  const question = [action, ...known].join()
  const before = answered.get(question)
  if (before !== undefined) return before
  // A further thing may be another's: then its own door decides, as it should.
  const everyCircumstance = circumstancesOf(action).filter(({ author = 'oneself' }) => author === 'oneself')
  const shut = everyPersona.flatMap((persona) =>
    everyCircumstance.flatMap((circumstances) => {
      const situation = situationOf(persona, { ...circumstances, author: 'oneself' })
      const isShut = decide(policy, action, situation).allowed && !mayKnow(policy, known, situation)
      return isShut ? [`${persona} · ${inWords(circumstances)}`] : []
    }),
  )
  answered.set(question, shut)
  return shut
}

test.each(routesWithDoors)(
  'whoever may $action ($name) may also $known: no right is behind a closed door',
  ({ action, known }) => {
    expect(shutOut(action, known)).toEqual([])
  },
)
