/** What is decided of an action and a person, over every circumstance there is, as one cell of a table. */
import { rules as allRules } from '../../functions/rules.ts'
import type { Action } from '../../shared/actions.ts'
import type { Variations } from '../../shared/rules/cases.ts'
import { compile, type Decision, decide } from '../../shared/rules/decide.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { circumstancesOf } from '../../test/permissions/circumstances.ts'
import { situationOf } from '../../test/world.ts'
import { valuesInWords } from './circumstances-in-words.ts'
import { type Circumstances, describe } from './describe-cells.ts'
import { type Column, noTie } from './people-in-tables.ts'
import { type Language, words } from './permission-words.ts'

const policy = compile(allRules)
export const decided = (action: Action, situation: Situation): Decision => decide(policy, action, situation)

/** Under which circumstances somebody may, in few words, and the rules that decided so. */
export type Cell = { readonly text: string; readonly decidedBy: readonly (Rule | null)[] }

export const cell = (
  all: readonly Circumstances[],
  decidedIn: (so: Circumstances) => Decision,
  language: Language,
): Cell => {
  const decisions = new Map(all.map((so) => [so, decidedIn(so)]))
  const decidedBy = [...new Set([...decisions.values()].map(({ rule }) => rule))]
  const varies = (aspect: string): boolean => new Set(all.map((so) => so[aspect as keyof Variations])).size > 1
  const ways = describe(all, (so) => decisions.get(so)?.allowed === true).map((description) =>
    Object.entries(description)
      .filter(([aspect]) => varies(aspect))
      .flatMap(([aspect, values]) => valuesInWords(aspect as keyof Variations, values, language) ?? [])
      .join(', '),
  )
  const text = ways.map((way) => (way === '' ? words[language].yes : way)).join(words[language].or)
  return { text: text === '' ? NO : text, decidedBy }
}

export const NO = '–'

export const cellOf = (action: Action, { persona, tie }: Column, language: Language): Cell => {
  const fixed = Object.entries({ ...noTie, ...tie })
  const all = circumstancesOf(action).filter((so) =>
    fixed.every(([aspect, value]) => [undefined, value].includes(so[aspect as keyof Variations])),
  )
  return cell(all, (so) => decided(action, situationOf(persona, so)), language)
}

/** The rules that decided a row, each with its requirement; those that never allow are marked. */
export const rulesOf = (action: Action, cells: readonly Cell[], language: Language): string =>
  allRules
    .filter((rule) => rule.action === action && cells.some(({ decidedBy }) => decidedBy.includes(rule)))
    .map((rule) => {
      const never = 'never' in rule ? `**${words[language].never}** ` : ''
      return `${never}\`${rule.id.split('/')[1]}\` ${rule.source}`
    })
    .join('<br>')
