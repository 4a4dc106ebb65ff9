/** Each simulation as a handler: what it is told, what it refuses. That it is true is held in `test/simulation.test.ts`. */
import { describe, expect, test } from 'vitest'
import { introduce, type Person } from '../../shared/people.ts'
import { isProblem } from '../../shared/problems.ts'
import { practitionerSheet } from '../../shared/sheet.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { ask, granted, holding } from '../../test/ask.ts'
import { accessOf, dossier } from '../../test/one-dossier.ts'
import { NOW, personOf, shutSheet } from '../../test/world.ts'
import { Clients } from '../clients/records.ts'
import { DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { Shares } from '../sharing/records.ts'
import { simulateAssignment } from './handlers/simulate-assignment.ts'
import { simulateConfidentiality } from './handlers/simulate-confidentiality.ts'
import { simulateConfiguration } from './handlers/simulate-configuration.ts'
import { simulateDeactivation } from './handlers/simulate-deactivation.ts'
import { simulateEndOfShare } from './handlers/simulate-end-of-share.ts'
import { simulateProfile } from './handlers/simulate-profile.ts'
import { simulateRoles } from './handlers/simulate-roles.ts'
import { simulateShare } from './handlers/simulate-share.ts'
import { simulateSheet } from './handlers/simulate-sheet.ts'
import { simulateUnassignment } from './handlers/simulate-unassignment.ts'
import { whyOutdated } from './simulation.ts'

const [office, owner, member, user] = (
  ['administrator', 'owner', 'stranger', 'Full Access of the dossier'] as const
).map(personOf) as [Stored<Person>, Stored<Person>, Stored<Person>, Stored<Person>]
const bare = <T extends object>({ version: _, ...item }: T & { version?: number }) => item as never
const client = {
  clientId: dossier.clientId,
  name: dossier.clientName,
  kind: 'company',
  email: null,
  state: 'active',
  createdAt: NOW,
  createdBy: office.personId,
} as const
const share = {
  dossierId: dossier.dossierId,
  personId: member.personId,
  access: 'read',
  givenBy: owner.personId,
  givenAt: NOW,
  until: null,
} as const
const table = (...more: readonly Write[]) =>
  holding(
    ...[office, owner, member, user, personOf('responsible')].flatMap((one) => introduce(bare(one) as Person)),
    create(Dossiers, bare(dossier)),
    create(Clients, client),
    create(DossierAccesses, bare(accessOf('Full Access of the dossier'))),
    ...more,
  )

type Handler = Parameters<typeof ask>[0]
type Shown = {
  readonly changes: readonly {
    readonly person: { readonly personId: string; readonly name?: string }
    readonly resource: { readonly kind: string; readonly label?: string }
    readonly gains: readonly { readonly action: string }[]
    readonly loses: readonly { readonly action: string }[]
  }[]
  readonly cursor: string | null
  readonly simulation: string | null
}
type Asked = {
  readonly things?: object
  readonly input?: object
  readonly as?: Stored<Person>
  readonly in?: ReturnType<typeof table>
}

/** All pages of a simulation as one. */
const simulated = async (handler: unknown, { things = {}, input = {}, as = office, in: world = table() }: Asked) => {
  const changes: Shown['changes'][number][] = []
  for (let cursor: string | undefined; ; ) {
    const asked = {
      as,
      table: world,
      things: things as never,
      input: { ...input, limit: 3, ...(cursor && { cursor }) },
    }
    const view = (await granted(ask(handler as Handler, asked))).view as unknown as Shown
    changes.push(...view.changes)
    if (view.cursor === null) return { changes, simulation: view.simulation }
    expect(view.simulation).toBeNull()
    cursor = view.cursor
  }
}
const actionsOf = (changes: Shown['changes'], side: 'gains' | 'loses', kind: string): string[] =>
  changes.filter(({ resource }) => resource.kind === kind).flatMap((one) => one[side].map(({ action }) => action))

const refused = async (handler: unknown, { things = {}, input = {} }: Asked): Promise<string | undefined> => {
  const answer = await ask(handler as Handler, {
    as: office,
    table: table(),
    things: things as never,
    input: { limit: 3, ...input },
  })
  return isProblem(answer) ? answer.problem : undefined
}

const withDossier = { dossier, access: undefined, share: undefined, assignment: undefined }

describe('B-04: what a change would give and take', () => {
  test('a wider sheet gives its member what it opens, and takes nothing', async () => {
    const sheet = { ...practitionerSheet, documentation: { view: 'all', edit: 'none' } }
    const { changes, simulation } = await simulated(simulateSheet, { things: { member }, input: { sheet } })
    expect(actionsOf(changes, 'gains', 'dossier')).toContain('document.read')
    expect(changes.flatMap(({ loses }) => loses)).toEqual([])
    expect(changes.every(({ person }) => person.personId === member.personId)).toBe(true)
    expect(simulation).toMatch(/^[\w-]{43}$/)
  })

  test('what gains and loses is named to whoever may read it: a member, a dossier', async () => {
    const sheet = { ...practitionerSheet, documentation: { view: 'all', edit: 'none' } }
    const { changes } = await simulated(simulateSheet, { things: { member }, input: { sheet } })
    expect(changes.at(-1)).toMatchObject({
      person: { name: member.name },
      resource: { kind: 'dossier', label: '7 · Boulangerie Tassin-Lemoine' },
    })
    const clerk = personOf('settings editor')
    const toClerk = await simulated(simulateSheet, { things: { member }, input: { sheet }, as: clerk })
    expect(toClerk.changes.at(-1)?.resource).toEqual({ kind: 'dossier', dossierId: dossier.dossierId })
    // Who reads the answer changes nothing about what saving does.
    expect(toClerk.simulation).toEqual(
      (await simulated(simulateSheet, { things: { member }, input: { sheet } })).simulation,
    )
  })

  test('the same sheet again changes nothing', async () => {
    const asked = { things: { member }, input: { sheet: practitionerSheet } }
    expect((await simulated(simulateSheet, asked)).changes).toEqual([])
  })

  test('a guest loses the directory, and whoever assigns clients loses them as somebody to assign to', async () => {
    const { changes } = await simulated(simulateRoles, { things: { member }, input: { roles: ['guest'] } })
    expect(actionsOf(changes, 'loses', 'member')).toContain('member.read')
    const byOffice = changes.filter(({ person }) => person.personId === office.personId)
    expect(actionsOf(byOffice, 'loses', 'member')).toContain('assignment.give')
  })

  test('a deactivated member loses everything', async () => {
    const { changes } = await simulated(simulateDeactivation, { things: { member } })
    expect(actionsOf(changes, 'loses', 'organisation')).toContain('member.read-self')
    expect(changes.flatMap(({ gains }) => gains)).toEqual([])
  })

  test('a client assigned gives its profile and its dossiers; taken away, it takes them', async () => {
    const things = { member, grantee: member, client, theirs: undefined }
    const given = await simulated(simulateAssignment, { things })
    expect(actionsOf(given.changes, 'gains', 'client')).toContain('client.read')
    expect(actionsOf(given.changes, 'gains', 'dossier')).toContain('document.read')
    expect((await simulated(simulateUnassignment, { things })).changes).toEqual([])
  })

  test('a share gives what it opens, and its end takes it', async () => {
    const things = { ...withDossier, givenShare: undefined, grantee: member }
    const { changes } = await simulated(simulateShare, { things, input: { access: 'read' }, as: owner })
    expect(actionsOf(changes, 'gains', 'dossier')).toContain('document.read')
    expect(actionsOf(changes, 'gains', 'dossier')).not.toContain('note.write')
    const ended = { ...things, givenShare: { ...share, version: 1 } }
    const end = await simulated(simulateEndOfShare, { things: ended, as: owner, in: table(create(Shares, share)) })
    expect(actionsOf(end.changes, 'loses', 'dossier')).toEqual(actionsOf(changes, 'gains', 'dossier'))
  })

  test('a module switched off takes it from the client users; whoever is to answer gains what that needs', async () => {
    const input = { modules: [], responsibleId: member.personId }
    const { changes } = await simulated(simulateConfiguration, { things: withDossier, input })
    const of = (personId: string) => changes.filter(({ person }) => person.personId === personId)
    expect(actionsOf(of(user.personId), 'loses', 'dossier')).toContain('archive.read')
    expect(actionsOf(of(member.personId), 'gains', 'dossier')).toContain('dossier.read')
    expect(actionsOf(of(dossier.responsibleId), 'loses', 'dossier')).toContain('dossier.read')
  })

  test('P-11: where the office answers from now on, the member named reaches the dossier by that no more', async () => {
    const { changes } = await simulated(simulateConfiguration, { things: withDossier, input: { answeredBy: 'office' } })
    const of = changes.filter(({ person }) => person.personId === dossier.responsibleId)
    expect(actionsOf(of, 'loses', 'dossier')).toContain('dossier.read')
    expect(changes.flatMap(({ gains }) => gains)).toEqual([])
  })

  test('the whole dossier set confidential takes from wide scopes what it holds, and from nobody else; lifting gives it back', async () => {
    const input = { confidential: true }
    const { changes } = await simulated(simulateConfidentiality, { things: withDossier, input, as: owner })
    const of = (personId: string) => changes.filter(({ person }) => person.personId === personId)
    const lost = actionsOf(of(office.personId), 'loses', 'dossier')
    expect(lost).toEqual(expect.arrayContaining(['dossier.read', 'document.read']))
    expect(lost).not.toContain('dossier.know')
    expect(of(owner.personId)).toEqual([])
    const lifted = await simulated(simulateConfidentiality, {
      things: { ...withDossier, dossier: { ...withDossier.dossier, confidential: true } },
      input: { confidential: false },
      as: owner,
    })
    // The dossier that lies there was not set confidential, so that lifting changes nothing of it.
    expect(lifted.changes).toEqual([])
  })

  test('another profile changes what its user may do in each of their dossiers', async () => {
    const things = { ...withDossier, user, userAccess: accessOf('Full Access of the dossier') }
    const input = { profile: 'client-document-delivery' }
    const { changes } = await simulated(simulateProfile, { things, input })
    expect(actionsOf(changes, 'loses', 'dossier')).toContain('archive.read')
    expect(changes[0]?.person).toEqual({ personId: user.personId, name: user.name })
  })
})

describe('B-04: what no saving would take is not simulated either', () => {
  const tooWide = { ...shutSheet, invoices: { view: 'none', edit: 'all' } }
  test.each([
    [
      'a sheet that edits what it does not view',
      simulateSheet,
      { things: { member }, input: { sheet: tooWide } },
      'edit-exceeds-view',
    ],
    ['a sheet of a client user', simulateSheet, { things: { member: user }, input: { sheet: shutSheet } }, 'not-found'],
    ['roles of a client user', simulateRoles, { things: { member: user }, input: { roles: ['guest'] } }, 'not-found'],
    ['deactivating a client user as a member', simulateDeactivation, { things: { member: user } }, 'not-found'],
    [
      'a profile of a member',
      simulateProfile,
      { things: { ...withDossier, user: member }, input: { profile: 'client-full-access' } },
      'not-found',
    ],
    [
      'a share with nobody',
      simulateShare,
      { things: { ...withDossier, grantee: undefined }, input: { access: 'read' } },
      'not-found',
    ],
    [
      'a share that has ended',
      simulateShare,
      { things: { ...withDossier, grantee: member }, input: { access: 'read', until: NOW } },
      'end-not-in-future',
    ],
    [
      'the end of a share that there is not',
      simulateEndOfShare,
      { things: { ...withDossier, givenShare: undefined } },
      'not-found',
    ],
    [
      'somebody inactive who is to answer',
      simulateConfiguration,
      { things: withDossier, input: { responsibleId: user.personId } },
      'owner-not-eligible',
    ],
  ] as const)('%s', async (_, handler, asked, code) => {
    expect(await refused(handler, asked as Asked)).toBe(code)
  })
})

test('B-04: what touches too much is not quoted, and says so', async () => {
  const world = table()
  const change = { kind: 'assignment', personId: member.personId, clientId: client.clientId, assigned: true } as const
  // A client whose dossiers have no end: looking through them has one.
  const endless = {
    policy: {},
    now: NOW,
    read: world.load,
    list: async (_question: never, _of: never, { limit }: { readonly limit: number }) => ({
      items: Array.from({ length: limit }, () => dossier),
      cursor: 'there is more',
    }),
  }
  expect(await whyOutdated(endless as never, change, 'a quote')).toEqual({ problem: 'simulation-too-large' })
})
