import { expect, test } from 'vitest'
import { rules } from '../../functions/rules.ts'
import { type Action, actions } from '../../shared/actions.ts'
import { compile } from '../../shared/rules/decide.ts'
import { cellInWords, firstDifference, scatteredCells } from '../permissions/cells.ts'

/**
 * The permission matrix as mutants meet it: some cells of every action, scattered over all, up to the first that is
 * decided otherwise than expected. `test/permissions/matrix.test.ts` asks every one.
 */
test.each(Object.keys(actions) as Action[])('every cell of %s is decided as expected', (action) => {
  const wrong = firstDifference(compile(rules), scatteredCells(action, 1000))
  expect(wrong && cellInWords(wrong)).toBeUndefined()
})
