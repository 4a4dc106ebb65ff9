/** Questions over HTTP, on the deployed stack: why somebody may, who can, and who could. */
import { describe, expect, test } from 'vitest'
import { newUuid } from '../../shared/ports/ids.ts'
import { fullSheet, guestSheet, practitionerSheet } from '../../shared/sheet.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { upload } from '../../test/journeys/move-files.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { personOf } from '../../test/world.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as sharing } from '../sharing/routes.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { office, practitioner: owner, client, dossier, params, administrator: user } = await settledDossier(settlement)
const { dossierId } = params
const documentId = await upload(owner, params, { name: 'bilan.pdf', bytes: Buffer.from('Bilan 2026') })
const reader = await settlement.member({
  name: 'Ferréol Astruc',
  sheet: { ...guestSheet, documentation: { view: 'all', edit: 'none' } },
})
const collaborator = await settlement.member({ name: 'Célimène Kerbrat' })
const deliverer = await settlement.clientUser({
  name: 'Zacharie Sorbier',
  profile: 'client-document-delivery',
  of: dossierId,
})
const stranger = await settlement.member({ name: 'Basile Tournemire' })
const give = (personId: string) =>
  owner.call(sharing.giveShare, { params: { ...params, personId }, input: { access: 'read' } })
const end = (personId: string) => owner.ask(sharing.endShare, { params: { ...params, personId } })

/** Everyone who can, from all pages, by name; with the paths by which they may do this. */
const whoCan = async (action: string, more: object = {}, who: Client = owner) => {
  const found: Record<string, readonly string[]> = {}
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const input = { limit: 7, action, ...more, ...(cursor === undefined ? {} : { cursor }) }
    const page = await who.call(routes.listWhoCanInDossier, { params, input: input as never })
    for (const { person, can } of page.items)
      found[person.personId] = can.flatMap(({ causes }) => causes.map(({ path }) => path.join(' ⇒ ')))
    cursor = page.cursor
  }
  return found
}

describe('B-01: refusals explained, as the API says them', () => {
  const explained = async (who: Client, input: object) => {
    const answer = await who.call(routes.explainSelf, { input: input as never })
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
    return answer
  }

  test('a collaborator who may only read learns that the share would have to let them write', async () => {
    await give(collaborator.personId)
    const answer = await explained(collaborator, { action: 'document.import', dossierId })
    expect(answer).toMatchObject({ allowed: false, known: true, rule: null, causes: [] })
    expect(answer.whatWouldChangeIt?.ways[0]?.beOneOf.length).toBeGreaterThan(0)
    await end(collaborator.personId)
  })

  test('a client user with Document Delivery learns which profiles read the archive', async () => {
    const answer = await explained(deliverer, { action: 'archive.read', dossierId })
    const words = JSON.stringify(answer.whatWouldChangeIt)
    expect(words).toContain('profile Full Access')
    expect(words).not.toContain("the dossier's owner")
  })

  test('somebody who would change the settings learns by which right of their sheet', async () => {
    const answer = await explained(owner, { action: 'settings.change' })
    expect(answer.whatWouldChangeIt?.ways[0]).toMatchObject({
      rule: { source: 'S-08' },
      beOneOf: [{ en: 'may edit workspace settings: all' }],
    })
  })

  test('what refuses a request is what explains it, and what lets it pass as well', async () => {
    for (const who of [owner, user, deliverer, reader]) {
      const { status } = await who.ask(documents.listDocuments, { params, input: {} })
      const { allowed } = await who.call(routes.explainSelf, { input: { action: 'document.list', dossierId } })
      expect(allowed).toBe(status === 200)
    }
  })

  test('of a dossier that one may not know of one is told what one is told of none, byte for byte', async () => {
    const bare = async (of: string) => {
      const { status, body } = await stranger.ask(routes.explainSelf, {
        input: { action: 'dossier.read', dossierId: of },
      })
      return { status, body: { ...(body as object), requestId: '' } }
    }
    expect(await bare(dossierId)).toEqual(await bare(newUuid()))
    expect(await bare(dossierId)).toMatchObject({ status: 404 })
  })

  test('asking about others needs the right to manage them', async () => {
    const about = { personId: deliverer.personId }
    const input = { action: 'dossier.read', dossierId } as const
    expect(await office.call(routes.explainPerson, { params: about, input })).toMatchObject({ allowed: true })
    expect((await owner.ask(routes.explainPerson, { params: about, input })).status).toBe(404)
    const inDossier = { ...about, action: 'dossier.read' } as const
    expect(await owner.call(routes.explainInDossier, { params, input: inDossier })).toMatchObject({ allowed: true })
    expect((await reader.ask(routes.explainInDossier, { params, input: inDossier })).status).toBe(403)
  })
})

describe('B-02: who can', () => {
  test('owner, collaborator, client users and whoever has a wide scope, each by their path', async () => {
    await give(collaborator.personId)
    const found = await whoCan('dossier.read')
    expect(found).toMatchObject({
      [owner.personId]: expect.arrayContaining(['ownership', 'responsibility']),
      [collaborator.personId]: ['share'],
      [user.personId]: ['access'],
      [deliverer.personId]: ['access'],
      [reader.personId]: ['sheet'],
      [office.personId]: ['sheet'],
    })
    expect(found).not.toHaveProperty(stranger.personId)
    await end(collaborator.personId)
  })

  test('B-06: what was taken away is gone from the very next answer', async () => {
    await give(collaborator.personId)
    expect(await whoCan('dossier.read')).toHaveProperty(collaborator.personId)
    await end(collaborator.personId)
    expect(await whoCan('dossier.read')).not.toHaveProperty(collaborator.personId)
    const leaver = await settlement.clientUser({ of: dossierId })
    expect(await whoCan('dossier.read')).toHaveProperty(leaver.personId)
    await settlement.change(leaver, { status: 'inactive' })
    expect(await whoCan('dossier.read')).not.toHaveProperty(leaver.personId)
    const narrowed = await settlement.member({ name: 'Ludivine Castaing', sheet: fullSheet })
    expect(await whoCan('dossier.read')).toHaveProperty(narrowed.personId)
    await settlement.change(narrowed, { sheet: practitionerSheet })
    expect(await whoCan('dossier.read')).not.toHaveProperty(narrowed.personId)
  })

  test('whoever can is whoever is let in: every person and every read of the dossier', async () => {
    await give(collaborator.personId)
    const asks = {
      'dossier.read': (who: Client) => who.ask(dossiers.readDossier, { params }),
      'document.list': (who: Client) => who.ask(documents.listDocuments, { params, input: {} }),
      'document.read': (who: Client) => who.ask(documents.readDocument, { params: { ...params, documentId } }),
      'share.list': (who: Client) => who.ask(sharing.listShares, { params, input: {} }),
    }
    for (const [action, asking] of Object.entries(asks)) {
      const found = await whoCan(action, { documentId })
      for (const who of [owner, collaborator, user, deliverer, reader, office, stranger])
        expect([action, who.name, (await asking(who)).status === 200]).toEqual([
          action,
          who.name,
          found[who.personId] !== undefined,
        ])
    }
    await end(collaborator.personId)
  })

  test('a cause tells since when, until when and by whom', async () => {
    const { givenAt } = await give(collaborator.personId)
    const { items } = await owner.call(routes.listWhoCanInDossier, { params, input: { action: 'dossier.read' } })
    const causes = items.find(({ person }) => person.personId === collaborator.personId)?.can[0]?.causes
    expect(causes).toMatchObject([
      { since: givenAt, until: null, givenBy: owner.personId, rule: 'dossier.read/collaborator' },
    ])
    const ofOwner = items.find(({ person }) => person.personId === owner.personId)?.can[0]?.causes[0]
    expect(ofOwner).toMatchObject({ path: ['ownership'], since: dossier.createdAt, givenBy: office.personId })
    await end(collaborator.personId)
  })

  test('reading a dossier is not enough to read who else can', async () => {
    expect((await reader.ask(routes.listWhoCanInDossier, { params, input: {} })).status).toBe(403)
    expect((await stranger.ask(routes.listWhoCanInDossier, { params, input: {} })).status).toBe(404)
    expect((await owner.ask(routes.listWhoCanWithClient, { params: client, input: {} })).status).toBe(403)
    expect((await owner.ask(routes.listWhoCanInSettings, { input: {} })).status).toBe(403)
  })

  test('who can with a client, and who can change the settings', async () => {
    const ofClient = await office.call(routes.listWhoCanWithClient, { params: client, input: { limit: 100 } })
    expect(ofClient.items.find(({ person }) => person.personId === owner.personId)?.can).toMatchObject([
      { action: 'client.read' },
      { action: 'client.change' },
    ])
    const settings = await office.call(routes.listWhoCanInSettings, {
      input: { limit: 100, action: 'settings.change' },
    })
    expect(settings.items.map(({ person }) => person.personId)).toContain(office.personId)
    expect(settings.items.map(({ person }) => person.personId)).not.toContain(reader.personId)
  })
})

describe('B-18: who could', () => {
  test('by the record, whoever could at a moment is told, though they can no more', async () => {
    const { givenAt } = await give(collaborator.personId)
    const before = new Date(Date.parse(givenAt) - 1).toISOString()
    await end(collaborator.personId)
    expect(await whoCan('dossier.read', { at: givenAt })).toMatchObject({ [collaborator.personId]: ['share'] })
    expect(await whoCan('dossier.read', { at: before })).not.toHaveProperty(collaborator.personId)
    expect(await whoCan('dossier.read')).not.toHaveProperty(collaborator.personId)
    expect(await whoCan('dossier.read', { at: personOf('owner').createdAt })).toEqual({})
  })

  test('nobody knows who will', async () => {
    const input = { at: new Date(Date.now() + 3_600_000).toISOString() }
    const { status, body } = await owner.ask(routes.listWhoCanInDossier, { params, input })
    expect([status, body]).toMatchObject([400, { errors: [{ pointer: '#/at' }] }])
  })
})
