/**
 * Small organisations at random, and what everybody reaches in each by looking at every single thing: what simulations
 * and lists of reach are compared with. It asks the engine alone, and none of the ways by which answers find things.
 */
import fc from 'fast-check'
import { changeProfile } from '../functions/client-users/handlers/change-profile.ts'
import { routes as userRoutes } from '../functions/client-users/routes.ts'
import { assignClient } from '../functions/clients/handlers/assign-client.ts'
import { unassignClient } from '../functions/clients/handlers/unassign-client.ts'
import {
  type Client,
  type ClientAssignment,
  ClientAssignments,
  Clients,
  dossierIdOf,
} from '../functions/clients/records.ts'
import { routes as clientRoutes } from '../functions/clients/routes.ts'
import { configureDossier } from '../functions/dossiers/handlers/configure-dossier.ts'
import { setConfidentiality } from '../functions/dossiers/handlers/set-confidentiality.ts'
import { type Dossier, type DossierAccess, DossierAccesses, Dossiers } from '../functions/dossiers/records.ts'
import { routes as dossierRoutes } from '../functions/dossiers/routes.ts'
import type { Handler } from '../functions/kernel/handler.ts'
import { takeLine, type World } from '../functions/kernel/line.ts'
import { changeRoles } from '../functions/members/handlers/change-roles.ts'
import { changeSheet } from '../functions/members/handlers/change-sheet.ts'
import { deactivateMember } from '../functions/members/handlers/deactivate-member.ts'
import { routes as memberRoutes } from '../functions/members/routes.ts'
import { explainPerson } from '../functions/questions/handlers/explain-person.ts'
import { listOwnReach } from '../functions/questions/handlers/list-own-reach.ts'
import { listReach } from '../functions/questions/handlers/list-reach.ts'
import { simulateAssignment } from '../functions/questions/handlers/simulate-assignment.ts'
import { simulateConfidentiality } from '../functions/questions/handlers/simulate-confidentiality.ts'
import { simulateConfiguration } from '../functions/questions/handlers/simulate-configuration.ts'
import { simulateDeactivation } from '../functions/questions/handlers/simulate-deactivation.ts'
import { simulateEndOfShare } from '../functions/questions/handlers/simulate-end-of-share.ts'
import { simulateProfile } from '../functions/questions/handlers/simulate-profile.ts'
import { simulateRoles } from '../functions/questions/handlers/simulate-roles.ts'
import { simulateShare } from '../functions/questions/handlers/simulate-share.ts'
import { simulateSheet } from '../functions/questions/handlers/simulate-sheet.ts'
import { simulateUnassignment } from '../functions/questions/handlers/simulate-unassignment.ts'
import { rightsOn, type Thing } from '../functions/questions/rights-on.ts'
import { routes as questionRoutes } from '../functions/questions/routes.ts'
import { clientThing, dossierThing, memberThing, organisationThing } from '../functions/questions/things.ts'
import { rules } from '../functions/rules.ts'
import { endShare } from '../functions/sharing/handlers/end-share.ts'
import { giveShare } from '../functions/sharing/handlers/give-share.ts'
import { type Share, Shares } from '../functions/sharing/records.ts'
import { routes as shareRoutes } from '../functions/sharing/routes.ts'
import type { Route } from '../shared/contract/route.ts'
import { Holdings, introduce, type Member, People, type Person } from '../shared/people.ts'
import { isProblem } from '../shared/problems.ts'
import { profileNames, type Role } from '../shared/roles.ts'
import { compile } from '../shared/rules/decide.ts'
import { type Module, modules } from '../shared/rules/situation.ts'
import { breadthsOf, fullSheet, reaches, type Sheet } from '../shared/sheet.ts'
import { type AnyRecord, fromStored, type Stored } from '../shared/table/record.ts'
import { create } from '../shared/table/table.ts'
import { newId } from './ask.ts'
import { type MemoryTable, memoryTable } from './memory-table.ts'
import { idOf, NOW } from './world.ts'

const policy = compile(rules)
const [YESTERDAY, TOMORROW] = ['2026-03-01T09:00:00.000Z', '2026-03-03T09:00:00.000Z']

// ————— Organisations at random

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const right = <A extends keyof typeof breadthsOf>(area: A) => {
  const breadth = oneOf(breadthsOf[area] as readonly (typeof breadthsOf)[A][number][])
  return fc.tuple(breadth, breadth).map(([a, b]) => (reaches(a, b) ? { view: a, edit: b } : { view: b, edit: a }))
}
export const aSheet: fc.Arbitrary<Sheet> = fc
  .tuple(right('profiles'), right('documentation'), right('calendars'), right('invoices'), right('settings'))
  .map(([profiles, documentation, calendars, invoices, settings]) => ({
    profiles,
    documentation,
    calendars,
    invoices,
    settings,
  }))
const someRoles: readonly (readonly Role[])[] = [
  ['practitioner'],
  ['practitioner', 'coordinator'],
  ['administrator', 'practitioner'],
  ['coordinator'],
  ['user-manager'],
  ['guest'],
]
export const aRoles = oneOf(someRoles)
const MEMBERS = 5
const USERS = 2
const CLIENTS = 2
const DOSSIERS = 4
const memberIds = Array.from({ length: MEMBERS }, (_, at) => idOf(10 + at))
const userIds = Array.from({ length: USERS }, (_, at) => idOf(30 + at))
const clientIds = Array.from({ length: CLIENTS }, (_, at) => idOf(50 + at))
/** Always there, and able to change whatever the settings rule. */
export const OFFICE = idOf(1)

const aMember = fc.record({
  roles: aRoles,
  sheet: aSheet,
  status: oneOf(['active', 'active', 'active', 'invited', 'inactive'] as const),
})
const aDossier = fc.record({
  client: fc.nat(CLIENTS - 1),
  owner: fc.nat(MEMBERS - 1),
  responsible: fc.nat(MEMBERS - 1),
  state: oneOf(['active', 'active', 'closed', 'archived'] as const),
  modules: fc.subarray(Object.keys(modules) as Module[]),
  confidential: fc.boolean(),
  contents: fc.record({ open: fc.nat(1), confidential: fc.nat(1) }),
})
const aTie = { person: fc.nat(MEMBERS - 1), dossier: fc.nat(DOSSIERS - 1) }

export const anOrganisation = fc.record({
  members: fc.array(aMember, { minLength: MEMBERS, maxLength: MEMBERS }),
  users: fc.array(oneOf(profileNames), { minLength: USERS, maxLength: USERS }),
  dossiers: fc.array(aDossier, { minLength: DOSSIERS, maxLength: DOSSIERS }),
  shares: fc.array(
    fc.record({ ...aTie, access: oneOf(['read', 'write'] as const), until: oneOf([null, YESTERDAY, TOMORROW]) }),
    { maxLength: 5 },
  ),
  accesses: fc.array(fc.record({ user: fc.nat(USERS - 1), dossier: fc.nat(DOSSIERS - 1) }), { maxLength: 4 }),
  assigned: fc.array(fc.record({ person: fc.nat(MEMBERS - 1), client: fc.nat(CLIENTS - 1) }), { maxLength: 4 }),
})
export type Organisation = typeof anOrganisation extends fc.Arbitrary<infer O> ? O : never

const someone = (personId: string, name: string) =>
  ({ personId, email: `${personId}@greffe.example`, name, language: 'fr', createdAt: YESTERDAY }) as const

/** The organisation in a table, with its dossiers' ids. */
export const settle = (of: Organisation) => {
  const table = memoryTable()
  const people: Person[] = [
    {
      ...someone(OFFICE, 'Odile Marchetti-Brun'),
      kind: 'member',
      status: 'active',
      roles: ['administrator'],
      sheet: fullSheet,
    },
    ...of.members.map(
      (one, at): Member => ({ ...someone(memberIds[at] as string, `Membre ${at}`), kind: 'member', ...one }),
    ),
    ...of.users.map(
      (profile, at): Person => ({
        ...someone(userIds[at] as string, `Utilisatrice ${at}`),
        kind: 'client-user',
        status: 'active',
        profile,
      }),
    ),
  ]
  const clients = clientIds.map(
    (clientId, at): Client => ({
      clientId,
      name: `Cliente ${at}`,
      kind: 'company',
      email: null,
      state: 'active',
      createdAt: NOW,
      createdBy: OFFICE,
    }),
  )
  const dossiers = of.dossiers.map(({ client, owner, responsible, ...rest }, at) => {
    const clientId = clientIds[client] as string
    return {
      dossierId: dossierIdOf(`019cabcd-${(at + 1).toString(16).padStart(4, '0')}-7000-8000-000000000000`, clientId),
      number: at + 1,
      clientId,
      clientName: `Cliente ${client}`,
      ownerId: memberIds[owner] as string,
      responsibleId: memberIds[responsible] as string,
      ...rest,
      createdAt: NOW,
      createdBy: OFFICE,
    } as Dossier
  })
  const idsOf = (at: number) => (dossiers[at] as Dossier).dossierId
  const shares = of.shares.map(
    ({ person, dossier, access, until }): Share => ({
      dossierId: idsOf(dossier),
      personId: memberIds[person] as string,
      access,
      until,
      givenBy: OFFICE,
      givenAt: YESTERDAY,
    }),
  )
  const accesses = of.accesses.map(
    ({ user, dossier }): DossierAccess => ({
      dossierId: idsOf(dossier),
      personId: userIds[user] as string,
      grantedBy: OFFICE,
      grantedAt: YESTERDAY,
      requestId: null,
    }),
  )
  const assignments = memberIds.flatMap((personId, person) =>
    clientIds.flatMap((clientId, client): ClientAssignment[] => {
      const named = of.assigned.some((one) => one.person === person && one.client === client)
      const dossierIds = dossiers
        .filter((one) => one.ownerId === personId && one.clientId === clientId)
        .map((one) => one.dossierId)
      if (!named && dossierIds.length === 0) return []
      return [{ clientId, personId, assigned: named ? { by: OFFICE, at: YESTERDAY } : null, dossierIds }]
    }),
  )
  table.put(
    ...people.flatMap(introduce),
    ...clients.map((one) => create(Clients, one)),
    ...dossiers.map((one) => create(Dossiers, one)),
    ...shares.map((one) => create(Shares, one)),
    ...accesses.map((one) => create(DossierAccesses, one)),
    ...assignments.map((one) => create(ClientAssignments, one)),
    ...memberIds.map((personId) =>
      create(Holdings, {
        personId,
        dossiers: dossiers.filter(({ ownerId }) => ownerId === personId).length,
        responsibilities: dossiers.filter(({ responsibleId }) => responsibleId === personId).length,
      }),
    ),
  )
  return { table, memberIds, userIds, clientIds, dossierIds: dossiers.map(({ dossierId }) => dossierId) }
}

// ————— What everybody reaches, looking at everything

const all = <T>(table: MemoryTable, record: AnyRecord): Stored<T>[] =>
  table
    .everything()
    .filter(({ recordName }) => recordName === record.name)
    .map((stored) => fromStored<T>(stored))

/** `person | thing | action content`, for every right that anybody has on anything. */
export const reachOfAll = (table: MemoryTable, only: (person: Person) => boolean = () => true): ReadonlySet<string> => {
  const people = all<Person>(table, People)
  const shares = all<Share>(table, Shares)
  const accesses = all<DossierAccess>(table, DossierAccesses)
  const assignments = all<ClientAssignment>(table, ClientAssignments)
  const assignmentOf = (personId: string, clientId: string) =>
    assignments.find((one) => one.personId === personId && one.clientId === clientId)
  const thingsFor = ({ personId }: Person): Thing[] => [
    organisationThing,
    ...people.filter(({ kind }) => kind === 'member').map(memberThing),
    ...all<Client>(table, Clients).map((client) =>
      clientThing({ client, assignment: assignmentOf(personId, client.clientId) }),
    ),
    ...all<Dossier>(table, Dossiers).map((dossier) => {
      const of = (one: { dossierId: string; personId: string }): boolean =>
        one.dossierId === dossier.dossierId && one.personId === personId
      const ties = {
        share: shares.find(of),
        access: accesses.find(of),
        assignment: assignmentOf(personId, dossier.clientId),
      }
      return dossierThing({ dossier, ...ties }, { personId })
    }),
  ]
  return new Set(
    people
      .filter(only)
      .flatMap((person) =>
        thingsFor(person).flatMap((thing) =>
          rightsOn({ policy, now: NOW }, person, thing).flatMap((right) =>
            (right.content.length === 0 ? [''] : right.content).map((content) =>
              nameOf(person.personId, thing.resource, right.action, content),
            ),
          ),
        ),
      ),
  )
}

type Named = Readonly<Record<string, string>>
const IDS = ['personId', 'clientId', 'dossierId']
const nameOf = (personId: string, resource: Named, action: string, content: string): string =>
  [personId, resource.kind, ...IDS.map((id) => resource[id] ?? ''), action, content].join(' | ')

type ShownRight = { readonly action: string; readonly content?: readonly string[] }
export const namesOf = (personId: string, resource: Named, rights: readonly ShownRight[]): string[] =>
  rights.flatMap(({ action, content = [''] }) => content.map((one) => nameOf(personId, resource, action, one)))

// ————— The line, over that table

const operations: Readonly<Record<string, readonly [Route, unknown]>> = {
  explainPerson: [questionRoutes.explainPerson as Route, explainPerson],
  listOwnReach: [questionRoutes.listOwnReach as Route, listOwnReach],
  listReach: [questionRoutes.listReach as Route, listReach],
  simulateSheet: [questionRoutes.simulateSheet as Route, simulateSheet],
  simulateRoles: [questionRoutes.simulateRoles as Route, simulateRoles],
  simulateDeactivation: [questionRoutes.simulateDeactivation as Route, simulateDeactivation],
  simulateAssignment: [questionRoutes.simulateAssignment as Route, simulateAssignment],
  simulateUnassignment: [questionRoutes.simulateUnassignment as Route, simulateUnassignment],
  simulateShare: [questionRoutes.simulateShare as Route, simulateShare],
  simulateEndOfShare: [questionRoutes.simulateEndOfShare as Route, simulateEndOfShare],
  simulateConfiguration: [questionRoutes.simulateConfiguration as Route, simulateConfiguration],
  simulateConfidentiality: [questionRoutes.simulateConfidentiality as Route, simulateConfidentiality],
  simulateProfile: [questionRoutes.simulateProfile as Route, simulateProfile],
  changeProfile: [userRoutes.changeProfile as Route, changeProfile],
  changeSheet: [memberRoutes.changeSheet as Route, changeSheet],
  changeRoles: [memberRoutes.changeRoles as Route, changeRoles],
  deactivateMember: [memberRoutes.deactivateMember as Route, deactivateMember],
  assignClient: [clientRoutes.assignClient as Route, assignClient],
  unassignClient: [clientRoutes.unassignClient as Route, unassignClient],
  giveShare: [shareRoutes.giveShare as Route, giveShare],
  endShare: [shareRoutes.endShare as Route, endShare],
  configureDossier: [dossierRoutes.configureDossier as Route, configureDossier],
  setConfidentiality: [dossierRoutes.setConfidentiality as Route, setConfidentiality],
}

export type Answered = {
  readonly status: number
  readonly problem: string | null
  readonly json: Record<string, never>
}

/** Somebody asks for something, along the whole line. */
export const askAs = async (
  table: MemoryTable,
  as: string,
  name: string,
  params: Named,
  input: object = {},
): Promise<Answered> => {
  const [route, handler] = operations[name] as readonly [Route, unknown]
  const world: World = {
    table,
    policy,
    newId,
    clock: () => NOW,
    publicUrl: 'https://greffe.example',
    inboundDomain: 'courrier.greffe.example',
    files: {} as World['files'],
    directory: {} as World['directory'],
  }
  const inQuery = route.method === 'GET' || route.method === 'DELETE'
  const ended = await takeLine(world, route, handler as Handler<never>, {
    method: route.method,
    rawPath: route.path,
    params,
    query: inQuery ? Object.fromEntries(Object.entries(input).map(([key, value]) => [key, String(value)])) : {},
    body: inQuery ? null : JSON.stringify(input),
    contentType: 'application/json',
    ifMatch: null,
    idempotencyKey: null,
    language: null,
    tokenPersonId: as,
    source: 'somewhere',
    requestId: 'request',
  })
  if (isProblem(ended)) return { status: 0, problem: ended.problem, json: {} }
  const { status, body } = ended.answer
  return { status, problem: null, json: body === '' ? {} : JSON.parse(body) }
}
