import { afterAll, describe, expect, test } from 'vitest'
import { rules } from '../../functions/rules.ts'
import { type Action, actions } from '../../shared/actions.ts'
import { compile } from '../../shared/rules/decide.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { cellInWords, firstDifference, scatteredCells } from './cells.ts'
import { mutantsOf } from './mutants.ts'
import { survivors } from './survivors.ts'

/** Every mistake in every row is found by an expected cell, or stands with its reason in `survivors.ts`. */
const known = survivors.flatMap(({ mutants }) => mutants)
const survived: string[] = []
let killed = 0

describe.each(Object.keys(actions) as Action[])('%s', (action) => {
  test('no mistake in its rules goes unnoticed', () => {
    const rows = rules.filter((rule) => rule.action === action)
    const cells = scatteredCells(action)
    const wrong = firstDifference(compile(rows), cells)
    // Where rules and cells differ already, every mutant would seem to be found.
    expect(wrong && cellInWords(wrong), 'the rules as they are').toBeUndefined()

    const unnoticed: string[] = []
    for (const rule of rows) {
      for (const { id, row } of mutantsOf(rule)) {
        const mutated = rows.flatMap((one): readonly Rule[] => (one !== rule ? [one] : row === undefined ? [] : [row]))
        if (firstDifference(compile(mutated), cells) === undefined) unnoticed.push(id)
        else killed += 1
      }
    }
    survived.push(...unnoticed)
    expect(unnoticed.filter((id) => !known.includes(id))).toEqual([])
  })
})

test('every survivor in the table still survives', () => {
  expect(known.filter((id) => !survived.includes(id))).toEqual([])
})

afterAll(() => console.log(`${killed + survived.length} mistakes in rules: ${killed} noticed, ${survived.length} not.`))
