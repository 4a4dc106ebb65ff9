import { formatPolicies } from '@cedar-policy/cedar-wasm/nodejs'
import { rules as everyRule } from '../../functions/rules.ts'
import { type Action, actions, type ResourceKind, resourceKinds } from '../../shared/actions.ts'
import { type ApplicationName, applications } from '../../shared/roles.ts'
import { wordsOf } from '../../shared/rules/decide.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import { areas } from '../../shared/sheet.ts'
import { factsInCedar, whoInCedar } from './cedar-words.ts'

/** Everything that a decision may look at beside who acts: a part of a situation without a type here does not compile. */
const parts = {
  dossier:
    '{ ownerId: String, responsibleId: String, answeredBy?: String, clientGroupId?: String, state: String, modules: Set<String>, confidential?: Bool, contents?: { open: Long, confidential: Long } }',
  workspace: '{ dossiersMet: Bool }',
  access: '{ personId: String, live?: Bool }',
  share: '{ personId: String, access: String, live: Bool }',
  assignment: '{ personId: String, byName: Bool, dossierIds: Set<String> }',
  note: '{ createdBy: String, confidential?: Bool }',
  form: '{ createdBy: String, confidential?: Bool }',
  document: '{ createdBy: String, confidential?: Bool, approvers?: Set<String>, state?: String }',
  absence: '{ personId: String, deputyId: String, live: Bool }',
  clientGroup: '{ clientGroupId: String, responsibleIds: Set<String> }',
  entry: '{ confidential?: Bool }',
  copy: '{ widens: Bool }',
  transfer: '{ askedBy: String }',
  offer: '{ giverId: String, recipientId: String, state: String }',
  request: '{ requestedBy: String, joinedBy?: Set<String>, state: String }',
  followUp: '{ standIns: Set<String> }',
  member: '{ personId: String }',
  grantee: '{ personId: String, kind: String, status: String, roles?: Set<String> }',
  proposal: '{ roles: Set<String>, sheet?: Sheet }',
  successors: 'Set<String>',
  user: '{ personId: String, kind: String, dossiers?: Long }',
  userAccess: '{ personId: String }',
  link: '{ purpose: String, personId: String, live: Bool }',
  appointment: '{ memberId: String }',
  invoice: '{ state: String }',
  companion: '{ personId: String }',
  collaborativeSpace: '{ state: String, members: Long }',
  seat: '{ roomId: String, personId: String, role: String, groupIds: Set<String>, manages: Set<String>, attachedTo?: { personId: String, role: String, groupIds: Set<String>, active: Bool }, assistants?: Set<String> }',
  room: '{ roomId: String }',
  group: '{ groupId: String }',
  meeting:
    '{ groupIds: Set<String>, participants: Set<String>, state: String, evaluated?: Bool, signatories?: Set<String> }',
  agendaItem: '{ recused: Set<String> }',
  vote: '{ open: Bool, byProxy: Set<String> }',
  annotation: '{ authorId: String }',
  libraryDocument: '{ groupIds: Set<String> }',
  task: '{ assigneeId: String, groupIds: Set<String> }',
  membership: `{ spaceId: String, personId: String, level: String, applications: { ${Object.keys(applications)
    .map((name) => `${name as ApplicationName}?: String`)
    .join(', ')} } }`,
  space: '{ spaceId: String, state: String }',
  application: '{ name: String }',
} as const satisfies Record<keyof Omit<Situation, 'actor'>, string>

/** Who may ask: people of the organisation, people of its clients, and everybody else. */
export const principalTypes = ['Member', 'ClientUser', 'Outsider'] as const
export type PrincipalType = (typeof principalTypes)[number]

/** The entity type of a kind of thing: `archive-entry` is an `ArchiveEntry`. */
export const entityType = (kind: ResourceKind): string =>
  kind.replace(/(^|-)(\w)/g, (_, _dash: string, letter: string) => letter.toUpperCase())

/** The kind of thing that an action is about: what its rules say, and the organisation where there is none yet. */
export const kindOf = (action: Action, rules: readonly Rule[] = everyRule): ResourceKind =>
  rules.find((rule) => rule.action === action)?.on ?? 'organisation'

const text = (value: string): string => JSON.stringify(value)

/** The schema: who asks, for what, of what, and what is at hand. */
export const cedarSchema = (rules: readonly Rule[] = everyRule): string =>
  [
    '// Generated from the vocabulary of rules: see docs/decisions/second-engine.md.',
    'type Right = { view: String, edit: String };',
    `type Sheet = { ${Object.keys(areas)
      .map((area) => `${area}: Right`)
      .join(', ')} };`,
    [
      '// What is at hand when somebody asks; what is not there holds for nobody.',
      'type Situation = {',
      ...Object.entries(parts).map(([name, type]) => `  ${name}?: ${type},`),
      '};',
    ].join('\n'),
    [
      '// A member or guest of the organisation.',
      'entity Member = { personId: String, status: String, roles: Set<String>, sheet: Sheet };',
      '// A user of a client.',
      'entity ClientUser = { personId: String, status: String, profile: String };',
      '// Anybody who has no account of the organisation.',
      'entity Outsider;',
    ].join('\n'),
    resourceKinds
      .map(entityType)
      .filter((type) => !(principalTypes as readonly string[]).includes(type))
      .map((type) => `entity ${type};`)
      .join('\n'),
    ...(Object.keys(actions) as Action[]).map((action) =>
      [
        `@en(${text(actions[action].en)})`,
        `@fr(${text(actions[action].fr)})`,
        `action ${text(action)} appliesTo {`,
        `  principal: [${principalTypes.join(', ')}],`,
        `  resource: [${entityType(kindOf(action, rules))}],`,
        '  context: Situation,',
        '};',
      ].join('\n'),
    ),
    '',
  ].join('\n\n')

export type CedarPolicy = { readonly id: string; readonly action: Action | null; readonly text: string }

/** One condition: any of these, each with the rule's own word for it. */
const clause = (keyword: 'when' | 'unless', any: readonly (readonly [word: string, inCedar: string])[]): string =>
  [`${keyword} {`, any.map(([word, inCedar]) => `  // ${word}\n  (${inCedar})`).join(' ||\n'), '}'].join('\n')

const policyOf = (rule: Rule): CedarPolicy => ({
  id: rule.id,
  action: rule.action,
  text: [
    `@id(${text(rule.id)})`,
    `@source(${text(rule.source)})`,
    `@en(${text(rule.en)})`,
    `@fr(${text(rule.fr)})`,
    `${'never' in rule ? 'forbid' : 'permit'} (principal, action == Action::${text(rule.action)}, resource is ${entityType(rule.on)})`,
    clause(
      'when',
      wordsOf(rule).map((who) => [who, whoInCedar(who)] as const),
    ),
    ...(rule.when ?? []).map((fact) => clause('when', [[fact, factsInCedar[fact]]])),
    ...(rule.unless ?? []).map((fact) => clause('unless', [[fact, factsInCedar[fact]]])),
  ]
    .join('\n')
    .concat(';'),
})

/** Whoever is not active may nothing; but who is invited may become active. Of outsiders it says nothing. */
const neverInactive: CedarPolicy = {
  id: 'never-inactive',
  action: null,
  text: [
    '@id("never-inactive")',
    '@source("D-06")',
    '@en("Nobody acts whose account is not active; but who is invited may activate their account.")',
    `@fr("Nul n'agit si son compte n'est pas actif ; mais qui est invité peut activer son compte.")`,
    'forbid (principal, action, resource)',
    'when { principal has status && principal.status != "active" }',
    'unless { action == Action::"account.activate" && principal has status && principal.status == "invited" };',
  ].join('\n'),
}

/** The policies of rules: one `permit` or `forbid` for each, and the one on whoever is not active. */
export const policiesOf = (rules: readonly Rule[] = everyRule): readonly CedarPolicy[] => [
  neverInactive,
  ...rules.map(policyOf),
]

export const textOf = (policies: readonly CedarPolicy[]): string =>
  [...policies.map((policy) => policy.text), ''].join('\n\n')

/** As Cedar's own formatter writes it: a condition a line, so that a change shows where it is. */
const formatted = ({ id, text: policyText }: CedarPolicy): CedarPolicy => {
  const answer = formatPolicies({ policyText, lineWidth: 120, indentWidth: 2 })
  if (answer.type === 'failure') throw new Error(`${id}: ${answer.errors.map(({ message }) => message).join('; ')}`)
  return { id, action: null, text: answer.formatted_policy.trimEnd() }
}

/** All rules as Cedar policies, which give the same decision on every cell (B-05). */
export const cedarPolicies = (): string =>
  `// Generated from the rules of every capability: see docs/decisions/second-engine.md.\n\n${textOf(policiesOf().map(formatted))}`
