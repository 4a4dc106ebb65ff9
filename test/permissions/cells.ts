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

const cellOf = (action: Action, persona: Persona, circumstances: Partial<Variations>): Cell => ({
  persona,
  circumstances,
  situation: situationOf(persona, circumstances),
  expected: allCases[action].some(
    ({ who, when }) =>
      who.includes(persona) &&
      Object.entries(when).every(([aspect, values]) =>
        (values as readonly string[]).includes(circumstances[aspect as keyof Variations] ?? ''),
      ),
  ),
})

/** A prime that divides no number of cells: in steps of it every cell is met once, and neighbours far apart. */
const STEP = 10_007

/**
 * The cells of an action, scattered, so that whatever differs in a part of them is met early.
 * @param most how many at most; all of them unless said.
 */
export const scatteredCells = (action: Action, most = Number.POSITIVE_INFINITY): readonly Cell[] => {
  const circumstances = circumstancesOf(action)
  const count = everyPersona.length * circumstances.length
  return Array.from({ length: Math.min(count, most) }, (_, at) => {
    const place = (at * STEP) % count
    const persona = everyPersona[place % everyPersona.length] as Persona
    return cellOf(action, persona, circumstances[Math.floor(place / everyPersona.length)] as Partial<Variations>)
  })
}

/** A cell in words: `note.read · owner · dossier active, share none`. */
export const cellInWords = (action: Action, { persona, circumstances }: Cell): string =>
  `${action} · ${persona} · ${inWords(circumstances)}`

/** The first cell on which a policy decides other than expected. */
export const firstDifference = (policy: Policy, action: Action, cells: readonly Cell[]): Cell | undefined =>
  cells.find(({ situation, expected }) => decide(policy, action, situation).allowed !== expected)
