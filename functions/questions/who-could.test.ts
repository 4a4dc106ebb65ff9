/** Who could at a date: changes of every kind are made at random, and what was answered then is what is answered later. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AuditEntries } from '../../shared/audit.ts'
import {
  changePerson,
  introduce,
  People,
  type Person,
  type SettingsEditor,
  SettingsEditors,
} from '../../shared/people.ts'
import { profileNames, roleNames } from '../../shared/roles.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { compile } from '../../shared/rules/decide.ts'
import { fullSheet, practitionerSheet } from '../../shared/sheet.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, type Lookup, perhaps, remove, type Table, update, type Write } from '../../shared/table/table.ts'
import { ask, granted, holding, newId } from '../../test/ask.ts'
import type { MemoryTable } from '../../test/memory-table.ts'
import { anyPractice, ids, type Practice, writesOf } from '../../test/practice.ts'
import { idOf, NOW, personOf, shutSheet } from '../../test/world.ts'
import { assignFor, type ClientAssignment, ClientAssignments } from '../clients/records.ts'
import { Documents } from '../documents/records.ts'
import { type Dossier, type DossierAccess, DossierAccesses, Dossiers } from '../dossiers/records.ts'
import { jobTools } from '../kernel/job.ts'
import type { World } from '../kernel/line.ts'
import { rules } from '../rules.ts'
import { type Share, Shares } from '../sharing/records.ts'
import { listWhoCanInDossier } from './handlers/list-who-can-in-dossier.ts'
import { routes } from './routes.ts'

const { dossierId, clientId, documentId } = ids
const as = personOf('settings editor')
const BY = as.personId
const BEGIN = Date.parse(NOW)
const timeAt = (minute: number): string => new Date(BEGIN + minute * 60_000).toISOString()

/** Whom the changes are about: a few, so that one person meets several of them. */
const cast: readonly Persona[] = [
  'owner',
  'stranger',
  'coordinator',
  'office member',
  'assigned documentation editor',
  'guest',
  'responsible',
  'administrator, inactive',
]
const users: readonly Persona[] = [
  'Administrator of the dossier',
  'Full Feedback of the dossier',
  'Document Delivery elsewhere',
]

type Deed = {
  readonly about: Persona
  readonly user: Persona
  readonly kind: (typeof kinds)[number]
  readonly turn: number
  /** Minutes until it, and until somebody asks after it. */
  readonly after: number
  readonly until: number
}
const kinds = [
  'share',
  'end share',
  'access',
  'end access',
  'assign',
  'unassign',
  'sheet',
  'roles',
  'status',
  'profile',
  'owner',
  'responsible',
  'dossier',
  'document',
  'newcomer',
] as const

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  about: fc.constantFrom(...cast),
  user: fc.constantFrom(...users),
  kind: fc.constantFrom(...kinds),
  turn: fc.nat(11),
  after: fc.integer({ min: 1, max: 3000 }),
  until: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
})

const load = async <T extends object>(table: Table, lookup: Lookup): Promise<Stored<T> | undefined> =>
  (await table.load({ item: lookup })).item as Stored<T> | undefined

const sheets = [fullSheet, practitionerSheet, shutSheet]
const states = ['active', 'closed', 'archived'] as const

/** The writes of a deed, as a handler would return them; none where there is nothing to do. */
const writesOfDeed = async (
  table: Table,
  { about, user, kind, turn }: Deed,
  now: string,
): Promise<readonly Write[]> => {
  const { personId } = personOf(about)
  const userId = personOf(user).personId
  const share = await load<Share>(table, perhaps(Shares, { dossierId, personId }))
  const access = await load<DossierAccess>(table, perhaps(DossierAccesses, { dossierId, personId: userId }))
  const assignment = await load<ClientAssignment>(table, perhaps(ClientAssignments, { clientId, personId }))
  const dossier = (await load<Dossier>(table, perhaps(Dossiers, { dossierId }))) as Stored<Dossier>
  const person = (await load<Person>(table, perhaps(People, { personId }))) as Stored<Person>
  const document = (await load<object>(table, perhaps(Documents, { dossierId, documentId }))) as Stored<never>
  const remaining = await load<SettingsEditor>(table, perhaps(SettingsEditors, { personId: BY }))
  switch (kind) {
    case 'share': {
      const given = {
        access: turn % 2 === 0 ? ('read' as const) : ('write' as const),
        until: turn % 3 === 0 ? null : new Date(Date.parse(now) + turn * 3_600_000 * 10).toISOString(),
        givenBy: BY,
        givenAt: now,
      }
      return share === undefined ? [create(Shares, { dossierId, personId, ...given })] : [update(Shares, share, given)]
    }
    case 'end share':
      return share === undefined ? [] : [remove(Shares, share)]
    case 'access':
      return access === undefined
        ? [create(DossierAccesses, { dossierId, personId: userId, grantedBy: BY, grantedAt: now, requestId: null })]
        : []
    case 'end access':
      return access === undefined ? [] : [remove(DossierAccesses, access)]
    case 'assign':
      return assignFor(assignment, { clientId, personId }, { assigned: { by: BY, at: now } })
    case 'unassign':
      return assignFor(assignment, { clientId, personId }, { assigned: null })
    case 'sheet':
      return changePerson(person, { sheet: sheets[turn % sheets.length] } as Partial<Person>, remaining)
    case 'roles':
      return changePerson(person, { roles: [roleNames[turn % roleNames.length]] } as Partial<Person>, remaining)
    case 'status':
      return changePerson(person, { status: person.status === 'active' ? 'inactive' : 'active' }, remaining)
    case 'profile': {
      const one = (await load<Person>(table, perhaps(People, { personId: userId }))) as Stored<Person>
      return changePerson(one, { profile: profileNames[turn % profileNames.length] } as Partial<Person>)
    }
    case 'owner':
      return [update(Dossiers, dossier, { ownerId: personId, ownerNamed: { at: now, by: BY } })]
    case 'responsible':
      return [update(Dossiers, dossier, { responsibleId: personId, responsibleNamed: { at: now, by: BY } })]
    case 'dossier': {
      const marked = { state: states[turn % states.length], confidential: turn % 2 === 0 }
      return [update(Dossiers, dossier, marked as Partial<Dossier>)]
    }
    case 'document':
      return [update(Documents, document, { confidential: turn % 2 === 0, approvers: [personId, userId] } as object)]
    case 'newcomer': {
      const { version: _, ...like } = person
      const fresh = newId()
      return introduce({ ...like, personId: fresh, email: `${fresh}@greffe.example`, createdAt: now, status: 'active' })
    }
  }
}

const worldOf = (table: Table): World => ({
  table,
  policy: compile(rules),
  newId,
  clock: () => NOW,
  publicUrl: '',
  files: {} as World['files'],
  directory: {} as World['directory'],
})

const answered = async (table: MemoryTable, now: string, more: object) => {
  const { dossier } = await table.load({ dossier: perhaps(Dossiers, { dossierId }) })
  const items: object[] = []
  const wholes: boolean[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const input = { limit: 20, documentId, ...more, ...(cursor === undefined ? {} : { cursor }) }
    const { view } = await granted(ask(listWhoCanInDossier, { as, table, things: { dossier }, input, now }))
    const page = routes.listWhoCanInDossier.output.parse(view)
    items.push(...page.items)
    wholes.push(page.whole)
    cursor = page.cursor
  }
  const told = (items as Item[]).toSorted((a, b) => (a.person.personId < b.person.personId ? -1 : 1))
  return { told, whole: wholes.every(Boolean) }
}

type Item = ReturnType<typeof routes.listWhoCanInDossier.output.parse>['items'][number]

describe('who could at a date', () => {
  test('B-18: for every past moment, who could is who could then, by every cause, whatever has happened since', async () => {
    await fc.assert(
      fc.asyncProperty(anyPractice, fc.array(anyDeed, { minLength: 1, maxLength: 25 }), async (practice, deeds) => {
        const table = holding(...writesOf(practice))
        const recorded: { readonly at: string; readonly told: object }[] = []
        let minute = 0
        for (const deed of deeds) {
          minute += deed.after
          const now = timeAt(minute)
          const writes = await writesOfDeed(table, deed, now)
          const tools = jobTools(worldOf(table), 'office', 'r', now)
          if (writes.length > 0)
            expect(await tools.act({ action: 'dossier.configure', dossierId, writes })).toBe('done')
          minute += deed.until
          const at = timeAt(minute)
          recorded.push({ at, told: (await answered(table, at, {})).told })
        }
        const later = timeAt(minute + 10_000)
        for (const { at, told } of recorded) {
          const past = await answered(table, later, { at })
          expect(past).toEqual({ told, whole: true })
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  const plain: Practice = {
    owner: 'owner',
    responsible: 'responsible',
    dossier: { state: 'active' },
    document: { by: 'owner', confidential: false, approvers: [] },
    ties: {},
  }

  test('B-18: before there was the dossier nobody could do anything with it', async () => {
    const { told } = await answered(holding(...writesOf(plain)), NOW, {
      at: '2026-01-10T00:00:00.000Z',
      documentId: undefined,
    })
    expect(told).toEqual([])
  })

  test('B-18: an answer that the record does not reach back to says that it is not whole', async () => {
    const table = holding(...writesOf(plain))
    const change = { record: 'holdings', before: null, after: { personId: idOf(1), dossiers: 1, responsibilities: 0 } }
    for (let at = 0; at < 51; at++)
      table.put(
        create(AuditEntries, {
          auditId: newId(),
          at: timeAt(at),
          actorId: BY,
          door: 'api',
          action: 'dossier.create',
          ruleId: null,
          trail: 'PEOPLE',
          requestId: 'r',
          changes: Array.from({ length: 400 }, () => change),
        }),
      )
    for (let at = 0; at < 500; at++)
      table.put(
        create(AuditEntries, {
          auditId: newId(),
          at: timeAt(60 + at),
          actorId: BY,
          door: 'api',
          action: 'dossier.create',
          ruleId: null,
          trail: 'PEOPLE',
          requestId: 'r',
          changes: Array.from({ length: 40 }, () => change),
        }),
      )
    expect(await answered(table, timeAt(9000), { at: timeAt(-1) })).toMatchObject({ whole: false })
    expect(await answered(table, timeAt(9000), { at: timeAt(8000) })).toMatchObject({ whole: true })
  })
})
