import { afterAll, describe, expect, test } from 'vitest'
import { rules } from '../../functions/rules.ts'
import { type Action, actions } from '../../shared/actions.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import { everyPersona, situationOf } from '../world.ts'
import { allCases } from './all-cases.ts'
import { type Cell, cellInWords, cellsOf, names } from './cells.ts'
import { inWords } from './circumstances.ts'

const policy = compile(rules)
const allActions = Object.keys(actions) as Action[]
let cells = 0

/** The decision on a cell as one line, so that a disagreement reads as a sentence. */
const decided = (cell: Cell): { allowed: boolean; line: string } => {
  const { allowed, rule } = decide(policy, cell.action, situationOf(cell.persona, cell.circumstances))
  return { allowed, line: `${cellInWords(cell)} · by ${rule?.id ?? 'no rule'}` }
}

describe.each(allActions)('%s', (action) => {
  const expected = allCases[action]
  const all = cellsOf(action)

  test('has a table of expected cells, each line of which names a cell that exists', () => {
    expect(expected.length).toBeGreaterThan(0)
    for (const line of expected) {
      for (const persona of line.who) {
        expect(all.some((cell) => cell.persona === persona && names(line, cell))).toBe(true)
      }
    }
  })

  for (const line of expected) {
    const circumstances = Object.keys(line.when).length === 0 ? '' : ` (${inWords(line.when)})`
    test(`${line.source}: may ${actions[action].en}${circumstances}: ${line.who.join('; ')}`, () => {
      const wrong = all
        .filter((cell) => names(line, cell))
        .map(decided)
        .filter(({ allowed }) => !allowed)
      expect(wrong.map((cell) => cell.line)).toEqual([])
    })
  }

  test(`nobody else may ${actions[action].en}`, () => {
    cells += all.length
    const wrong = all
      .filter((cell) => !expected.some((line) => names(line, cell)))
      .map(decided)
      .filter(({ allowed }) => allowed)
    expect(wrong.map((cell) => cell.line)).toEqual([])
  })
})

afterAll(() =>
  console.log(
    `${cells} permission cells decided, over ${allActions.length} actions and ${everyPersona.length} people.`,
  ),
)
