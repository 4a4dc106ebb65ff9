/** The cells of the permission matrix and what is expected of each, prepared for being compared many times. */
import type { Action } from '../../shared/actions.ts'
import type { Persona, Variations } from '../../shared/rules/cases.ts'
import { decide, type Policy } from '../../shared/rules/decide.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { everyPersona, situationOf } from '../world.ts'
import { allCases } from './all-cases.ts'
import { circumstancesOf, inWords } from './circumstances.ts'

export type Cell = {
  readonly persona: Persona
  readonly circumstances: Partial<Variations>
  readonly situation: Situation
  /** Whether a line of the expected cells names it. */
  readonly expected: boolean
}

/** Every cell of an action. */
export const cellsOf = (action: Action): readonly Cell[] => {
  const circumstances = circumstancesOf(action)
  return everyPersona.flatMap((persona) => {
    const lines = allCases[action].filter(({ who }) => who.includes(persona))
    return circumstances.map((so) => ({
      persona,
      circumstances: so,
      situation: situationOf(persona, so),
      expected: lines.some(({ when }) =>
        Object.entries(when).every(([aspect, values]) =>
          (values as readonly string[]).includes(so[aspect as keyof Variations] ?? ''),
        ),
      ),
    }))
  })
}

/** A cell in words: `note.read · owner · dossier active, share none`. */
export const cellInWords = (action: Action, { persona, circumstances }: Cell): string =>
  `${action} · ${persona} · ${inWords(circumstances)}`

/**
 * The same cells in an order in which neighbours are far apart: whatever differs in a part of them is met early. The
 * step is a prime that divides no number of cells, so that every cell is visited once.
 */
export const scattered = (cells: readonly Cell[]): readonly Cell[] => {
  const step = 10_007
  return cells.map((_, at) => cells[(at * step) % cells.length] as Cell)
}

/** The first cell on which a policy decides other than expected. */
export const firstDifference = (policy: Policy, action: Action, cells: readonly Cell[]): Cell | undefined =>
  cells.find(({ situation, expected }) => decide(policy, action, situation).allowed !== expected)
