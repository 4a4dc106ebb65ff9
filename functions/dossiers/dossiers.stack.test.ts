/** Dossiers over HTTP: their states, lists and counts, their numbers, what is confidential in them, and who read it. */
import { describe, expect, test } from 'vitest'
import { practitionerSheet } from '../../shared/sheet.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { announcementOf, upload } from '../../test/journeys/move-files.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { shutSheet } from '../../test/world.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes as notes } from '../notes/routes.ts'
import { routes as offers } from '../offers/routes.ts'
import { routes as sharing } from '../sharing/routes.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { office, practitioner: owner, client, dossier, params } = await settledDossier(settlement)
const [coordinator, collaborator, recipient] = await Promise.all([
  settlement.member({ name: 'Philippine Auzoux', roles: ['coordinator'], sheet: shutSheet }),
  settlement.member({ name: 'Célimène Kerbrat', sheet: shutSheet }),
  settlement.member({ name: 'Aurélien Joannis' }),
])
await owner.call(sharing.giveShare, {
  params: { ...params, personId: collaborator.personId },
  input: { access: 'write' },
})

const made = (ownerId: string = owner.personId) =>
  office.call(routes.createDossier, { input: { clientId: client.clientId, ownerId } })
const seenBy = async (who: Client, { dossierId } = params) => who.call(routes.readDossier, { params: { dossierId } })
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code
const note = { title: 'Premier entretien', markdown: 'Reçu ce matin.' }

/** Everything that a list shows with these filters, whatever its pages. */
const listed = async (who: Client, filter: object = {}) => {
  const items: { number: number; state: string; label: string; clientName: string | null }[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const input = { limit: 100, ...filter, ...(cursor === undefined ? {} : { cursor }) }
    const page = await who.call(routes.listDossiers, { input: input as never })
    items.push(...page.items)
    cursor = page.cursor
  }
  return items
}

describe('D-01: the states of a dossier', () => {
  test('it is closed, then archived, then reopened; closed, nothing is put into it; what is not a move is a problem', async () => {
    const { dossierId } = await made()
    const at = { params: { dossierId } }
    expect(await owner.ask(routes.archiveDossier, at)).toMatchObject({
      status: 409,
      body: { code: 'move-not-allowed' },
    })
    expect(await owner.call(routes.closeDossier, at)).toMatchObject({ state: 'closed' })
    expect((await owner.ask(notes.createNote, { ...at, input: note })).status).toBe(403)
    const announced = announcementOf({ name: 'avis.pdf', bytes: Buffer.from('Avis') })
    expect((await owner.ask(documents.importDocument, { ...at, input: announced })).status).toBe(403)
    expect(await owner.call(routes.archiveDossier, at)).toMatchObject({ state: 'archived' })
    expect(codeOf(await owner.ask(routes.closeDossier, at))).toBe('move-not-allowed')
    expect(await office.call(routes.reopenDossier, at)).toMatchObject({ state: 'active' })
    expect((await owner.ask(notes.createNote, { ...at, input: note })).status).toBe(201)
  })

  test('asked twice, or twice at once, it is closed once; a stale If-Match changes nothing', async () => {
    const { dossierId } = await made()
    const at = { params: { dossierId } }
    const stale = { ...at, headers: { 'if-match': '"7"' } }
    expect((await owner.ask(routes.closeDossier, stale)).status).toBe(412)
    const answers = await Promise.all([1, 2, 3].map(() => owner.ask(routes.closeDossier, at)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const { headers } = await owner.ask(routes.readDossier, at)
    // Once made and once closed, whatever asked again.
    expect(headers.get('etag')).toBe('"2"')
  })

  test('only the owner and the office move it: a collaborator and a coordinator are refused', async () => {
    for (const who of [collaborator, coordinator])
      expect((await who.ask(routes.closeDossier, { params })).status).toBe(403)
    expect(await seenBy(owner)).toMatchObject({ state: 'active' })
  })

  test('D-14: closing a dossier ends its pending offer, which nobody accepts any more', async () => {
    const { dossierId } = await made()
    const at = { params: { dossierId } }
    const offer = await owner.call(offers.makeOffer, { ...at, input: { recipientId: recipient.personId } as never })
    await owner.call(routes.closeDossier, at)
    const ofOffer = { params: { dossierId, offerId: (offer as { offerId: string }).offerId } }
    expect(await recipient.call(offers.readOffer, ofOffer)).toMatchObject({ state: 'withdrawn' })
    expect(await seenBy(owner, { dossierId })).toMatchObject({ ownerId: owner.personId, state: 'closed' })
  })
})

describe('D-07, D-08, D-09: what is confidential', () => {
  test('D-07: the label follows the marks, also those of twelve people who write and mark at once', async () => {
    const { dossierId } = await made()
    const at = { params: { dossierId } }
    expect(await seenBy(owner, { dossierId })).toMatchObject({ label: 'open', contents: { open: 0, confidential: 0 } })
    const written = await Promise.all(
      Array.from({ length: 12 }, (_, one) =>
        owner.call(one % 3 === 0 ? notes.createConfidentialNote : notes.createNote, { ...at, input: note }),
      ),
    )
    expect(await seenBy(owner, { dossierId })).toMatchObject({
      label: 'partially-confidential',
      contents: { open: 8, confidential: 4 },
    })
    const markAll = (confidential: boolean) =>
      Promise.all(
        written.map(({ noteId }) =>
          owner.call(notes.markNote, { params: { dossierId, noteId }, input: { confidential } }),
        ),
      )
    await markAll(true)
    expect(await seenBy(owner, { dossierId })).toMatchObject({
      label: 'confidential',
      contents: { open: 0, confidential: 12 },
    })
    // The office opens every dossier, but not this one: all that is in it is marked (D-09).
    expect(await seenBy(office, { dossierId })).toMatchObject({ label: 'confidential', clientName: null })
    await markAll(false)
    expect(await seenBy(owner, { dossierId })).toMatchObject({ label: 'open', contents: { open: 12, confidential: 0 } })
  })

  test('D-08: the whole is set confidential in one act; what is added starts marked; lifted, each has its own mark again', async () => {
    const { dossierId } = await made()
    const at = { params: { dossierId } }
    const set = (confidential: boolean) => owner.call(routes.setConfidentiality, { ...at, input: { confidential } })
    const before = await owner.call(notes.createNote, { ...at, input: note })
    await set(true)
    const during = await owner.call(notes.createNote, { ...at, input: note })
    expect((await office.ask(notes.readNote, { params: { dossierId, noteId: before.noteId } })).status).toBe(403)
    expect(await set(false)).toMatchObject({ label: 'partially-confidential', contents: { open: 1, confidential: 1 } })
    const asOffice = async ({ noteId }: { noteId: string }) =>
      (await office.ask(notes.readNote, { params: { dossierId, noteId } })).status
    expect([await asOffice(before), await asOffice(during)]).toEqual([200, 403])
  })

  test('D-09: a coordinator sees the card of a confidential dossier and nothing in it; the owner and collaborators read on', async () => {
    const { noteId } = await owner.call(notes.createNote, { params, input: note })
    expect(await seenBy(coordinator)).toMatchObject({ clientName: client.name, label: 'open' })
    expect((await coordinator.ask(routes.setConfidentiality, { params, input: { confidential: true } })).status).toBe(
      403,
    )
    await owner.call(routes.setConfidentiality, { params, input: { confidential: true } })

    const { number, ownerId } = dossier
    const card = { dossierId: params.dossierId, number, ownerId, state: 'active', label: 'confidential' }
    const hidden = [
      'clientId',
      'clientName',
      'responsibleId',
      'answeredBy',
      'clientGroupId',
      'modules',
      'confidential',
      'contents',
      'createdAt',
      'changedAt',
    ]
    expect(await seenBy(coordinator)).toEqual({ ...card, ...Object.fromEntries(hidden.map((name) => [name, null])) })
    const inList = (await listed(coordinator, { ownerId })).find((one) => one.number === number)
    expect(inList).toMatchObject({ label: 'confidential', clientName: null })
    const statusOf = async (who: Client) => (await who.ask(notes.readNote, { params: { ...params, noteId } })).status
    expect(await Promise.all([coordinator, office, owner, collaborator].map(statusOf))).toEqual([403, 403, 200, 200])
    await owner.call(routes.setConfidentiality, { params, input: { confidential: false } })
    expect(await statusOf(office)).toBe(200)
  })
})

describe('D-10: who reads what is confidential', () => {
  test('each read is there for the owner, the newest first, with why it was allowed; what was refused or open is not', async () => {
    const { dossierId } = await made()
    const at = { params: { dossierId } }
    await owner.call(sharing.giveShare, {
      params: { dossierId, personId: collaborator.personId },
      input: { access: 'read' },
    })
    const secret = await owner.call(notes.createConfidentialNote, { ...at, input: note })
    const open = await owner.call(notes.createNote, { ...at, input: note })
    const documentId = await upload(owner, { dossierId }, { name: 'bilan.pdf', bytes: Buffer.from('Bilan 2026') })
    const ofSecret = { params: { dossierId, noteId: secret.noteId } }

    await collaborator.call(notes.readNote, ofSecret)
    await collaborator.call(notes.readNote, { params: { dossierId, noteId: open.noteId } })
    await collaborator.call(documents.downloadDocument, { params: { dossierId, documentId }, input: {} })
    expect((await office.ask(notes.readNote, ofSecret)).status).toBe(403)
    await collaborator.call(notes.readNote, ofSecret)
    await owner.call(notes.listNotes, { ...at, input: {} })

    const { items } = await owner.call(routes.listConfidentialReads, { ...at, input: {} })
    const ofNote = [{ kind: 'note', id: secret.noteId }]
    expect(items).toMatchObject([
      { personId: owner.personId, action: 'note.list', items: ofNote, path: [{ step: 'ownership' }] },
      { personId: collaborator.personId, action: 'note.read', items: ofNote, path: [{ step: 'share' }], door: 'api' },
      { personId: collaborator.personId, action: 'note.read', items: ofNote },
    ])
    expect(items[1]?.rule).toMatchObject({
      id: expect.stringMatching(/^note\.read\//),
      source: expect.stringMatching(/^[A-Z]-\d+$/),
      fr: expect.stringMatching(/\p{L}{3}/u),
    })

    // Set confidential as a whole, everything in it is; pages go on where they ended.
    await owner.call(routes.setConfidentiality, { ...at, input: { confidential: true } })
    await collaborator.call(documents.downloadDocument, { params: { dossierId, documentId }, input: {} })
    const first = await owner.call(routes.listConfidentialReads, { ...at, input: { limit: 1 } })
    expect(first.items).toMatchObject([{ action: 'document.read', items: [{ kind: 'document', id: documentId }] }])
    const second = await owner.call(routes.listConfidentialReads, {
      ...at,
      input: { limit: 1, cursor: first.cursor ?? '' },
    })
    expect(second.items).toMatchObject([{ action: 'note.list' }])
  })

  test('nobody but the owner sees who read: not the office, not a collaborator', async () => {
    const asked = (who: Client) => who.ask(routes.listConfidentialReads, { params, input: {} })
    expect((await asked(owner)).status).toBe(200)
    for (const who of [office, collaborator, coordinator]) expect((await asked(who)).status).toBe(403)
    expect((await asked(recipient)).status).toBe(404)
  })
})

test('D-01: twenty dossiers made at once are numbered without a gap', async () => {
  // Others make dossiers meanwhile: theirs are among the numbers, and none is missing.
  const first = (await made()).number
  const numbers = (await Promise.all(Array.from({ length: 20 }, () => made()))).map(({ number }) => number)
  const last = (await made()).number
  expect(new Set(numbers).size).toBe(20)
  const between = (await listed(office)).map(({ number }) => number).filter((one) => one >= first && one <= last)
  expect(between.toSorted((a, b) => a - b)).toEqual(Array.from({ length: last - first + 1 }, (_, at) => first + at))
}, 60_000)

describe('D-01: lists, filters and counts', () => {
  test('what is filtered for is what is shown, and the counts say as many', async () => {
    const [keeper, reader] = await Promise.all([
      settlement.member({ name: 'Solène Ozanam', sheet: practitionerSheet }),
      settlement.member({ name: 'Wandrille Sabatier', sheet: shutSheet }),
    ])
    const [one, two, three] = [await made(keeper.personId), await made(keeper.personId), await made(keeper.personId)]
    await keeper.call(routes.closeDossier, { params: { dossierId: two.dossierId } })
    await keeper.call(routes.setConfidentiality, {
      params: { dossierId: three.dossierId },
      input: { confidential: true },
    })
    const { changedAt } = await keeper.call(routes.readDossier, { params: { dossierId: three.dossierId } })
    const share = {
      params: { dossierId: one.dossierId, personId: reader.personId },
      input: { access: 'read' as const },
    }
    await keeper.call(sharing.giveShare, share)

    const holds = async (who: Client, filter: object, expected: readonly { number: number }[]) => {
      const found = (await listed(who, filter)).map(({ number }) => number)
      expect(found, JSON.stringify(filter)).toEqual(expected.map(({ number }) => number))
      const counts = await who.call(routes.countDossiers, { input: filter as never })
      expect(counts, JSON.stringify(filter)).toMatchObject({ count: expected.length, whole: true })
    }
    await holds(keeper, { of: 'mine' }, [one, two, three])
    await holds(keeper, { of: 'mine', state: 'closed' }, [two])
    await holds(keeper, { of: 'mine', label: 'confidential' }, [three])
    await holds(keeper, { of: 'mine', changedSince: changedAt ?? '' }, [three])
    await holds(keeper, { of: 'shared' }, [])
    await holds(reader, { of: 'shared' }, [one])
    await holds(reader, { of: 'mine' }, [])
    await holds(reader, {}, [one])
    // A coordinator finds them by their owner, the confidential one as a card; not by when that changed, which no card says.
    const { ownerId } = one
    await holds(coordinator, { ownerId }, [one, two, three])
    await holds(coordinator, { ownerId, state: 'active', label: 'confidential' }, [three])
    await holds(coordinator, { ownerId, changedSince: changedAt ?? '' }, [])
    const { byState, byLabel } = await coordinator.call(routes.countDossiers, { input: { ownerId } })
    expect([byState, byLabel]).toEqual([
      { active: 2, closed: 1, archived: 0 },
      { open: 2, 'partially-confidential': 0, confidential: 1 },
    ])
    // D-06: what was shared is gone from lists and counts on the next request.
    await keeper.call(sharing.endShare, { params: share.params })
    await holds(reader, { of: 'shared' }, [])
  })

  test.each([
    [{ state: 'lost' }],
    [{ label: 'secret' }],
    [{ of: 'theirs' }],
    [{ ownerId: 'somebody' }],
    [{ changedSince: 'yesterday' }],
    [{ cursor: 'nowhere' }],
    [{ colour: 'red' }],
  ])('%o is no filter', async (input) => {
    expect((await owner.ask(routes.listDossiers, { input: input as never })).status).toBe(400)
  })

  test('an activity in a dossier makes it changed: a note that is written, a document that is announced', async () => {
    const { dossierId, changedAt } = await made()
    await owner.call(notes.createNote, { params: { dossierId }, input: note })
    const after = (await seenBy(owner, { dossierId })).changedAt ?? ''
    expect(after > changedAt).toBe(true)
  })
})
