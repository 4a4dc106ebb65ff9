/**
 * Lists over HTTP equal decide() over everything: a town of random ties, in which each person turns the pages of their
 * lists, and finds exactly what the rules let them read. The seed is printed, so that a failure can be met again.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NUMBERS_PUT_THERE } from '../../bench/measure-http.ts'
import { idsApart } from '../../bench/operations/ids-apart.ts'
import {
  assignFor,
  type ClientAssignment,
  type Client as ClientOfOffice,
  Clients,
  dossierIdOf,
} from '../../functions/clients/records.ts'
import { routes as clients } from '../../functions/clients/routes.ts'
import { type Dossier, DossierAccesses, Dossiers } from '../../functions/dossiers/records.ts'
import { routes as dossiers } from '../../functions/dossiers/routes.ts'
import { situationOf } from '../../functions/kernel/authorize.ts'
import { rules } from '../../functions/rules.ts'
import { Shares } from '../../functions/sharing/records.ts'
import type { Person } from '../../shared/people.ts'
import { addSeconds, DAY } from '../../shared/ports/clock.ts'
import { compile, decide } from '../../shared/rules/decide.ts'
import { fullSheet, type Sheet } from '../../shared/sheet.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { shutSheet } from '../world.ts'
import { localStack } from './local-stack.ts'
import { type Settler, settlementOf } from './settlers.ts'

const policy = compile(rules)
const settlement = settlementOf(localStack())
const sheetOf = (profiles: 'none' | 'assigned' | 'all', documentation: 'none' | 'assigned' | 'all'): Sheet => ({
  ...shutSheet,
  profiles: { view: profiles, edit: 'none' },
  documentation: { view: documentation, edit: 'none' },
})

const newId = idsApart()
const now = new Date().toISOString()
const people: readonly Settler<Person>[] = await Promise.all([
  settlement.member({ name: 'Hortense Vidalie', roles: ['administrator'], sheet: fullSheet }),
  settlement.member({ name: 'Apolline Guérande' }),
  settlement.member({ name: 'Célimène Kerbrat' }),
  settlement.member({ name: 'Romaric Nogaret', roles: [], sheet: sheetOf('none', 'assigned') }),
  settlement.member({ name: 'Perrine Lacaze', roles: [], sheet: sheetOf('assigned', 'none') }),
  settlement.member({ name: 'Philippine Auzoux', roles: ['coordinator'] }),
  settlement.member({ name: 'Ignace Lavergnas', roles: ['guest'], sheet: fullSheet }),
  settlement.clientUser({ name: 'Tancrède Nivollet' }),
])
const staff = people.filter((person) => person.kind === 'member')
const users = people.filter((person) => person.kind === 'client-user')

type Ties = { readonly personId: string; readonly dossierId: string; readonly things: object }
const random = fc.sample(fc.infiniteStream(fc.nat(1000)), {
  numRuns: 1,
  seed: Date.now() % 1_000_000,
})[0] as Iterator<number>
const pick = <T>(from: readonly T[]): T => from[(random.next().value as number) % from.length] as T

const offices: ClientOfOffice[] = Array.from({ length: 4 }, () => ({
  clientId: newId(),
  name: 'Atelier Verrières',
  kind: 'company',
  state: 'active',
  email: null,
  createdAt: now,
  createdBy: people[0]?.personId ?? '',
}))
const kept: Dossier[] = Array.from({ length: 8 }, (_, at) => {
  const { clientId } = pick(offices)
  return {
    dossierId: dossierIdOf(newId(), clientId),
    number: NUMBERS_PUT_THERE + at,
    clientId,
    clientName: 'Atelier Verrières',
    ownerId: pick(staff).personId,
    responsibleId: pick(staff).personId,
    state: pick(['active', 'closed'] as const),
    modules: ['archive'],
    createdAt: now,
    createdBy: people[0]?.personId ?? '',
  }
})
/** Who is assigned to a client, by name or as owner of its dossiers. */
const assignments: ClientAssignment[] = offices.flatMap(({ clientId }) =>
  staff.flatMap(({ personId }) => {
    const dossierIds = kept
      .filter((one) => one.clientId === clientId && one.ownerId === personId)
      .map((one) => one.dossierId)
    const assigned = pick([true, false, false]) ? { by: people[0]?.personId ?? '', at: now } : null
    return assigned === null && dossierIds.length === 0 ? [] : [{ clientId, personId, assigned, dossierIds }]
  }),
)
const shares = kept.flatMap(({ dossierId }) =>
  staff
    .filter(() => pick([true, false, false]))
    .map(({ personId }) => ({
      dossierId,
      personId,
      access: pick(['read', 'write'] as const),
      givenBy: people[0]?.personId ?? '',
      givenAt: now,
      until: pick([null, addSeconds(now, DAY), addSeconds(now, -DAY)]),
    })),
)
const accesses = kept.flatMap(({ dossierId }) =>
  users
    .filter(() => pick([true, false]))
    .map(({ personId }) => ({ dossierId, personId, grantedBy: personId, grantedAt: now, requestId: null })),
)
const writes: Write[] = [
  ...offices.map((client) => create(Clients, client)),
  ...kept.map((dossier) => create(Dossiers, dossier)),
  ...assignments.flatMap((assignment) => assignFor(undefined, assignment, assignment)),
  ...shares.map((share) => create(Shares, share)),
  ...accesses.map((access) => create(DossierAccesses, access)),
]
for (let from = 0; from < writes.length; from += 50) await settlement.write(...writes.slice(from, from + 50))

const tiesOf = (personId: string, dossier: Dossier): Ties['things'] => ({
  dossier,
  share: shares.find((one) => one.dossierId === dossier.dossierId && one.personId === personId),
  access: accesses.find((one) => one.dossierId === dossier.dossierId && one.personId === personId),
  assignment: assignments.find((one) => one.clientId === dossier.clientId && one.personId === personId),
})

/** Few of a page where a list is short; who sees all sees what other tests left in the same tenant, too, which is not looked at. */
const limitFor = (person: Person): number =>
  decide(policy, 'dossier.know', situationOf(person, { dossier: kept[0] }, now)).allowed ? 50 : 2

/** All pages. */
const turnPages = async (
  of: (cursor: string | undefined) => Promise<{ items: readonly object[]; cursor: string | null }>,
) => {
  const found: object[] = []
  let cursor: string | undefined
  do {
    const page = await of(cursor)
    if (page.cursor !== null) expect(page.items.length, 'a page that goes on is not empty').toBeGreaterThan(0)
    found.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return found
}

test.each(people)('S-04, S-12: the lists of $name hold exactly what decide() lets them read', async (person) => {
  const limit = limitFor(person)
  const shown = (await turnPages((cursor) =>
    person.call(dossiers.listDossiers, { input: { limit, ...(cursor === undefined ? {} : { cursor }) } }),
  )) as Dossier[]
  const ours = shown.filter(({ dossierId }) => kept.some((one) => one.dossierId === dossierId))
  const may = (action: 'dossier.know' | 'dossier.read', dossier: Dossier): boolean =>
    decide(policy, action, situationOf(person, tiesOf(person.personId, dossier), now)).allowed
  const idsOf = (of: readonly Pick<Dossier, 'dossierId'>[]): string[] => of.map(({ dossierId }) => dossierId).toSorted()
  expect(idsOf(ours)).toEqual(idsOf(kept.filter((dossier) => may('dossier.know', dossier))))
  // Of one that they may only know of they see the card: not whose it is about (D-09).
  const whole = ours.filter(({ clientName }) => clientName !== null)
  expect(idsOf(whole)).toEqual(idsOf(kept.filter((dossier) => may('dossier.read', dossier))))

  const mayList = decide(policy, 'client.list', situationOf(person, {}, now)).allowed
  if (!mayList) return
  const listed = (await turnPages((cursor) =>
    person.call(clients.listClients, { input: { limit, ...(cursor === undefined ? {} : { cursor }) } }),
  )) as ClientOfOffice[]
  const visible = offices.filter((client) => {
    const assignment = assignments.find((one) => one.clientId === client.clientId && one.personId === person.personId)
    return decide(policy, 'client.read', situationOf(person, { client, assignment }, now)).allowed
  })
  const known = listed.map(({ clientId }) => clientId).filter((id) => offices.some(({ clientId }) => clientId === id))
  expect(known.toSorted()).toEqual(visible.map(({ clientId }) => clientId).toSorted())
})
