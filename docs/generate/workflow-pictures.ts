/** The picture of each workflow, drawn from its definition into the README of its capability. */
import { catalogue } from '../../functions/catalogue.ts'
import type { Workflow } from '../../shared/contract/capability.ts'

type State = {
  readonly Type: string
  readonly Next?: string
  readonly End?: boolean
  readonly Default?: string
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[]
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[]
  readonly ItemProcessor?: Machine
}
type Machine = { readonly StartAt: string; readonly States: Readonly<Record<string, State>> }

/** A name that Mermaid takes: letters and digits alone. */
const idOf = (name: string): string => name.replaceAll(/\W+/g, '_').toLowerCase()

/** What a choice looks for, in the words of its condition: `{% $states.input.next = 'ask' %}` is `ask`. */
const labelOf = (condition: string): string =>
  /=\s*['"](.+?)['"]/.exec(condition)?.[1] ?? condition.replaceAll(/[{}%]/g, '').trim()

const reasonOf = (errors: readonly string[]): string =>
  errors.includes('States.ALL')
    ? 'when it fails for good'
    : errors.map((error) => error.replace('States.', 'on ')).join(', ')

const edge = (from: string, to: string, label = ''): string => `${from} --> ${to}${label === '' ? '' : ` : ${label}`}`

const declared = ([name, state]: readonly [string, State]): readonly string[] => {
  const id = idOf(name)
  if (state.Type === 'Choice') return [`state ${id} <<choice>>`]
  if (state.ItemProcessor === undefined) return [`state "${name}" as ${id}`]
  return [`state "${name}" as ${id} {`, ...drawn(state.ItemProcessor).map((line) => `  ${line}`), '}']
}

const waysOut = ([name, state]: readonly [string, State]): readonly string[] => {
  const id = idOf(name)
  const ends = state.End === true || state.Type === 'Succeed' || state.Type === 'Fail'
  // Several ways to one state are one line with several words.
  const chosen = Map.groupBy(state.Choices ?? [], ({ Next }) => Next)
  return [
    ...[...chosen].map(([next, choices]) =>
      edge(id, idOf(next), choices.map(({ Condition }) => labelOf(Condition)).join(', ')),
    ),
    ...(state.Default === undefined ? [] : [edge(id, idOf(state.Default), 'else')]),
    ...(state.Next === undefined ? [] : [edge(id, idOf(state.Next))]),
    ...(state.Catch ?? []).map(({ ErrorEquals, Next }) => edge(id, idOf(Next), reasonOf(ErrorEquals))),
    ...(ends ? [edge(id, '[*]')] : []),
  ]
}

const drawn = ({ StartAt, States }: Machine): readonly string[] => {
  const states = Object.entries(States)
  return [...states.flatMap(declared), edge('[*]', idOf(StartAt)), ...states.flatMap(waysOut)]
}

/** A workflow as a Mermaid state diagram. */
export const pictureOf = ({ definition }: Workflow): string =>
  [
    '```mermaid',
    'stateDiagram-v2',
    ...drawn(definition((job) => job) as Machine).map((line) => `  ${line}`),
    '```',
  ].join('\n')

const beginOf = ({ name }: Workflow): string =>
  `<!-- The workflow ${name}, drawn from its definition by \`npm run docs\` -->`
const END = '<!-- drawn until here -->'

/** A README with the pictures of these workflows as they are now: each in its place, or at the end at first. */
export const withPictures = (readme: string, workflows: readonly Workflow[]): string =>
  workflows.reduce((text, workflow) => {
    const begin = beginOf(workflow)
    const block = `${begin}\n\n${pictureOf(workflow)}\n\n${END}`
    const from = text.indexOf(begin)
    if (from < 0) return `${text.trimEnd()}\n\n${block}\n`
    const to = text.indexOf(END, from)
    return text.slice(0, from) + block + text.slice(to < 0 ? text.length : to + END.length)
  }, readme)

/** A README without what was drawn into it: what a person wrote. */
export const withoutPictures = (readme: string): string =>
  readme.replaceAll(/<!-- The workflow .*? -->[^]*?<!-- drawn until here -->/g, '')

/** Each README with a picture: its file, and the workflows in it. */
export const picturedReadmes = (): Readonly<Record<string, readonly Workflow[]>> =>
  Object.fromEntries(
    catalogue.flatMap(({ name, workflows = [] }) =>
      workflows.length === 0 ? [] : [[`functions/${name}/README.md`, workflows]],
    ),
  )
