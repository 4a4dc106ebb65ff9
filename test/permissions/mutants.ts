/** What may go wrong in a row of rules: each mutant is one mistake that somebody could make in writing it. */
import { type ApplicationLevel, applicationLevels, type RoomRole, roleNames, roomRoles } from '../../shared/roles.ts'
import { wordsOf } from '../../shared/rules/decide.ts'
import type { Fact } from '../../shared/rules/facts.ts'
import type { Rule, Who } from '../../shared/rules/rule.ts'

/** A mutant is known by the rule and the mistake: `note.read/owner: owner becomes anyone`. */
export type Mutant = {
  readonly id: string
  /** The row in its place, or none. */
  readonly row: Rule | undefined
}

/** Words that are mistaken for others, wider or narrower. */
const mistakenWords: { readonly [W in Who]?: readonly Who[] } = {
  owner: ['responsible', 'reading collaborator'],
  responsible: ['owner', 'stand-in', 'group responsible'],
  'group responsible': ['responsible', 'deputy of the responsible'],
  'deputy of the responsible': ['responsible', 'group responsible'],
  'reading collaborator': ['writing collaborator'],
  'writing collaborator': ['reading collaborator'],
  'client user': ['profile client-administrator'],
  approver: ['client user', 'deputy of an approver'],
  'deputy of an approver': ['approver', 'client user'],
  requester: ['co-requester', 'client user'],
  'co-requester': ['requester', 'client user'],
  'stand-in': ['role administrator', 'responsible'],
  'annotation author': ['annotation pair'],
  'annotation pair': ['annotation author', 'room assistant', 'room member'],
  'space administrator': ['space member', 'application administrator'],
  'space member': ['space administrator', 'application reader'],
}

/** Facts that are mistaken for others, close to them. */
const mistakenFacts: { readonly [F in Fact]?: readonly Fact[] } = {
  'dossier is confidential': ['content is confidential'],
  'content is confidential': ['dossier is confidential'],
  'actor is the owner': ['actor is a collaborator'],
  'actor is a collaborator': ['actor is the owner'],
  'archive is on': ['figures are on', 'history is on'],
  'figures are on': ['history is on', 'archive is on'],
  'history is on': ['figures are on', 'archive is on'],
  'payment is on': ['financial menu is on'],
  'financial menu is on': ['payment is on'],
  'document is their own': ['document is theirs to approve'],
  'document is theirs to approve': ['document is their own', 'actor stands in for an approver'],
  'actor stands in for an approver': ['document is theirs to approve'],
  'request is pending': ['request waits for information'],
  'request waits for information': ['request is pending'],
  'link decides a request': ['link activates an account', 'link approves a document'],
  'link approves a document': ['link decides a request', 'link answers an offer'],
  'link activates an account': ['link decides a request'],
  'user uses the dossier': ['user is a client user'],
  'they manage the group': ['it is of their groups'],
  'it is of their groups': ['they manage the group', 'they take part in the meeting'],
  'they take part in the meeting': ['it is of their groups'],
  'meeting is a draft': ['meeting is closed'],
  'meeting is running': ['meeting is closed'],
  'meeting is closed': ['meeting is running'],
  'invoice is a draft': ['invoice is credited'],
  'invoice is credited': ['invoice is a draft'],
  'space is open': ['space is closed'],
  'space is closed': ['space is open'],
}

const others = <T extends string>(names: readonly T[], name: string): readonly T[] =>
  names.filter((one) => one !== name)

/** What may stand in a word's place: everyone and every member, and the words that lie close to it. */
const wordsInsteadOf = (who: Who): readonly Who[] => {
  const [kind, rest = ''] = who.split(/ (.*)/s)
  const scope = /^(view|edit) (.+): (.+)$/.exec(who)
  const close: Who[] = [...(mistakenWords[who] ?? [])]
  if (kind === 'profile') close.push('client user')
  if (kind === 'role') close.push(...others(roleNames, rest).map((role): Who => `role ${role}`))
  if (kind === 'room')
    close.push(...others(Object.keys(roomRoles) as RoomRole[], rest).map((role): Who => `room ${role}`))
  if (kind === 'application')
    close.push(
      ...others(Object.keys(applicationLevels) as ApplicationLevel[], rest).map((level): Who => `application ${level}`),
      'space member',
    )
  if (scope !== null) {
    const [, side = '', area = '', breadth = ''] = scope
    const otherSide = side === 'edit' ? 'view' : 'edit'
    const narrow = area === 'calendars' ? 'own' : 'assigned'
    close.push(`${otherSide} ${area}: ${breadth}` as Who)
    if (area !== 'settings') close.push(`${side} ${area}: ${breadth === 'all' ? narrow : 'all'}` as Who)
  }
  return [...new Set<Who>(['anyone', 'member', ...close])].filter((one) => one !== who)
}

/** The same row with these words; none at all is no row. */
const saying = (rule: Rule, words: readonly Who[]): Rule | undefined => {
  const said = [...new Set(words)]
  if ('never' in rule) return said[0] === undefined ? undefined : { ...rule, never: said[0] }
  return said.length === 0 ? undefined : { ...rule, allow: said }
}

const allowing = ({ never, ...row }: Extract<Rule, { never: Who }>): Rule => ({ ...row, allow: never })

const inPlace = <T>(list: readonly T[], at: number, ...instead: readonly T[]): readonly T[] => [
  ...list.slice(0, at),
  ...instead,
  ...list.slice(at + 1),
]

function* mistakesInWords(rule: Rule): Generator<Mutant> {
  const words = wordsOf(rule)
  for (const [at, who] of words.entries()) {
    if (words.length > 1) yield { id: `${rule.id}: without ${who}`, row: saying(rule, inPlace(words, at)) }
    for (const other of wordsInsteadOf(who)) {
      // A word that stands there already would only leave the other out.
      if (words.includes(other)) continue
      yield { id: `${rule.id}: ${who} becomes ${other}`, row: saying(rule, inPlace(words, at, other)) }
    }
  }
}

function* mistakesInFacts(rule: Rule): Generator<Mutant> {
  const { when = [], unless = [] } = rule
  for (const [at, fact] of when.entries()) {
    const rest = inPlace(when, at)
    yield { id: `${rule.id}: without when ${fact}`, row: { ...rule, when: rest } }
    yield { id: `${rule.id}: unless instead of when ${fact}`, row: { ...rule, when: rest, unless: [...unless, fact] } }
    for (const other of mistakenFacts[fact] ?? []) {
      yield { id: `${rule.id}: when ${fact} becomes ${other}`, row: { ...rule, when: inPlace(when, at, other) } }
    }
  }
  for (const [at, fact] of unless.entries()) {
    const rest = inPlace(unless, at)
    yield { id: `${rule.id}: without unless ${fact}`, row: { ...rule, unless: rest } }
    yield { id: `${rule.id}: when instead of unless ${fact}`, row: { ...rule, unless: rest, when: [...when, fact] } }
    for (const other of mistakenFacts[fact] ?? []) {
      yield { id: `${rule.id}: unless ${fact} becomes ${other}`, row: { ...rule, unless: inPlace(unless, at, other) } }
    }
  }
}

/** Every mistake in one row. */
export function* mutantsOf(rule: Rule): Generator<Mutant> {
  yield { id: `${rule.id}: removed`, row: undefined }
  if ('never' in rule) yield { id: `${rule.id}: allows instead`, row: allowing(rule) }
  yield* mistakesInWords(rule)
  yield* mistakesInFacts(rule)
}
