/** The cells of the permission matrix, and what the requirements say of each. */
import type { Action } from '../../shared/actions.ts'
import type { Allowed, Persona, Variations } from '../../shared/rules/cases.ts'
import { decide, type Policy } from '../../shared/rules/decide.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { everyPersona, situationOf } from '../world.ts'
import { allCases } from './all-cases.ts'
import { circumstancesOf, inWords } from './circumstances.ts'

export type Cell = {
  readonly action: Action
  readonly persona: Persona
  readonly circumstances: Partial<Variations>
}

/** Every cell of an action. */
export const cellsOf = (action: Action): readonly Cell[] => {
  const everyCircumstance = circumstancesOf(action)
  return everyPersona.flatMap((persona) =>
    everyCircumstance.map((circumstances) => ({ action, persona, circumstances })),
  )
}

/** Whether a line of expected cells names this one. */
export const names = ({ who, when }: Allowed, { persona, circumstances }: Omit<Cell, 'action'>): boolean =>
  who.includes(persona) && holdsIn(when, circumstances)

const holdsIn = (when: Allowed['when'], circumstances: Partial<Variations>): boolean => {
  // Not by entries: this is asked of millions of cells.
  for (const aspect in when) {
    const values: readonly string[] | undefined = when[aspect as keyof Variations]
    if (values?.includes(circumstances[aspect as keyof Variations] ?? '') !== true) return false
  }
  return true
}

/** A cell in words: `note.read · owner · dossier active, share none`. */
export const cellInWords = ({ action, persona, circumstances }: Cell): string =>
  `${action} · ${persona} · ${inWords(circumstances)}`

/** A cell made ready for being decided many times. */
type Prepared = Cell & { readonly situation: Situation; readonly expected: boolean }

/** A prime that divides no number of cells: in steps of it every cell is met once, and neighbours far apart. */
const STEP = 10_007

/**
 * The cells of an action, scattered, so that whatever differs in a part of them is met early.
 * @param most how many at most; all of them unless said.
 */
export const scatteredCells = (action: Action, most = Number.POSITIVE_INFINITY): readonly Prepared[] => {
  const everyCircumstance = circumstancesOf(action)
  const linesOf = new Map(everyPersona.map((one) => [one, allCases[action].filter(({ who }) => who.includes(one))]))
  const total = everyPersona.length * everyCircumstance.length
  return Array.from({ length: Math.min(total, most) }, (_, step) => {
    const at = (step * STEP) % total
    const persona = everyPersona[Math.floor(at / everyCircumstance.length)] as Persona
    const circumstances = everyCircumstance[at % everyCircumstance.length] as Partial<Variations>
    return {
      action,
      persona,
      circumstances,
      situation: situationOf(persona, circumstances),
      expected: linesOf.get(persona)?.some(({ when }) => holdsIn(when, circumstances)) === true,
    }
  })
}

/** The first cell on which a policy decides other than expected. */
export const firstDifference = (policy: Policy, cells: readonly Prepared[]): Cell | undefined =>
  cells.find(({ action, situation, expected }) => decide(policy, action, situation).allowed !== expected)
