/** Assignments over HTTP: what one gives is there on the next request with the token they have, and gone with it. */
import { describe, expect, test } from 'vitest'
import type { Client as Api } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { upload } from '../../test/journeys/move-files.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { shutSheet } from '../../test/world.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { office, practitioner, client, dossier, params } = await settledDossier(settlement)
const { clientId } = client
const documentId = await upload(practitioner, params, { name: 'bilan.pdf', bytes: Buffer.from('Bilan 2026') })

const assign = (personId: string, by: Api = office) => by.ask(routes.assignClient, { params: { personId, clientId } })
const unassign = (personId: string) => office.ask(routes.unassignClient, { params: { personId, clientId } })

/** What somebody reaches of the client and its dossier: statuses, and whether their lists show them. */
const reachOf = async (who: Api) => {
  const answers = await Promise.all([
    who.ask(routes.readClient, { params: { clientId } }),
    who.ask(dossiers.readDossier, { params }),
    who.ask(documents.readDocument, { params: { ...params, documentId } }),
  ])
  const [clients, theirs] = await Promise.all([
    who.call(routes.listClients, { input: {} }),
    who.call(dossiers.listDossiers, { input: {} }),
  ])
  return {
    statuses: answers.map(({ status }) => status),
    clients: clients.items.map((one) => one.clientId),
    dossiers: theirs.items.map(({ number }) => number),
  }
}
const EVERYTHING = { statuses: [200, 200, 200], clients: [clientId], dossiers: [dossier.number] }
const NOTHING = { statuses: [404, 404, 404], clients: [], dossiers: [] }

describe('with the token they have', () => {
  test('S-03, S-10: a client assigned opens itself and its dossiers at once; taken away, all is gone at once', async () => {
    const who = await settlement.member({ name: 'Romaric Nogaret' })
    expect(await reachOf(who)).toEqual(NOTHING)
    expect(await assign(who.personId)).toMatchObject({
      status: 200,
      body: { clientId, personId: who.personId, assigned: { by: office.personId }, ownedDossiers: 0 },
    })
    expect(await reachOf(who)).toEqual(EVERYTHING)
    expect(await unassign(who.personId)).toMatchObject({ status: 200, body: { assigned: null, ownedDossiers: 0 } })
    expect(await reachOf(who)).toEqual(NOTHING)
  })

  test('S-12: the owner of a dossier of the client is assigned by that, whatever is taken away by name', async () => {
    await assign(practitioner.personId)
    const { body } = await unassign(practitioner.personId)
    expect(body).toMatchObject({ assigned: null, ownedDossiers: 1 })
    expect(await reachOf(practitioner)).toMatchObject({ statuses: [200, 200, 200], clients: [clientId] })
  })

  test("S-12: the sheet's none closes even assigned clients' dossiers", async () => {
    const who = await settlement.member({ name: 'Wandrille Sabatier', sheet: shutSheet })
    await assign(who.personId)
    expect(await reachOf(who)).toEqual(NOTHING)
  })

  test('D-06: whoever is deactivated reaches nothing that was assigned', async () => {
    const who = await settlement.member({ name: 'Solène Ozanam' })
    await assign(who.personId)
    await settlement.change(who, { status: 'inactive' })
    expect((await who.ask(dossiers.readDossier, { params })).status).toBe(404)
    expect((await assign(who.personId)).status).toBe(403)
    expect((await unassign(who.personId)).status).toBe(200)
  })

  test('a new dossier of an assigned client is there for whoever it is assigned to, beside their own', async () => {
    const who = await settlement.member({ name: 'Célimène Kerbrat' })
    const other = await office.call(routes.createClient, { input: { name: 'Clinique des Ormes', kind: 'company' } })
    await office.call(routes.assignClient, { params: { personId: who.personId, clientId: other.clientId } })
    const create = (ownerId: string) =>
      office.call(dossiers.createDossier, { input: { clientId: other.clientId, ownerId } })
    const made = [await create(practitioner.personId), await create(who.personId), await create(practitioner.personId)]
    const shown: number[] = []
    let cursor: string | null | undefined
    while (cursor !== null) {
      const page: { items: readonly { number: number }[]; cursor: string | null } = await who.call(
        dossiers.listDossiers,
        { input: { limit: 1, ...(cursor === undefined ? {} : { cursor }) } },
      )
      expect(page.items).toHaveLength(1)
      shown.push(...page.items.map(({ number }) => number))
      cursor = page.cursor
    }
    const [one, own, two] = made.map(({ number }) => number)
    expect(shown).toEqual([own, one, two])
  })
})

test('S-03: who is assigned is listed from both sides, with why', async () => {
  const who = await settlement.member({ name: 'Quitterie Malaval' })
  await assign(who.personId)
  const ofMember = await who.call(routes.listMemberClients, { params: { personId: who.personId }, input: {} })
  expect(ofMember.items).toMatchObject([{ clientId, name: client.name, assigned: { by: office.personId } }])
  const ofClient = await office.call(routes.listClientMembers, { params: { clientId }, input: { limit: 100 } })
  expect(ofClient.items).toContainEqual(expect.objectContaining({ personId: who.personId, name: who.name }))
  expect(ofClient.items).toContainEqual(
    expect.objectContaining({ personId: practitioner.personId, assigned: null, ownedDossiers: 1 }),
  )
  expect((await who.ask(routes.listClientMembers, { params: { clientId }, input: {} })).status).toBe(403)
})

test('S-03, S-04: assigning is for whoever edits the settings; to others a client they do not see is none', async () => {
  const who = await settlement.member({ name: 'Aubin Wagener' })
  expect((await assign(who.personId, who)).status).toBe(404)
  expect((await assign(who.personId, practitioner)).status).toBe(403)
  const guest = await settlement.member({ name: 'Ignace Lavergnas', roles: ['guest'] })
  expect((await assign(guest.personId)).status).toBe(403)
})

test('of many assignments of one client to one member at once, one is made and all are answered', async () => {
  const who = await settlement.member({ name: 'Thiébaud Pontet' })
  const answers = await Promise.all(Array.from({ length: 8 }, () => assign(who.personId)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

test('S-04: a client is changed by its version, archived, and takes no new dossier; its dossiers keep their name', async () => {
  const made = await office.call(routes.createClient, { input: { name: 'Eustache Ricard', kind: 'person' } })
  const one = { params: { clientId: made.clientId } }
  const input = { clientId: made.clientId, ownerId: practitioner.personId }
  const before = await office.call(dossiers.createDossier, { input })
  const etag = (await office.ask(routes.readClient, one)).headers.get('etag') ?? ''
  const change = (name: string) =>
    office.ask(routes.changeClient, { ...one, input: { name }, headers: { 'if-match': etag } })
  expect(await change('Eustache Ricard-Vauclair')).toMatchObject({ status: 200, body: { state: 'active' } })
  expect(await change('Eustache R.')).toMatchObject({ status: 412 })

  expect(await office.call(routes.archiveClient, one)).toMatchObject({ state: 'archived' })
  expect(await office.ask(dossiers.createDossier, { input })).toMatchObject({
    status: 409,
    body: { code: 'client-archived' },
  })
  expect(await office.call(routes.readClient, one)).toMatchObject({ name: 'Eustache Ricard-Vauclair' })
  const kept = await practitioner.call(dossiers.readDossier, { params: { dossierId: before.dossierId } })
  expect(kept).toMatchObject({ clientName: 'Eustache Ricard' })
  await office.call(routes.unarchiveClient, one)
  expect((await office.ask(dossiers.createDossier, { input })).status).toBe(201)
})

describe('D-01, S-04: the contacts of a client', () => {
  const at = { params: { clientId } }
  const shown = async (who: Api) => {
    const { status, body } = await who.ask(routes.listContacts, { ...at, input: {} })
    return status === 200 ? (body as { items: readonly { name: string }[] }).items.map(({ name }) => name) : status
  }

  test('they are added, changed on the version that was read, listed, and removed', async () => {
    const { contactId } = await office.call(routes.addContact, {
      ...at,
      input: { name: 'Hippolyte Carvajal', relation: 'comptable', phone: '+33 (0)5 55 01 02 03' },
    })
    const ofContact = { params: { clientId, contactId } }
    const { headers } = await office.ask(routes.readContact, ofContact)
    const changed = { ...ofContact, input: { phone: null, address: '3, place du Four\n87000 Limoges' } }
    const match = { 'if-match': headers.get('etag') ?? '' }
    expect(await office.ask(routes.changeContact, { ...changed, headers: match })).toMatchObject({
      status: 200,
      body: { name: 'Hippolyte Carvajal', relation: 'comptable', phone: null, address: changed.input.address },
    })
    expect((await office.ask(routes.changeContact, { ...changed, headers: match })).status).toBe(412)
    expect(await shown(office)).toEqual(['Hippolyte Carvajal'])
    expect((await office.ask(routes.removeContact, ofContact)).status).toBe(204)
    expect([await shown(office), (await office.ask(routes.readContact, ofContact)).status]).toEqual([[], 404])
    expect((await office.ask(routes.removeContact, ofContact)).status).toBe(404)
  })

  test('whoever the client is not assigned to sees none of them, and whoever sees it alone changes none', async () => {
    const profiles = { view: 'assigned', edit: 'none' } as const
    const who = await settlement.member({ name: 'Perrine Lacaze', sheet: { ...shutSheet, profiles } })
    await office.call(routes.addContact, { ...at, input: { name: 'Sosthène Brugère' } })
    expect(await shown(who)).toBe(404)
    await assign(who.personId)
    expect(await shown(who)).toEqual(['Sosthène Brugère'])
    expect((await who.ask(routes.addContact, { ...at, input: { name: 'Maguelone' } })).status).toBe(403)
    await unassign(who.personId)
    expect(await shown(who)).toBe(404)
  })

  test('a contact of another client is none of this one', async () => {
    const other = await office.call(routes.createClient, { input: { name: 'Clinique des Ormes', kind: 'company' } })
    const { contactId } = await office.call(routes.addContact, {
      params: { clientId: other.clientId },
      input: { name: 'Isaure Vignoble' },
    })
    expect((await office.ask(routes.readContact, { params: { clientId, contactId } })).status).toBe(404)
  })
})
