/**
 * Sequences of acts, each by anybody, through the whole system; beside it a plain picture of who was given what, kept by
 * the requirements' words alone. Whoever the picture does not allow is refused, and after every sequence everyone has
 * exactly the rights that follow from the acts that were allowed: none that no rule grants, none lost.
 */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { ClientAssignments, Clients, dossierIdOf } from '../../functions/clients/records.ts'
import { DossierAccesses, Dossiers } from '../../functions/dossiers/records.ts'
import { rules } from '../../functions/rules.ts'
import type { Action } from '../../shared/actions.ts'
import { Holdings, introduce, type Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { type Profile, profileNames, type Role } from '../../shared/roles.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import { type Module, modules, type Situation } from '../../shared/rules/situation.ts'
import { fullSheet, guestSheet, practitionerSheet, type Sheet } from '../../shared/sheet.ts'
import { create } from '../../shared/table/table.ts'
import { type Api, type Ended, openApi } from '../whole-api.ts'
import { idOf, NOW, shutSheet } from '../world.ts'

const policy = compile(rules)
let sequences = 0
let acts = 0
let accepted = 0
let compared = 0

// The people and things that every sequence begins with.
const AUDITOR = idOf(1)
const members = { office: idOf(2), coordinator: idOf(3), paul: idOf(4), rose: idOf(5), reader: idOf(6), guest: idOf(7) }
const users = { first: idOf(8), second: idOf(9) }
const everyone = [...Object.values(members), ...Object.values(users)]
const CLIENTS = [idOf(51), idOf(52)] as const
const DOSSIERS = [
  dossierIdOf('019cabce-0001-7000-8000-000000000000', CLIENTS[0]),
  dossierIdOf('019cabce-0002-7000-8000-000000000000', CLIENTS[0]),
  dossierIdOf('019cabce-0003-7000-8000-000000000000', CLIENTS[1]),
] as const
const clientOf = (dossierId: string): string => (dossierId === DOSSIERS[2] ? CLIENTS[1] : CLIENTS[0])

type Dossier = { ownerId: string; responsibleId: string; modules: readonly Module[] }
/** What is true, by the acts that were allowed. */
type Picture = {
  now: string
  readonly people: Map<string, Person>
  readonly dossiers: Map<string, Dossier>
  /** By dossier and person. */
  readonly shares: Map<string, { access: 'read' | 'write'; until: string | null }>
  readonly accesses: Set<string>
  /** By client and person. */
  readonly assigned: Set<string>
}
const pair = (a: string, b: string): string => `${a} ${b}`

const sheetOf = (view: 'none' | 'assigned' | 'all', settings: 'none' | 'all' = 'none'): Sheet => ({
  ...shutSheet,
  profiles: { view, edit: view },
  documentation: { view, edit: view },
  settings: { view: settings, edit: settings },
})

const beginning = (): { picture: Picture; api: Api } => {
  const someone = (personId: string) => ({
    personId,
    email: `${personId}@greffe.example`,
    name: 'Apolline Guérande',
    language: 'fr' as const,
    status: 'active' as const,
    createdAt: NOW,
  })
  const member = (personId: string, roles: readonly Role[], sheet: Sheet): Person => ({
    ...someone(personId),
    kind: 'member',
    roles,
    sheet,
  })
  const user = (personId: string, profile: Profile, dossiers: number): Person => ({
    ...someone(personId),
    kind: 'client-user',
    profile,
    dossiers,
  })
  const people = [
    member(AUDITOR, ['administrator'], fullSheet),
    member(members.office, [], sheetOf('all', 'all')),
    member(members.coordinator, ['coordinator', 'practitioner'], practitionerSheet),
    member(members.paul, ['practitioner'], practitionerSheet),
    member(members.rose, ['practitioner'], practitionerSheet),
    member(members.reader, [], sheetOf('none')),
    member(members.guest, ['guest'], guestSheet),
    user(users.first, 'client-administrator', 2),
    user(users.second, 'client-full-feedback', 1),
  ]
  const owners = [members.paul, members.rose, members.rose]
  const picture: Picture = {
    now: NOW,
    people: new Map(people.map((person) => [person.personId, person])),
    dossiers: new Map(
      DOSSIERS.map((dossierId, at) => [
        dossierId,
        { ownerId: owners[at] as string, responsibleId: owners[at] as string, modules: ['archive'] },
      ]),
    ),
    shares: new Map(),
    accesses: new Set([
      pair(DOSSIERS[0], users.first),
      pair(DOSSIERS[0], users.second),
      pair(DOSSIERS[1], users.first),
    ]),
    assigned: new Set(),
  }
  const api = openApi()
  const held = (personId: string): number => owners.filter((owner) => owner === personId).length
  api.table.put(
    ...people.flatMap((person) => introduce(person)),
    ...CLIENTS.map((clientId) =>
      create(Clients, {
        clientId,
        name: 'Atelier Verrières',
        kind: 'company',
        state: 'active',
        email: null,
        createdAt: NOW,
        createdBy: AUDITOR,
      }),
    ),
    ...[...picture.dossiers].map(([dossierId, dossier], at) =>
      create(Dossiers, {
        ...dossier,
        dossierId,
        number: at + 1,
        clientId: clientOf(dossierId),
        clientName: 'Atelier Verrières',
        state: 'active',
        createdAt: NOW,
        createdBy: AUDITOR,
      }),
    ),
    ...[...new Set(owners)].map((personId) =>
      create(Holdings, { personId, dossiers: held(personId), responsibilities: held(personId) }),
    ),
    ...[
      [CLIENTS[0], members.paul, [DOSSIERS[0]]],
      [CLIENTS[0], members.rose, [DOSSIERS[1]]],
      [CLIENTS[1], members.rose, [DOSSIERS[2]]],
    ].map(([clientId, personId, dossierIds]) =>
      create(ClientAssignments, { clientId, personId, dossierIds, assigned: null } as never),
    ),
    ...[...picture.accesses].map((both) => {
      const [dossierId = '', personId = ''] = both.split(' ')
      return create(DossierAccesses, { dossierId, personId, grantedBy: AUDITOR, grantedAt: NOW, requestId: null })
    }),
  )
  return { picture, api }
}

/** A situation by the picture alone: nothing of it was loaded by the system. */
const situationIn = (
  picture: Picture,
  personId: string,
  of: { dossierId?: string; clientId?: string } = {},
): Situation => {
  const { dossierId } = of
  const actor = picture.people.get(personId) as Person
  const clientId = dossierId === undefined ? of.clientId : clientOf(dossierId)
  const owned = DOSSIERS.filter((one) => clientOf(one) === clientId && picture.dossiers.get(one)?.ownerId === personId)
  const byName = clientId !== undefined && picture.assigned.has(pair(clientId, personId))
  const share = dossierId === undefined ? undefined : picture.shares.get(pair(dossierId, personId))
  return {
    actor,
    ...(byName || owned.length > 0
      ? { assignment: { personId, assigned: byName ? {} : null, dossierIds: owned } }
      : {}),
    ...(dossierId === undefined
      ? {}
      : {
          dossier: { ...(picture.dossiers.get(dossierId) as Dossier), state: 'active' as const },
          access: picture.accesses.has(pair(dossierId, personId)) ? { personId } : undefined,
          share:
            share === undefined
              ? undefined
              : { personId, access: share.access, live: share.until === null || share.until > picture.now },
        }),
  }
}
const may = (picture: Picture, personId: string, action: Action, of = {}, more: Partial<Situation> = {}): boolean =>
  decide(policy, action, { ...situationIn(picture, personId, of), ...more }).allowed

/** An act: whether the picture allows it, how it is asked for, and what is true once it was answered with success. */
type Act = {
  readonly by: string
  readonly allowed: (picture: Picture) => boolean
  readonly ask: (api: Api, picture: Picture) => Promise<Ended>
  readonly done: (picture: Picture) => void
}

const anyone = fc.constantFrom(...everyone)
/** Anybody, and more often than by chance those who may most: a sequence in which all is refused shows little. */
const somebody = fc.oneof(
  { weight: 2, arbitrary: anyone },
  { weight: 2, arbitrary: fc.constant(members.office) },
  { weight: 2, arbitrary: fc.constantFrom(members.rose, members.paul) },
)
const aMember = fc.constantFrom(...Object.values(members))
const aUser = fc.constantFrom(...Object.values(users))
const aDossier = fc.constantFrom(...DOSSIERS)
const aClient = fc.constantFrom(...CLIENTS)
const granteeOf = (picture: Picture, personId: string): Partial<Situation> => ({
  grantee: picture.people.get(personId) as NonNullable<Situation['grantee']>,
})
const theMember = (personId: string): Partial<Situation> => ({ member: { personId } })

const aShare = fc
  .record({
    by: somebody,
    dossierId: aDossier,
    personId: anyone,
    access: fc.constantFrom('read', 'write'),
    days: fc.option(fc.integer({ min: 1, max: 9 })),
  })
  .map(({ by, dossierId, personId, access, days }): Act => {
    const untilOf = ({ now }: Picture) => (days === null ? null : addSeconds(now, days * DAY))
    return {
      by,
      allowed: (picture) => may(picture, by, 'share.give', { dossierId }, granteeOf(picture, personId)),
      ask: (api, picture) =>
        api.ask('PUT /v1/dossiers/{dossierId}/shares/{personId}', {
          as: by,
          params: { dossierId, personId },
          input: { access, until: untilOf(picture) },
        }),
      done: (picture) =>
        picture.shares.set(pair(dossierId, personId), { access: access as 'read', until: untilOf(picture) }),
    }
  })
const anEndOfShare = fc.record({ by: somebody, dossierId: aDossier, personId: anyone }).map(
  ({ by, dossierId, personId }): Act => ({
    by,
    allowed: (picture) => may(picture, by, 'share.end', { dossierId }, granteeOf(picture, personId)),
    ask: (api) =>
      api.ask('DELETE /v1/dossiers/{dossierId}/shares/{personId}', { as: by, params: { dossierId, personId } }),
    done: (picture) => picture.shares.delete(pair(dossierId, personId)),
  }),
)
const anAssignment = fc.record({ by: somebody, clientId: aClient, personId: aMember, ends: fc.boolean() }).map(
  ({ by, clientId, personId, ends }): Act => ({
    by,
    allowed: (picture) =>
      may(
        picture,
        by,
        ends ? 'assignment.end' : 'assignment.give',
        {},
        { ...theMember(personId), ...granteeOf(picture, personId) },
      ),
    ask: (api) =>
      api.ask(`${ends ? 'DELETE' : 'PUT'} /v1/members/{personId}/clients/{clientId}`, {
        as: by,
        params: { personId, clientId },
      }),
    done: (picture) =>
      ends ? picture.assigned.delete(pair(clientId, personId)) : picture.assigned.add(pair(clientId, personId)),
  }),
)
const aSheet = fc
  .record({
    by: somebody,
    personId: aMember,
    view: fc.constantFrom('none', 'assigned', 'all'),
    settings: fc.constantFrom('none', 'all'),
  })
  .map(({ by, personId, view, settings }): Act => {
    const sheet = sheetOf(view as 'none', settings as 'none')
    return {
      by,
      allowed: (picture) => may(picture, by, 'sheet.change', {}, theMember(personId)),
      ask: (api) => api.ask('PUT /v1/members/{personId}/sheet', { as: by, params: { personId }, input: sheet }),
      done: (picture) => picture.people.set(personId, { ...picture.people.get(personId), sheet } as Person),
    }
  })
const someRoles = fc
  .record({
    by: somebody,
    personId: aMember,
    roles: fc.subarray(['practitioner', 'coordinator', 'user-manager'] as Role[], { minLength: 1 }),
  })
  .map(
    ({ by, personId, roles }): Act => ({
      by,
      allowed: (picture) => may(picture, by, 'member.change-roles', {}, theMember(personId)),
      ask: (api) => api.ask('PUT /v1/members/{personId}/roles', { as: by, params: { personId }, input: { roles } }),
      done: (picture) => {
        const before = picture.people.get(personId) as Extract<Person, { kind: 'member' }>
        // A guest who becomes a member is a new one: with the sheet that new members get (S-01).
        const sheet = before.roles.includes('guest') ? practitionerSheet : before.sheet
        picture.people.set(personId, { ...before, roles, sheet })
      },
    }),
  )
const aDeactivation = fc.record({ by: somebody, personId: aMember }).map(
  ({ by, personId }): Act => ({
    by,
    allowed: (picture) => may(picture, by, 'member.deactivate', {}, theMember(personId)),
    ask: (api) => api.ask('POST /v1/members/{personId}/deactivation', { as: by, params: { personId } }),
    done: (picture) => picture.people.set(personId, { ...picture.people.get(personId), status: 'inactive' } as Person),
  }),
)
const aHandover = fc.record({ by: somebody, dossierId: aDossier, from: aMember, successorId: aMember }).map(
  ({ by, dossierId, from, successorId }): Act => ({
    by,
    allowed: (picture) => may(picture, by, 'member.hand-over', {}, { ...theMember(from), successors: [successorId] }),
    ask: (api) =>
      api.ask('POST /v1/members/{personId}/handovers', {
        as: by,
        params: { personId: from },
        input: { items: [{ kind: 'dossier', dossierId, successorId }] },
      }),
    done: (picture) => {
      picture.dossiers.set(dossierId, { ...(picture.dossiers.get(dossierId) as Dossier), ownerId: successorId })
      // An owner is no collaborator of their own dossier.
      picture.shares.delete(pair(dossierId, successorId))
    },
  }),
)
const aConfiguration = fc
  .record({ by: somebody, dossierId: aDossier, on: fc.subarray(Object.keys(modules) as Module[]) })
  .map(
    ({ by, dossierId, on }): Act => ({
      by,
      allowed: (picture) => may(picture, by, 'dossier.configure', { dossierId }),
      ask: (api) =>
        api.ask('PATCH /v1/dossiers/{dossierId}', { as: by, params: { dossierId }, input: { modules: on } }),
      done: (picture) =>
        picture.dossiers.set(dossierId, { ...(picture.dossiers.get(dossierId) as Dossier), modules: on }),
    }),
  )
const aProfile = fc
  .record({ by: somebody, dossierId: aDossier, personId: aUser, profile: fc.constantFrom(...profileNames) })
  .map(
    ({ by, dossierId, personId, profile }): Act => ({
      by,
      allowed: (picture) =>
        may(picture, by, 'client-user.change-profile', { dossierId }, theUser(picture, dossierId, personId)),
      ask: (api) =>
        api.ask('PUT /v1/dossiers/{dossierId}/client-users/{personId}/profile', {
          as: by,
          params: { dossierId, personId },
          input: { profile },
        }),
      // One profile, the same in every dossier (P-01).
      done: (picture) => picture.people.set(personId, { ...picture.people.get(personId), profile } as Person),
    }),
  )
const anEndOfAccess = fc.record({ by: somebody, dossierId: aDossier, personId: aUser }).map(
  ({ by, dossierId, personId }): Act => ({
    by,
    allowed: (picture) =>
      may(picture, by, 'client-user.end-access', { dossierId }, theUser(picture, dossierId, personId)),
    ask: (api) =>
      api.ask('DELETE /v1/dossiers/{dossierId}/client-users/{personId}', { as: by, params: { dossierId, personId } }),
    done: (picture) => picture.accesses.delete(pair(dossierId, personId)),
  }),
)
const theUser = (picture: Picture, dossierId: string, personId: string): Partial<Situation> => ({
  user: {
    personId,
    kind: 'client-user',
    dossiers: DOSSIERS.filter((one) => picture.accesses.has(pair(one, personId))).length,
  },
  userAccess: picture.accesses.has(pair(dossierId, personId)) ? { personId } : undefined,
})
const anAct = fc.oneof(
  { weight: 4, arbitrary: aShare },
  { weight: 2, arbitrary: anEndOfShare },
  { weight: 3, arbitrary: anAssignment },
  { weight: 3, arbitrary: aSheet },
  { weight: 2, arbitrary: someRoles },
  { weight: 1, arbitrary: aDeactivation },
  { weight: 3, arbitrary: aHandover },
  { weight: 1, arbitrary: aConfiguration },
  { weight: 2, arbitrary: aProfile },
  { weight: 1, arbitrary: anEndOfAccess },
)

const onOrganisation: readonly Action[] = [
  'member.list',
  'client.create',
  'client.list',
  'dossier.create',
  'settings.read',
  'settings.change',
]
const onClient: readonly Action[] = ['client.read', 'client.change']
const onDossier: readonly Action[] = [
  'dossier.know',
  'dossier.read',
  'dossier.configure',
  'share.list',
  'document.list',
  'document.import',
  'client-user.list',
  'client-user.create',
  'access-request.create',
  'access-request.list',
  'transfer.list',
]

/** What everyone may, as the system says it when asked by somebody who manages rights. */
const compareEverything = async (api: Api, picture: Picture): Promise<void> => {
  const questions = [
    ...onOrganisation.map((action) => ({ action, of: {} })),
    ...CLIENTS.flatMap((clientId) => onClient.map((action) => ({ action, of: { clientId } }))),
    ...DOSSIERS.flatMap((dossierId) => onDossier.map((action) => ({ action, of: { dossierId } }))),
  ]
  const wrong: string[] = []
  for (const personId of everyone) {
    for (const { action, of } of questions) {
      const said = await api.ask('GET /v1/people/{personId}/explanation', {
        as: AUDITOR,
        params: { personId },
        input: { action, ...of },
      })
      if (said.problem !== undefined) throw new Error(`Asked about ${action}: ${JSON.stringify(said.problem)}`)
      const { allowed } = said.body as { allowed: boolean }
      compared++
      if (allowed !== may(picture, personId, action, of))
        wrong.push(`${action} · ${personId} · ${JSON.stringify(of)} · the system says ${allowed}`)
    }
    // What they find in their list of dossiers is what they may read.
    const { body, status } = await api.ask('GET /v1/dossiers', { as: personId, input: { limit: 100 } })
    const readable = DOSSIERS.filter((dossierId) => may(picture, personId, 'dossier.read', { dossierId }))
    const shown =
      status === 200 ? (body as { items: { dossierId: string }[] }).items.map(({ dossierId }) => dossierId) : []
    if (shown.toSorted().join() !== readable.toSorted().join())
      wrong.push(`list of ${personId}: ${shown.join()}, not ${readable.join()}`)
  }
  expect(wrong).toEqual([])
}

test('B-04, D-21: no sequence of acts gives anyone a right that no rule grants them, nor takes one that a rule still grants', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ act: anAct, wait: fc.constantFrom(0, 0, 0, 2) }), { minLength: 20, maxLength: 40 }),
      async (sequence) => {
        const { api, picture } = beginning()
        sequences++
        for (const { act, wait } of sequence) {
          picture.now = addSeconds(picture.now, wait * DAY)
          api.setClock(picture.now)
          const allowed = act.allowed(picture)
          const { status, problem } = await act.ask(api, picture)
          acts++
          if (!allowed) expect([401, 403, 404], `${act.by} did what no rule allows`).toContain(status)
          if (status >= 500) throw new Error(`A fault: ${JSON.stringify(problem)}`)
          if (status >= 200 && status < 300) {
            accepted++
            act.done(picture)
          }
        }
        await compareEverything(api, picture)
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

test('D-09, D-12: a coordinator moves a dossier to another, never to themself, whose role opens no content', async () => {
  const { api } = beginning()
  const moving = (successorId: string) =>
    api.ask('POST /v1/members/{personId}/handovers', {
      as: members.coordinator,
      params: { personId: members.paul },
      input: { items: [{ kind: 'dossier', dossierId: DOSSIERS[0], successorId }] },
    })
  expect(await moving(members.coordinator)).toMatchObject({
    status: 403,
    problem: { reason: { rule: 'member.hand-over/coordinator' } },
  })
  expect((await moving(members.rose)).status).toBe(200)
})

afterAll(() =>
  console.log(
    `${sequences} sequences of ${acts} acts, ${accepted} of them accepted; ${compared} rights compared afterwards.`,
  ),
)
