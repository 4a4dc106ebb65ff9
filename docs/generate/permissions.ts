import { catalogue } from '../../functions/catalogue.ts'
import { rules as allRules } from '../../functions/rules.ts'
import { type Action, actions } from '../../shared/actions.ts'
import type { Bilingual } from '../../shared/roles.ts'
import { wordsOf } from '../../shared/rules/decide.ts'
import { facts } from '../../shared/rules/facts.ts'
import { type Rule, relations } from '../../shared/rules/rule.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { inWords } from '../../shared/rules/words.ts'
import { type Area, areas, type Breadth, breadthsOf, type Sheet } from '../../shared/sheet.ts'
import { circumstancesOf } from '../../test/permissions/circumstances.ts'
import { personOf, shutSheet, situationOf } from '../../test/world.ts'
import type { Circumstances } from './describe-cells.ts'
import { type Column, columns, profileColumns } from './people-in-tables.ts'
import { type Cell, cell, cellOf, decided, NO, rulesOf } from './permission-cells.ts'
import { type Language, titles, words } from './permission-words.ts'

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')

const actionCell = (action: Action, language: Language): string => `${actions[action][language]}<br>\`${action}\``

type Shown = { readonly columns: readonly Column[]; readonly cells: readonly Cell[] }

/** Neighbours who may the same, whatever the action, share a column. */
const joined = (shown: readonly Shown[]): readonly Shown[] =>
  shown.reduce<readonly Shown[]>((all, next) => {
    const last = all.at(-1)
    const same = last?.cells.every(({ text }, at) => text === next.cells[at]?.text) === true
    if (last === undefined || !same || last.columns[0]?.like !== next.columns[0]?.like) return [...all, next]
    return [...all.slice(0, -1), { ...last, columns: [...last.columns, ...next.columns] }]
  }, [])

const heading = ({ columns: of }: Shown, language: Language): string =>
  profileColumns.every((column) => of.includes(column))
    ? relations['client user'][language]
    : of.map((column) => column.words[language]).join(' / ')

/** Actions × people; of the columns those that say something of their own. */
const actionTable = (of: readonly Action[], people: readonly Column[], language: Language): string => {
  const grid = people.map((column) => ({ column, cells: of.map((action) => cellOf(action, column, language)) }))
  const plain = (persona: Column['persona']) =>
    grid.find(({ column }) => column.persona === persona && column.like === undefined)?.cells
  const shown = grid.filter(({ column: { like }, cells }) => {
    const others = like === undefined ? undefined : plain(like)
    return cells.some(({ text }, at) => text !== (others?.[at]?.text ?? NO))
  })
  const together = joined(shown.map(({ column, cells }) => ({ columns: [column], cells })))
  return table(
    [words[language].action, ...together.map((one) => heading(one, language)), words[language].rules],
    of.map((action, at) => [
      actionCell(action, language),
      ...together.map(({ cells }) => cells[at]?.text ?? NO),
      rulesOf(
        action,
        shown.map(({ cells }) => cells[at] as Cell),
        language,
      ),
    ]),
  )
}

const ruleRow = (rule: Rule, language: Language): readonly string[] => {
  const named = wordsOf(rule)
    .map((one) => inWords(one)[language])
    .join('; ')
  const conditions = [
    ...(rule.when ?? []).map((fact) => facts[fact][language]),
    ...(rule.unless ?? []).map((fact) => `${words[language].unless} ${facts[fact][language]}`),
  ].join('; ')
  return [
    `\`${rule.id}\``,
    'never' in rule ? `**${words[language].never}** ${named}` : named,
    conditions || '–',
    rule[language],
    rule.source,
  ]
}

const actionsOf = (rules: readonly Rule[]): readonly Action[] => [...new Set(rules.map(({ action }) => action))]

const capability = (name: string, rules: readonly Rule[], language: Language): string => {
  const title = titles[name]
  if (title === undefined) throw new Error(`The permission page has no title for the capability “${name}”.`)
  const { rule, who, when, sentence, source } = words[language]
  return [
    `## ${title[language]}`,
    actionTable(actionsOf(rules), columns, language),
    table(
      [rule, who, when, sentence, source],
      rules.map((one) => ruleRow(one, language)),
    ),
  ].join('\n\n')
}

/** P-04 across all capabilities: whatever some profile gives. */
const profileTable = (language: Language): string => {
  const given = actionsOf(allRules).filter((action) =>
    allRules.some((rule) => rule.action === action && wordsOf(rule).some((who) => /^(profile|client user)/.test(who))),
  )
  return [
    `## ${words[language].profiles}`,
    words[language].profilesIntro,
    table(
      [words[language].action, ...profileColumns.map((column) => column.words[language]), words[language].rules],
      given.map((action) => {
        const row = profileColumns.map((column) => cellOf(action, column, language))
        return [actionCell(action, language), ...row.map(({ text }) => text), rulesOf(action, row, language)]
      }),
    ),
  ].join('\n\n')
}

const sides = ['view', 'edit'] as const
type Side = (typeof sides)[number]

/** A member whose sheet has one right and nothing else. */
const withSheet = (area: Area, side: Side, breadth: Breadth, so: Circumstances) => {
  const narrowest = breadthsOf[area][0]
  const right = { view: breadth, edit: side === 'edit' ? breadth : narrowest }
  const actor = { ...personOf('stranger'), roles: [], sheet: { ...shutSheet, [area]: right } as Sheet }
  return { ...situationOf('stranger', so), actor } as Situation
}

/** The practice's sheet across all capabilities: what each breadth of a right opens. */
const sheetTable = (language: Language): string => {
  const breadths = ['own', 'assigned', 'all'] as const
  const heads: Readonly<Record<(typeof breadths)[number], Bilingual>> = {
    own: { en: 'own', fr: 'le sien' },
    assigned: { en: 'assigned', fr: 'attribués' },
    all: { en: 'all', fr: 'tous' },
  }
  const rows = (Object.keys(areas) as Area[]).flatMap((area) =>
    sides.flatMap((side) =>
      actionsOf(allRules)
        .filter((action) =>
          allRules.some(
            (rule) => rule.action === action && wordsOf(rule).some((who) => who.startsWith(`${side} ${area}: `)),
          ),
        )
        .map((action) => {
          const all = circumstancesOf(action).filter(({ share = 'none' }) => share === 'none')
          const row = breadths.map((breadth) =>
            (breadthsOf[area] as readonly Breadth[]).includes(breadth)
              ? cell(all, (so) => decided(action, withSheet(area, side, breadth, so)), language)
              : { text: '', decidedBy: [] },
          )
          return [
            `${words[language][side]} ${areas[area][language]}`,
            actionCell(action, language),
            ...row.map(({ text }) => text),
            rulesOf(action, row, language),
          ]
        }),
    ),
  )
  const { right, action, rules } = words[language]
  return [
    `## ${words[language].sheet}`,
    words[language].sheetIntro,
    table([right, action, ...breadths.map((breadth) => heads[breadth][language]), rules], rows),
  ].join('\n\n')
}

/** Who may do what, under which condition and by which requirement, in one language (B-05). */
export const permissionsPage = (language: Language): string =>
  [
    `# ${words[language].title}`,
    ...words[language].intro,
    profileTable(language),
    sheetTable(language),
    ...catalogue.filter(({ rules }) => rules.length > 0).map(({ name, rules }) => capability(name, rules, language)),
    '',
  ].join('\n\n')
