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

/** A cell that is not decided so, as one line, so that a disagreement reads as a sentence. */
const unless =
  (expected: 'allowed' | 'refused') =>
  (cell: Cell): string[] => {
    const { allowed, rule } = decide(policy, cell.action, situationOf(cell.persona, cell.circumstances))
    if (allowed === (expected === 'allowed')) return []
    return [`${cellInWords(cell)} · by ${rule?.id ?? 'no rule'}`]
  }

/** The cells of one action at a time: those of all would fill the memory. */
let held: { readonly action: Action; readonly cells: readonly Cell[] } | undefined
const cellsNow = (action: Action): readonly Cell[] => {
  if (held?.action !== action) held = { action, cells: cellsOf(action) }
  return held.cells
}

describe.each(allActions)('%s', (action) => {
  const expected = allCases[action]

  test('has a table of expected cells, each line of which names a cell that exists', () => {
    const all = cellsNow(action)
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
      const named = cellsNow(action).filter((cell) => names(line, cell))
      expect(named.flatMap(unless('allowed'))).toEqual([])
    })
  }

  test(`nobody else may ${actions[action].en}`, () => {
    const all = cellsNow(action)
    cells += all.length
    const others = all.filter((cell) => !expected.some((line) => names(line, cell)))
    expect(others.flatMap(unless('refused'))).toEqual([])
  })
})

afterAll(() =>
  console.log(
    `${cells} permission cells decided, over ${allActions.length} actions and ${everyPersona.length} people.`,
  ),
)
