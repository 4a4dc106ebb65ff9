/** Collaborative spaces over HTTP: whoever is invited is in with the token they had, whoever goes is out on the next request. */
import { describe, expect, test } from 'vitest'
import { newUuid } from '../../shared/ports/ids.ts'
import { fullSheet, guestSheet } from '../../shared/sheet.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { localStack } from '../../test/journeys/local-stack.ts'
import { announcementOf, bytesAt, put, upload } from '../../test/journeys/move-files.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as documents } from '../documents/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as members } from '../members/routes.ts'
import { routes as notes } from '../notes/routes.ts'
import { routes } from './routes.ts'

const settlement = settlementOf(localStack())
const { office, practitioner: owner, dossier, administrator: clientUser } = await settledDossier(settlement)
const { dossierId, number } = dossier

const colleague = (name = 'Célimène Kerbrat') => settlement.member({ name })
const made = (who: Client, more: object = {}) =>
  who.call(routes.createCollaborativeSpace, { input: { name: 'Rentrée du quartier', ...more } })
const inviting = (who: Client, spaceId: string, ...people: readonly { personId: string }[]) =>
  who.ask(routes.inviteCompanions, {
    params: { spaceId },
    input: { personIds: people.map(({ personId }) => personId) },
  })
const leaving = (who: Client, spaceId: string) => who.ask(routes.leaveCollaborativeSpace, { params: { spaceId } })
const reading = (who: Client, spaceId: string) => who.ask(routes.readCollaborativeSpace, { params: { spaceId } })
const note = { kind: 'note', title: 'Premier contact', markdown: 'Elle rappellera *mardi*.' } as const
const writing = (who: Client, spaceId: string) => who.ask(routes.writeEntry, { params: { spaceId }, input: note })
const listed = async (who: Client) =>
  (await who.call(routes.listCollaborativeSpaces, { input: {} })).items.map(({ spaceId }) => spaceId)

/** A document of some bytes in a space. */
const uploaded = async (who: Client, spaceId: string, bytes: Buffer) => {
  const file = announcementOf({ name: 'compte rendu.pdf', bytes })
  const announced = await who.call(routes.addSpaceDocument, { params: { spaceId }, input: file })
  expect((await put(announced.upload, bytes)).ok).toBe(true)
  const params = { spaceId, spaceEntryId: announced.entry.entryId }
  await who.call(routes.completeSpaceUpload, { params, input: { versionId: announced.versionId } })
  return params
}

/** Everything that a member may ask of a space, by the status of the answer. */
const statuses = async (who: Client, params: { spaceId: string; spaceEntryId: string }) => {
  const answers = await Promise.all([
    reading(who, params.spaceId),
    who.ask(routes.listCompanions, { params, input: {} }),
    who.ask(routes.listEntries, { params, input: {} }),
    who.ask(routes.readEntry, { params, input: {} }),
    who.ask(routes.listEntryVersions, { params, input: {} }),
    who.ask(routes.downloadSpaceDocument, { params, input: {} }),
  ])
  return answers.map(({ status }) => status)
}
const ALL = [200, 200, 200, 200, 200, 200]
const NOTHING = [404, 404, 404, 404, 404, 404]

describe('with the token they have', () => {
  test('D-16, D-18, D-06: whoever is invited sees all of it at once, and whoever leaves sees nothing on the next request', async () => {
    const [one, two] = await Promise.all([colleague(), colleague('Evariste Collomb')])
    const { spaceId } = await made(owner)
    const params = await uploaded(owner, spaceId, Buffer.from('Compte rendu'))
    expect(await statuses(one, params)).toEqual(NOTHING)

    expect(await inviting(owner, spaceId, one, two)).toMatchObject({ status: 200, body: { members: 3 } })
    expect([await statuses(one, params), await listed(one)]).toEqual([ALL, [spaceId]])
    const { items } = await two.call(routes.listCompanions, { params, input: {} })
    expect(items).toEqual(expect.arrayContaining([expect.objectContaining({ personId: one.personId, name: one.name })]))

    expect(await leaving(one, spaceId)).toMatchObject({ status: 204, body: null })
    expect([await statuses(one, params), await listed(one)]).toEqual([NOTHING, []])
    expect((await leaving(one, spaceId)).status).toBe(404)
    expect(await statuses(two, params)).toEqual(ALL)
  })

  test('D-17: what one writes and puts in, all read, in every version; a text of 1 MB as well', async () => {
    const one = await colleague()
    const { spaceId } = await made(owner, { about: { kind: 'person', text: 'Une voisine' } })
    await inviting(owner, spaceId, one)
    const markdown = 'Ainsi fut dit. '.repeat(65_000)
    const first = await owner.call(routes.writeEntry, { params: { spaceId }, input: { ...note, markdown } })
    const params = { spaceId, spaceEntryId: first.entryId }
    expect((await one.call(routes.readEntry, { params, input: {} })).markdown).toBe(markdown)

    const again = { title: 'Deuxième contact', markdown: 'Elle a rappelé.' }
    const stale = await one.ask(routes.rewriteEntry, { params, input: again, headers: { 'if-match': '"7"' } })
    expect(stale).toMatchObject({ status: 412, body: { code: 'precondition-failed' } })
    await one.call(routes.rewriteEntry, { params, input: again, headers: { 'if-match': '"1"' } })
    expect(await owner.call(routes.readEntry, { params, input: {} })).toMatchObject({
      ...again,
      createdBy: owner.personId,
      changedBy: one.personId,
    })
    const versions = await owner.call(routes.listEntryVersions, { params, input: {} })
    expect(versions.items.map(({ createdBy }) => createdBy)).toEqual([one.personId, owner.personId])
    const versionId = versions.items[1]?.versionId
    expect((await one.call(routes.readEntry, { params, input: { versionId } })).markdown).toBe(markdown)
  })

  test('C-31: a document comes out as it came in, as an attachment, and not before it has come whole', async () => {
    const bytes = Buffer.from('Compte rendu de la réunion')
    const { spaceId } = await made(owner)
    const announced = await owner.call(routes.addSpaceDocument, {
      params: { spaceId },
      input: announcementOf({ name: 'compte rendu.pdf', bytes }),
    })
    const params = { spaceId, spaceEntryId: announced.entry.entryId }
    const { versionId } = announced
    expect(await owner.ask(routes.downloadSpaceDocument, { params, input: {} })).toMatchObject({ status: 409 })
    expect((await put(announced.upload, Buffer.alloc(bytes.length, 'x'))).ok).toBe(false)
    expect(await owner.ask(routes.completeSpaceUpload, { params, input: { versionId } })).toMatchObject({
      status: 409,
      body: { code: 'upload-not-found' },
    })
    const { upload } = await owner.call(routes.renewSpaceUpload, { params, input: { versionId } })
    expect((await put(upload, bytes)).ok).toBe(true)
    await owner.call(routes.completeSpaceUpload, { params, input: { versionId } })
    const download = await owner.call(routes.downloadSpaceDocument, { params, input: {} })
    expect(await bytesAt(download)).toEqual(bytes)
    const asked = new URL(download.url).searchParams
    expect(asked.get('response-content-disposition')).toMatch(/^attachment;/)
  })

  test('D-06: whoever is deactivated reaches nothing of a space, whoever becomes a guest neither', async () => {
    const [gone, guest] = await Promise.all([colleague(), colleague('Josselin Cazaubon')])
    const { spaceId } = await made(owner)
    await inviting(owner, spaceId, gone, guest)
    const params = await uploaded(owner, spaceId, Buffer.from('Compte rendu'))
    await office.call(members.deactivateMember, { params: { personId: gone.personId }, input: {} })
    await office.call(members.changeRoles, { params: { personId: guest.personId }, input: { roles: ['guest'] } })
    expect([await statuses(gone, params), await statuses(guest, params)]).toEqual([NOTHING, NOTHING])
    expect((await reading(owner, spaceId)).body).toMatchObject({ members: 1 })

    await office.call(members.reactivateMember, { params: { personId: gone.personId }, input: {} })
    await settlement.change(gone, { status: 'active' })
    expect(await statuses(gone, params)).toEqual(NOTHING)
  })
})

describe('D-18: content is never left without a reader', () => {
  test('the last member is told both ways out: to hand it over, or to close it', async () => {
    const one = await colleague()
    const { spaceId } = await made(one)
    const refused = await one.ask(routes.leaveCollaborativeSpace, {
      params: { spaceId },
      headers: { 'accept-language': 'en' },
    })
    expect(refused).toMatchObject({
      status: 403,
      body: { rule: 'collaborative-space.leave/never-last', reason: expect.stringMatching(/inviting.+or close/) },
    })
    const two = await colleague('Evariste Collomb')
    await inviting(one, spaceId, two)
    await settlement.town.mailTo(two.email, ({ text }) => text.includes('«\u00a0Rentrée du quartier\u00a0»'))
    expect((await leaving(one, spaceId)).status).toBe(204)
    expect((await reading(two, spaceId)).body).toMatchObject({ members: 1, state: 'open' })
    await settlement.town.mailTo(two.email, ({ text }) => text.includes('dernier membre'))
  })

  test('the last member closes it, goes on reading it, and nothing in it changes any more', async () => {
    const [one, two] = await Promise.all([colleague(), colleague('Evariste Collomb')])
    const { spaceId } = await made(one)
    await inviting(one, spaceId, two)
    const close = (who: Client) => who.ask(routes.closeCollaborativeSpace, { params: { spaceId }, input: {} })
    expect(await close(one)).toMatchObject({ status: 403, body: { code: 'refused' } })
    await leaving(two, spaceId)
    const params = await uploaded(one, spaceId, Buffer.from('Compte rendu'))
    expect(await close(one)).toMatchObject({ status: 200, body: { state: 'closed', closedBy: one.personId } })
    expect(await statuses(one, params)).toEqual(ALL)
    expect((await writing(one, spaceId)).status).toBe(403)
    expect((await inviting(one, spaceId, two)).status).toBe(403)
    expect((await close(one)).status).toBe(403)
    expect((await leaving(one, spaceId)).status).toBe(403)
  })

  test('of all who leave at once, one stays', async () => {
    const people = await Promise.all([colleague(), colleague(), colleague()])
    const [first] = people
    if (first === undefined) throw new Error('Nobody is there.')
    const { spaceId } = await made(first)
    await inviting(first, spaceId, ...people.slice(1))
    const answers = await Promise.all(people.map((who) => leaving(who, spaceId)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 204, 403])
    const left = await Promise.all(people.map((who) => reading(who, spaceId)))
    expect(left.map(({ status }) => status).toSorted()).toEqual([200, 404, 404])
  })

  test('D-20: whoever is alone in a space is deactivated only once it is handed over; the successor is in it then', async () => {
    const [gone, successor] = await Promise.all([colleague(), colleague('Josselin Cazaubon')])
    const { spaceId } = await made(gone)
    const params = { personId: gone.personId }
    expect(await office.ask(members.deactivateMember, { params, input: {} })).toMatchObject({
      status: 409,
      body: { code: 'inventory-not-empty' },
    })
    const { items } = await office.call(members.listSpaceInventory, { params, input: {} })
    expect(items).toEqual([{ spaceId, state: 'open', isLast: true, name: 'Rentrée du quartier' }])
    const item = { kind: 'collaborative-space', spaceId, successorId: successor.personId } as const
    const { held } = await office.call(members.handOver, { params, input: { items: [item] } })
    expect(held).toMatchObject({ spaces: 0 })
    expect((await reading(successor, spaceId)).status).toBe(200)
    expect((await reading(gone, spaceId)).status).toBe(404)
    expect((await office.ask(members.deactivateMember, { params, input: {} })).status).toBe(200)
  })
})

describe('D-16: among members of the organisation', () => {
  test('no guest, client user, deactivated member or person unknown is invited, and then nobody is', async () => {
    const [one, guest, gone] = await Promise.all([
      colleague(),
      settlement.member({ name: 'Ignace Lavergnas', roles: ['guest'], sheet: guestSheet }),
      colleague('Josselin Cazaubon'),
    ])
    await settlement.change(gone, { status: 'inactive' })
    const { spaceId } = await made(owner)
    for (const wrong of [guest, clientUser, gone, { personId: newUuid() }])
      expect(await inviting(owner, spaceId, one, wrong)).toMatchObject({ status: 403, body: { code: 'refused' } })
    expect((await reading(one, spaceId)).status).toBe(404)
    for (const who of [guest, clientUser])
      expect((await who.ask(routes.createCollaborativeSpace, { input: { name: 'Espace' } })).status).toBe(403)
  })

  test('no sheet and no role opens a space: to whoever is not in it, nothing is there', async () => {
    const everything = await settlement.member({
      name: 'Philippine Auzoux',
      roles: ['administrator', 'coordinator', 'super-user', 'user-manager'],
      sheet: fullSheet,
    })
    const { spaceId } = await made(owner)
    const params = await uploaded(owner, spaceId, Buffer.from('Compte rendu'))
    expect(await statuses(everything, params)).toEqual(NOTHING)
    expect((await inviting(everything, spaceId, everything)).status).toBe(404)
  })
})

describe('D-19: bound to a dossier, it opens nothing of that dossier', () => {
  test('a member of the space learns neither of the dossier nor anything in it', async () => {
    const one = await colleague()
    const space = await made(owner, { boundTo: dossierId })
    expect(space.boundTo).toEqual({ dossierId, number })
    await inviting(owner, space.spaceId, one)
    const seen = await reading(one, space.spaceId)
    expect(seen).toMatchObject({ status: 200, body: { boundTo: null } })
    expect(JSON.stringify(seen.body)).not.toContain(dossierId)
    expect((await one.ask(dossiers.readDossier, { params: { dossierId } })).status).toBe(404)
  })

  test('the owner copies into it what is not confidential; its members read the copy, and nothing else of the dossier', async () => {
    const one = await colleague()
    const { spaceId } = await made(owner)
    await inviting(owner, spaceId, one)
    const bytes = Buffer.from('Bilan 2026')
    const documentId = await upload(owner, { dossierId }, { name: 'bilan.pdf', bytes })
    const params = { dossierId, documentId }
    const copying = (who: Client) => who.ask(routes.copyDocumentToSpace, { params, input: { spaceId } })
    // One knows of the space and not of the dossier, the other of the dossier and not of the space.
    expect([(await copying(one)).status, (await copying(office)).status]).toEqual([404, 404])
    const copied = await owner.call(routes.copyDocumentToSpace, { params, input: { spaceId } })
    const ofCopy = { spaceId, spaceEntryId: copied.entryId }
    expect(await bytesAt(await one.call(routes.downloadSpaceDocument, { params: ofCopy, input: {} }))).toEqual(bytes)
    const read = await one.call(routes.readEntry, { params: ofCopy, input: {} })
    expect(read.copiedFrom).toEqual({ kind: 'document', dossier: null })
    const toOwner = await owner.call(routes.readEntry, { params: ofCopy, input: {} })
    expect(toOwner.copiedFrom).toEqual({ kind: 'document', dossier: { dossierId, number } })
    expect((await one.ask(documents.readDocument, { params })).status).toBe(404)
    const { items } = await owner.call(notes.listItemCopies, { params: { dossierId }, input: {} })
    expect(items).toContainEqual(expect.objectContaining({ way: 'copied-to-space', itemId: documentId }))

    const written = { kind: 'note', title: 'Entretien', markdown: 'Tout va bien.' } as const
    const { noteId } = await owner.call(notes.createNote, { params: { dossierId }, input: written })
    const ofNote = { params: { dossierId, noteId }, input: { spaceId } }
    const note = await owner.call(notes.copyNoteToSpace, ofNote)
    const noteParams = { spaceId, spaceEntryId: note.entryId }
    expect((await one.call(routes.readEntry, { params: noteParams, input: {} })).html).toContain('Tout va bien.')
    await owner.call(notes.markNote, { params: { dossierId, noteId }, input: { confidential: true } })
    expect((await owner.ask(notes.copyNoteToSpace, ofNote)).status).toBe(403)
  })

  test('nobody binds a space to a dossier that they may not know of', async () => {
    const one = await colleague()
    const to = (boundTo: string) => one.ask(routes.createCollaborativeSpace, { input: { name: 'Suivi', boundTo } })
    const [there, nowhere] = await Promise.all([to(dossierId), to(newUuid())])
    expect(there).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })
})
