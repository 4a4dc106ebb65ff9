/** Simulations over HTTP, on the deployed stack: each kind of change does exactly what it was said to do. */
import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import type { Route } from '../../shared/contract/route.ts'
import { practitionerSheet } from '../../shared/sheet.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { namesOf } from '../../test/simulated-office.ts'
import { routes as users } from '../client-users/routes.ts'
import { routes as clients } from '../clients/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as members } from '../members/routes.ts'
import { routes as sharing } from '../sharing/routes.ts'
import type { SimulationView } from './reach-views.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { office, practitioner: owner, client, params, administrator: user } = await settledDossier(settlement)
const other = await settledDossier(settlement)
const colleague = await settlement.member({ name: 'Célimène Kerbrat' })
const { dossierId } = params
const { clientId } = client

/** What this file made: others make things in the same organisation meanwhile. */
const ours = new Set(['', dossierId, clientId, office.personId, owner.personId, colleague.personId, user.personId])
const isOurs = (name: string): boolean => {
  const [personId = '', , ...ids] = name.split(' | ')
  return ours.has(personId) && ids.slice(0, 3).every((id) => ours.has(id))
}

type Rights = readonly { readonly action: string; readonly content?: readonly string[] | undefined }[]
const named = (personId: string, resource: object, rights: Rights): string[] =>
  namesOf(personId, resource as never, rights as never).filter(isOurs)

const reachOf = async (...people: readonly { readonly personId: string }[]): Promise<Set<string>> => {
  const found = new Set<string>()
  for (const { personId } of people)
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const input = { limit: 100, ...(cursor === undefined ? {} : { cursor }) }
      const page = await office.call(routes.listReach, { params: { personId }, input: input as never })
      for (const { resource, can } of page.items) for (const name of named(personId, resource, can)) found.add(name)
      cursor = page.cursor
    }
  return found
}

type Change = {
  readonly by: Client
  readonly simulate: Route
  readonly save: Route
  readonly at: Readonly<Record<string, string>>
  readonly input?: object
  readonly saved?: object
}

const simulated = async ({ by, simulate, at, input = {} }: Change) => {
  const [gains, loses] = [new Set<string>(), new Set<string>()]
  for (let cursor: string | undefined; ; ) {
    const { status, body: answered } = await by.ask(simulate, {
      params: at as never,
      input: { ...input, limit: 100, ...(cursor && { cursor }) } as never,
    })
    expect(status).toBe(200)
    const body = answered as z.output<typeof SimulationView>
    for (const { person, resource, ...change } of body.changes) {
      for (const name of named(person.personId, resource, change.gains)) gains.add(name)
      for (const name of named(person.personId, resource, change.loses)) loses.add(name)
    }
    if (body.cursor === null) return { gains, loses, simulation: body.simulation }
    cursor = body.cursor
  }
}

const saveAs = async ({ by, save, at, input = {}, saved = input }: Change, simulation: string | null) => {
  const { status, body } = await by.ask(save, {
    params: at as never,
    input: { ...saved, ...(simulation && { simulation }) } as never,
  })
  return { status, code: (body as { code?: string } | undefined)?.code }
}

/** Simulates and saves what was simulated; again, where somebody else changed the organisation between the two. */
const simulateAndSave = async (change: Change) => {
  for (let run = 0; ; run++) {
    const { simulation, ...said } = await simulated(change)
    const { status, code } = await saveAs(change, simulation)
    if (code !== 'simulation-outdated' || run === 10) {
      expect([status < 300, code]).toEqual([true, undefined])
      return said
    }
  }
}

const ofColleague = { personId: colleague.personId }
const narrow = { ...practitionerSheet, documentation: { view: 'assigned', edit: 'none' } }
const changes: Readonly<Record<string, Change>> = {
  'a client assigned': {
    by: office,
    simulate: routes.simulateAssignment as Route,
    save: clients.assignClient as Route,
    at: { ...ofColleague, clientId },
  },
  'a narrower sheet': {
    by: office,
    simulate: routes.simulateSheet as Route,
    save: members.changeSheet as Route,
    at: ofColleague,
    input: { sheet: narrow },
    saved: narrow,
  },
  'a share': {
    by: owner,
    simulate: routes.simulateShare as Route,
    save: sharing.giveShare as Route,
    at: { ...ofColleague, dossierId },
    input: { access: 'write' },
  },
  'a client taken away': {
    by: office,
    simulate: routes.simulateUnassignment as Route,
    save: clients.unassignClient as Route,
    at: { ...ofColleague, clientId },
  },
  'other modules, and somebody else who answers': {
    by: owner,
    simulate: routes.simulateConfiguration as Route,
    save: dossiers.configureDossier as Route,
    at: { dossierId },
    input: { modules: ['figures', 'payment'], responsibleId: office.personId },
  },
  'the whole dossier confidential': {
    by: owner,
    simulate: routes.simulateConfidentiality as Route,
    save: dossiers.setConfidentiality as Route,
    at: { dossierId },
    input: { confidential: true },
  },
  'the whole dossier confidential no longer': {
    by: owner,
    simulate: routes.simulateConfidentiality as Route,
    save: dossiers.setConfidentiality as Route,
    at: { dossierId },
    input: { confidential: false },
  },
  'the end of a share': {
    by: owner,
    simulate: routes.simulateEndOfShare as Route,
    save: sharing.endShare as Route,
    at: { ...ofColleague, dossierId },
  },
  'another profile': {
    by: office,
    simulate: routes.simulateProfile as Route,
    save: users.changeProfile as Route,
    at: { dossierId, personId: user.personId },
    input: { profile: 'client-document-delivery' },
    saved: { profile: 'client-document-delivery', force: true },
  },
  'other roles': {
    by: office,
    simulate: routes.simulateRoles as Route,
    save: members.changeRoles as Route,
    at: ofColleague,
    input: { roles: ['guest'] },
  },
  deactivation: {
    by: office,
    simulate: routes.simulateDeactivation as Route,
    save: members.deactivateMember as Route,
    at: ofColleague,
  },
}

const everybody = [office, owner, colleague, user]

describe('B-04: what saving gives is what its simulation said', () => {
  // One after another: each begins with what the one before it left.
  test.each(Object.entries(changes))('%s', async (_, change) => {
    const before = await reachOf(...everybody)
    const { gains, loses } = await simulateAndSave(change)
    const after = await reachOf(...everybody)
    expect([...gains].sort()).toEqual([...after].filter((name) => !before.has(name)).sort())
    expect([...loses].sort()).toEqual([...before].filter((name) => !after.has(name)).sort())
    expect(gains.size + loses.size).toBeGreaterThan(0)
  })
})

test('B-04: the world that changed since refuses what was simulated before, and nothing is saved', async () => {
  const { client: theirs, params: at, practitioner, office: theirOffice } = other
  const newcomer = await settlement.member({ name: 'Basile Tournemire' })
  const assigning = { ...(changes['a client assigned'] as Change), by: theirOffice }
  const change = { ...assigning, at: { personId: newcomer.personId, clientId: theirs.clientId } }
  const { simulation } = await simulated(change)
  const given = { params: { ...at, personId: newcomer.personId }, input: { access: 'write' as const } }
  await practitioner.call(sharing.giveShare, given)
  expect(await saveAs(change, simulation)).toEqual({ status: 409, code: 'simulation-outdated' })
  const { status } = await newcomer.ask(clients.readClient, { params: { clientId: theirs.clientId }, input: {} })
  expect(status).toBe(404)
  expect((await saveAs(change, (await simulated(change)).simulation)).status).toBe(200)
})

test('B-04: whoever may not save a change may not ask what it would do', async () => {
  const sheet = { params: { personId: owner.personId }, input: { sheet: narrow, limit: 10 } as never }
  const { status, body } = await owner.ask(routes.simulateSheet, sheet)
  expect([status, body]).toMatchObject([403, { code: 'refused', rule: 'sheet.change/settings' }])
  expect((await user.ask(routes.simulateSheet, sheet)).status).toBe(404)
})

test('B-03: one learns what one reaches, in stages, and nothing of a dossier that one may not know', async () => {
  const page = await owner.call(routes.listOwnReach, { input: { limit: 100, dossierId } })
  expect(page.cursor).not.toBeNull()
  const { status } = await owner.ask(routes.listOwnReach, {
    input: { limit: 100, dossierId: other.params.dossierId },
  })
  expect(status).toBe(404)
})
