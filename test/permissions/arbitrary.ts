/** Situations, people and rules as they come: for properties, and for asking two engines the same. */
import fc from 'fast-check'
import { type Action, actions } from '../../shared/actions.ts'
import {
  type ApplicationLevel,
  type ApplicationName,
  applicationLevels,
  applications,
  profileNames,
  type Role,
  type RoomRole,
  roleNames,
  roomRoles,
} from '../../shared/roles.ts'
import { type Fact, facts } from '../../shared/rules/facts.ts'
import { type Relation, type Rule, relations, type Who } from '../../shared/rules/rule.ts'
import { type Module, modules, type Situation } from '../../shared/rules/situation.ts'
import { type Area, areas, breadthsOf, type Sheet } from '../../shared/sheet.ts'

export const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const namesOf = <T extends string>(record: Readonly<Record<T, unknown>>): T[] => Object.keys(record) as T[]
const someOf = <T>(values: readonly T[], maxLength = values.length) => fc.uniqueArray(oneOf(values), { maxLength })

export const allActions = namesOf<Action>(actions)
export const anAction = oneOf(allActions)

/** Few ids, so that people often are what a rule asks for, and things often are where people are. */
const anId = oneOf(['anselme', 'blandine', 'capucine'])
const someIds = fc.uniqueArray(anId, { maxLength: 2 })
const aGroup = oneOf(['finance', 'audit'])
const someGroups = fc.uniqueArray(aGroup, { maxLength: 2 })
const aClientGroup = oneOf(['harbour', 'inland'])
const aRoom = oneOf(['boardroom', 'committee'])
const aSpace = oneOf(['harbour', 'garden'])
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const right = <A extends Area>(area: A) => {
  const breadth = oneOf(breadthsOf[area] as readonly (typeof breadthsOf)[A][number][])
  return fc.record({ view: breadth, edit: breadth })
}
export const aSheet: fc.Arbitrary<Sheet> = fc.record({
  profiles: right('profiles'),
  documentation: right('documentation'),
  calendars: right('calendars'),
  invoices: right('invoices'),
  settings: right('settings'),
})

/** Mostly active: of others there is little to ask. */
const aStatus = oneOf(['active', 'active', 'active', 'active', 'invited', 'inactive'] as const)
export const someRoles = someOf<Role>(roleNames, 2)
export const aMember = fc.record({
  kind: fc.constant('member' as const),
  personId: anId,
  status: aStatus,
  roles: someRoles,
  sheet: aSheet,
})
export const aClientUser = fc.record({
  kind: fc.constant('client-user' as const),
  personId: anId,
  status: aStatus,
  profile: oneOf(profileNames),
})

const aRoomRole = oneOf(namesOf<RoomRole>(roomRoles))
const aLevel = oneOf(namesOf<ApplicationLevel>(applicationLevels))
const anApplication = oneOf(namesOf<ApplicationName>(applications))
const byPerson = fc.record({ personId: anId })
const marked = { confidential: maybe(fc.boolean()) }

type Things = Required<Omit<Situation, 'actor'>>

/** Everything that may be at hand: a part of a situation that nothing is made for does not compile. */
export const things = {
  dossier: fc.record({
    ownerId: anId,
    responsibleId: anId,
    answeredBy: maybe(oneOf(['member', 'office', 'client-group'] as const)),
    clientGroupId: maybe(aClientGroup),
    state: oneOf(['active', 'active', 'closed', 'archived'] as const),
    modules: someOf<Module>(namesOf(modules)),
    ...marked,
    contents: maybe(fc.record({ open: fc.nat(2), confidential: fc.nat(2) })),
  }),
  access: fc.record({ personId: anId, live: maybe(fc.boolean()) }),
  share: fc.record({ personId: anId, access: oneOf(['read', 'write'] as const), live: fc.boolean() }),
  assignment: fc.record({ personId: anId, assigned: oneOf([null, {}]), dossierIds: oneOf([[], ['quay']]) }),
  note: fc.record({ createdBy: anId, ...marked }),
  form: fc.record({ createdBy: anId, ...marked }),
  document: fc.record({
    createdBy: anId,
    ...marked,
    approvers: maybe(someIds),
    state: maybe(oneOf(['to-approve', 'to-approve', 'in-process', 'approved'])),
  }),
  absence: fc.record({ personId: anId, deputyId: anId, live: fc.boolean() }),
  clientGroup: fc.record({ clientGroupId: aClientGroup, responsibleIds: someIds }),
  entry: fc.record(marked),
  copy: fc.record({ widens: fc.boolean() }),
  workspace: fc.record({ dossiersMet: fc.boolean() }),
  offer: fc.record({
    giverId: anId,
    recipientId: anId,
    state: oneOf(['pending', 'pending', 'accepted', 'refused', 'withdrawn', 'expired']),
  }),
  transfer: fc.record({ askedBy: anId }),
  request: fc.record({
    requestedBy: anId,
    joinedBy: someIds,
    state: oneOf(['pending', 'pending', 'information-asked', 'approved', 'refused', 'withdrawn', 'expired', 'closed']),
  }),
  followUp: fc.record({ standIns: someIds }),
  member: byPerson,
  grantee: fc.record({
    personId: anId,
    kind: oneOf(['member', 'member', 'client-user'] as const),
    status: aStatus,
    roles: maybe(someRoles),
  }),
  proposal: fc.record({
    roles: someOf<Role>(['practitioner', 'guest', 'administrator'], 2),
    sheet: maybe(aSheet),
  }),
  successors: fc.uniqueArray(anId),
  user: fc.record({
    personId: anId,
    kind: oneOf(['client-user', 'client-user', 'member'] as const),
    dossiers: maybe(fc.nat(2)),
  }),
  userAccess: byPerson,
  link: fc.record({
    purpose: oneOf(['access-decision', 'activation', 'offer-answer', 'document-approval']),
    personId: anId,
    live: fc.boolean(),
  }),
  appointment: fc.record({ memberId: anId }),
  invoice: fc.record({ state: oneOf(['draft', 'issued', 'part-paid', 'paid', 'credited'] as const) }),
  companion: byPerson,
  collaborativeSpace: fc.record({ state: oneOf(['open', 'closed'] as const), members: fc.integer({ min: 0, max: 3 }) }),
  seat: fc.record({
    roomId: aRoom,
    personId: anId,
    role: aRoomRole,
    groupIds: someGroups,
    manages: someGroups,
    attachedTo: maybe(fc.record({ personId: anId, role: aRoomRole, groupIds: someGroups, active: fc.boolean() })),
    assistants: maybe(someIds),
  }),
  room: fc.record({ roomId: aRoom }),
  group: fc.record({ groupId: aGroup }),
  meeting: fc.record({
    groupIds: someGroups,
    participants: someIds,
    state: oneOf(['draft', 'published', 'running', 'closed'] as const),
    evaluated: maybe(fc.boolean()),
    signatories: maybe(someIds),
  }),
  agendaItem: fc.record({ recused: fc.oneof(fc.constant([]), someIds) }),
  vote: fc.record({ open: fc.boolean(), byProxy: fc.oneof(fc.constant([]), someIds) }),
  annotation: fc.record({ authorId: anId }),
  libraryDocument: fc.record({ groupIds: someGroups }),
  task: fc.record({ assigneeId: anId, groupIds: someGroups }),
  membership: fc.record({
    spaceId: aSpace,
    personId: anId,
    level: oneOf(['administrator', 'member'] as const),
    applications: fc.dictionary(anApplication, aLevel, { maxKeys: 4 }) as fc.Arbitrary<
      Partial<Record<ApplicationName, ApplicationLevel>>
    >,
  }),
  space: fc.record({ spaceId: aSpace, state: oneOf(['open', 'open', 'closed', 'archived'] as const) }),
  application: fc.record({ name: anApplication }),
} as const satisfies { readonly [T in keyof Things]: fc.Arbitrary<Things[T]> }

/** Somebody and what is at hand; most things mostly are. */
export const aSituation: fc.Arbitrary<Situation> = fc.record({
  actor: fc.oneof({ arbitrary: aMember, weight: 2 }, { arbitrary: aClientUser, weight: 1 }),
  ...Object.fromEntries(
    Object.entries(things as Record<string, fc.Arbitrary<unknown>>).map(([name, thing]) => [
      name,
      fc.option(thing, { nil: undefined, freq: 5 }),
    ]),
  ),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Situation>

export const without = (key: keyof Situation, { [key]: _, ...rest }: Situation): Situation => rest as Situation

/** Everyone whom a rule can speak of. */
export const everyWho: readonly Who[] = [
  'anyone',
  'member',
  ...roleNames.map((role): Who => `role ${role}`),
  ...profileNames.map((profile): Who => `profile ${profile}`),
  ...namesOf<Area>(areas).flatMap((area) =>
    (breadthsOf[area] as readonly string[])
      .filter((breadth) => breadth !== 'none')
      .flatMap((breadth) => [`view ${area}: ${breadth}` as Who, `edit ${area}: ${breadth}` as Who]),
  ),
  ...namesOf<RoomRole>(roomRoles).map((role): Who => `room ${role}`),
  'space administrator',
  'space member',
  ...namesOf<ApplicationLevel>(applicationLevels).map((level): Who => `application ${level}`),
  ...namesOf<Relation>(relations),
]
export const everyFact = namesOf<Fact>(facts)

const aWho = oneOf(everyWho)
const someFacts = fc.uniqueArray(oneOf(everyFact), { maxLength: 2 })

/** The action that made-up rules are on. */
export const ACTION: Action = 'dossier.read'
export const aRule = (kind: 'allow' | 'never'): fc.Arbitrary<Rule> =>
  fc.record({ who: aWho, when: someFacts, unless: someFacts, id: fc.uuid() }).map(
    ({ who, when, unless, id }) =>
      ({
        id,
        action: ACTION,
        on: 'dossier',
        [kind]: who,
        when,
        unless,
        source: 'D-01',
        en: id,
        fr: id,
      }) as unknown as Rule,
  )
export const someRules = fc.array(fc.oneof(aRule('allow'), aRule('never')), { maxLength: 6 })
