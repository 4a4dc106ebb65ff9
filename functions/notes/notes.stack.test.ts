/** Notes over HTTP, on the deployed stack: who reads what, versions, a megabyte, confidentiality with its record of reads. */
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { describe, expect, test } from 'vitest'
import { fullSheet } from '../../shared/sheet.ts'
import type { Client } from '../../test/journeys/api-client.ts'
import { asOwner, localStack } from '../../test/journeys/local-stack.ts'
import { settledDossier, settlementOf } from '../../test/journeys/settlers.ts'
import { routes as spaces } from '../collaborative-spaces/routes.ts'
import { routes as dossiers } from '../dossiers/routes.ts'
import { routes as questions } from '../questions/routes.ts'
import { routes as sharing } from '../sharing/routes.ts'
import { type NoteVersion, NoteVersions } from './records.ts'
import { routes } from './routes.ts'

const stack = localStack()
const settlement = settlementOf(stack)
const { office, practitioner: owner, client, params, administrator: clientUser } = await settledDossier(settlement)
const [coordinator, wide, reader, writer] = await Promise.all([
  settlement.member({ name: 'Philippine Auzoux', roles: ['coordinator'] }),
  settlement.member({ name: 'Hortense Vidalie', roles: [], sheet: fullSheet }),
  settlement.member({ name: 'Célimène Kerbrat' }),
  settlement.member({ name: 'Lazare Pontcarré' }),
])
await Promise.all([
  owner.call(sharing.giveShare, { params: { ...params, personId: reader.personId }, input: { access: 'read' } }),
  owner.call(sharing.giveShare, { params: { ...params, personId: writer.personId }, input: { access: 'write' } }),
])

const written = { title: 'Entretien du 2 mars', markdown: '# Entretien\n\n*Tout* va bien.' }
const write = (by: Client = owner, input: object = {}) =>
  by.call(routes.createNote, { params, input: { ...written, ...input } })
const writeConfidential = () => owner.call(routes.createConfidentialNote, { params, input: written })
const at = (noteId: string) => ({ ...params, noteId })
const read = (who: Client, noteId: string) => who.ask(routes.readNote, { params: at(noteId), input: {} })
const listedTo = async (who: Client, of = params) =>
  (await who.call(routes.listNotes, { params: of, input: { limit: 100 } })).items.map(({ noteId }) => noteId)
const labelOf = async () => (await owner.call(dossiers.readDossier, { params, input: {} })).label

describe('D-09: confidential notes', () => {
  test('D-04, D-09: collaborators read all; a wide sheet, a coordinator and a client user do not, and are told why', async () => {
    const [openNote, confidential] = [await write(), await writeConfidential()]
    for (const who of [owner, reader, writer])
      for (const { noteId } of [openNote, confidential])
        expect(await read(who, noteId), who.name).toMatchObject({ status: 200, body: { markdown: written.markdown } })
    expect((await read(wide, openNote.noteId)).status).toBe(200)
    for (const who of [wide, coordinator])
      expect(await read(who, confidential.noteId), who.name).toMatchObject({
        status: 403,
        body: { rule: 'note.read/never-confidential', source: 'D-09', reason: expect.stringMatching(/\p{L}{3}/u) },
      })
    expect(await read(clientUser, openNote.noteId)).toMatchObject({ status: 403, body: { code: 'refused' } })

    const asked = { action: 'note.read' as const, ...at(confidential.noteId) }
    expect(await coordinator.call(questions.explainSelf, { input: asked })).toMatchObject({ allowed: false })
    expect(await listedTo(wide)).not.toContain(confidential.noteId)
    expect(await listedTo(reader)).toEqual(expect.arrayContaining([openNote.noteId, confidential.noteId]))
  })

  test('D-08, D-09: in a wholly confidential dossier the notes are refused to a wide sheet and a coordinator, with the rule', async () => {
    const { dossierId } = await office.call(dossiers.createDossier, {
      input: { clientId: client.clientId, ownerId: owner.personId },
    })
    const whole = { dossierId }
    await owner.call(dossiers.setConfidentiality, { params: whole, input: { confidential: true } })
    const note = await owner.call(routes.createNote, { params: whole, input: written })
    expect(note.confidential).toBe(true)
    for (const who of [wide, office])
      expect(await who.ask(routes.listNotes, { params: whole, input: {} }), who.name).toMatchObject({
        status: 403,
        body: { rule: 'note.list/never-confidential', source: 'D-09' },
      })
    expect(await coordinator.ask(routes.listNotes, { params: whole, input: {} })).toMatchObject({
      status: 403,
      body: { source: 'D-09' },
    })
    expect(await listedTo(owner, whole)).toEqual([note.noteId])
    // Lifted, the dossier is what its items are: the note keeps the mark that it started with.
    await owner.call(dossiers.setConfidentiality, { params: whole, input: { confidential: false } })
    expect(await listedTo(wide, whole)).toEqual([])
  })

  test('D-07: a mark that is set or lifted takes effect on the next request, and the label follows', async () => {
    const { noteId } = await write()
    await owner.call(routes.markNote, { params: at(noteId), input: { confidential: true } })
    expect([(await read(wide, noteId)).status, await labelOf()]).toEqual([403, 'partially-confidential'])
    await writer.call(routes.markNote, { params: at(noteId), input: { confidential: false } })
    expect((await read(wide, noteId)).status).toBe(200)
    expect(await reader.ask(routes.markNote, { params: at(noteId), input: { confidential: true } })).toMatchObject({
      status: 403,
      body: { source: 'D-07' },
    })
  })

  test('D-10: every reading is written down, and the owner sees who, when, what and why it was allowed', async () => {
    const { noteId } = await writeConfidential()
    const before = await owner.call(dossiers.listConfidentialReads, { params, input: { limit: 100 } })
    await read(reader, noteId)
    const { items } = await owner.call(dossiers.listConfidentialReads, { params, input: { limit: 100 } })
    expect(items.length).toBe(before.items.length + 1)
    expect(items.find(({ personId }) => personId === reader.personId)).toMatchObject({
      action: 'note.read',
      items: [{ kind: 'note', id: noteId }],
    })
    expect((await reader.ask(dossiers.listConfidentialReads, { params, input: {} })).status).toBe(403)
  })
})

describe('D-01: versions', () => {
  test('are kept and read; an earlier one becomes current as a new one; If-Match guards against another writer', async () => {
    const { noteId } = await write()
    const shown = await read(owner, noteId)
    const etag = { 'if-match': shown.headers.get('etag') ?? '' }
    const input = { title: 'Entretien, suite', markdown: 'Encore mieux.' }
    const change = (by: Client) => by.ask(routes.changeNote, { params: at(noteId), input, headers: etag })
    expect((await change(writer)).status).toBe(200)
    expect((await change(owner)).status).toBe(412)
    expect((await reader.ask(routes.changeNote, { params: at(noteId), input })).status).toBe(403)

    const restored = await owner.call(routes.restoreNoteVersion, { params: { ...at(noteId), number: '1' }, input: {} })
    expect(restored).toMatchObject({ current: 3, title: written.title })
    const { items } = await reader.call(routes.listNoteVersions, { params: at(noteId), input: {} })
    expect(items).toMatchObject([
      { number: 3, restoredFrom: 1, createdBy: owner.personId },
      { number: 2, restoredFrom: null, createdBy: writer.personId },
      { number: 1, restoredFrom: null, createdBy: owner.personId },
    ])
    const second = await reader.call(routes.readNoteVersion, { params: { ...at(noteId), number: '2' }, input: {} })
    expect(second).toMatchObject({ markdown: 'Encore mieux.', html: '<p>Encore mieux.</p>\n' })
  })

  test('five who write at once make five versions, and none is lost', async () => {
    const { noteId } = await write()
    const changes = [1, 2, 3, 4, 5].map((at) => `Version ${at}`)
    await Promise.all(
      changes.map((title) => writer.call(routes.changeNote, { params: at(noteId), input: { title, markdown: title } })),
    )
    const { items } = await owner.call(routes.listNoteVersions, { params: at(noteId), input: {} })
    expect(items.map(({ title }) => title).toSorted()).toEqual([written.title, ...changes].toSorted())
  })
})

describe('a note of 1 MB', () => {
  const line = 'Nous avons parlé de *tout* et de rien, puis convenu de la suite.\n\n'
  const megabyte = line.repeat(Math.ceil(1024 ** 2 / Buffer.byteLength(line)))

  test('is taken, read back as it was written, restored and copied; what is larger is refused as too large', async () => {
    const { noteId } = await write(owner, { markdown: megabyte })
    const { markdown, html, withoutHtml } = await owner.call(routes.readNote, { params: at(noteId), input: {} })
    expect(markdown === megabyte).toBe(true)
    // Where all tests run at once, rendering may take longer than it is given; the text is there all the same.
    expect(html?.startsWith('<p>Nous avons parlé de <em>tout</em>') ?? withoutHtml === 'too-slow').toBe(true)
    await owner.call(routes.changeNote, { params: at(noteId), input: { title: 'Court', markdown: 'Court.' } })
    await owner.call(routes.restoreNoteVersion, { params: { ...at(noteId), number: '1' }, input: {} })
    expect((await owner.call(routes.readNote, { params: at(noteId), input: {} })).markdown === megabyte).toBe(true)

    const tooLong = await owner.ask(routes.createNote, { params, input: { ...written, markdown: megabyte.repeat(3) } })
    expect(tooLong).toMatchObject({ status: 413, body: { code: 'too-large' } })
  })

  test('whose object was lost is told as such, never shown as an empty note', async () => {
    const { noteId } = await write(owner, { markdown: megabyte })
    const { text } = await settlement.stored<NoteVersion>(NoteVersions, { noteId, number: 1 })
    if ('inline' in text) throw new Error('A long text lies in its item.')
    const s3 = new S3Client({ ...asOwner(stack), forcePathStyle: true })
    const { storedVersionId } = text
    await s3.send(
      new DeleteObjectCommand({
        Bucket: stack.outputs.DocumentsBucketName,
        Key: text.key,
        ...(storedVersionId === null ? {} : { VersionId: storedVersionId }),
      }),
    )
    expect(await read(owner, noteId)).toMatchObject({ status: 500, body: { code: 'content-not-intact' } })
    // The note is there still, and written anew it is whole.
    await owner.call(routes.changeNote, { params: at(noteId), input: { title: 'Repris', markdown: 'Repris.' } })
    expect(await read(owner, noteId)).toMatchObject({ status: 200, body: { markdown: 'Repris.' } })
  })
})

describe('D-21: copies and moves', () => {
  test('a copy goes to another dossier of the owner, never where a collaborator of that one would see more', async () => {
    const other = await office.call(dossiers.createDossier, {
      input: { clientId: client.clientId, ownerId: owner.personId },
    })
    const there = { dossierId: other.dossierId }
    const { noteId } = await write()
    const copy = await owner.call(routes.copyNote, { params: at(noteId), input: { toDossierId: there.dossierId } })
    expect(await listedTo(owner, there)).toEqual([copy.noteId])
    const { items } = await owner.call(routes.listItemCopies, { params: there, input: {} })
    expect(items).toMatchObject([{ way: 'copied-in', itemId: copy.noteId, other: { ...params, itemId: noteId } }])

    const stranger = await settlement.member({ name: 'Sidonie Labrousse' })
    await owner.call(sharing.giveShare, {
      params: { ...there, personId: stranger.personId },
      input: { access: 'read' },
    })
    const again = { params: at(noteId), input: { toDossierId: there.dossierId } }
    expect(await owner.ask(routes.copyNote, again)).toMatchObject({
      status: 403,
      body: { rule: 'item.copy/never-wider', source: 'D-21' },
    })
    expect(await owner.ask(routes.moveNote, again)).toMatchObject({ status: 403, body: { source: 'D-21' } })
  })

  test('a move says first that somebody would see the note no more, then takes it with all its versions', async () => {
    const other = await office.call(dossiers.createDossier, {
      input: { clientId: client.clientId, ownerId: owner.personId },
    })
    const there = { dossierId: other.dossierId }
    const { noteId } = await writeConfidential()
    await owner.call(routes.changeNote, { params: at(noteId), input: { title: 'Suite', markdown: 'Suite.' } })
    const input = { toDossierId: there.dossierId }
    expect(await owner.ask(routes.moveNote, { params: at(noteId), input })).toMatchObject({
      status: 409,
      body: { code: 'seen-by-fewer' },
    })
    await owner.call(routes.moveNote, { params: at(noteId), input: { ...input, fewer: true } })
    expect((await read(owner, noteId)).status).toBe(404)
    const moved = { ...there, noteId }
    expect(await owner.call(routes.readNote, { params: moved, input: {} })).toMatchObject({
      title: 'Suite',
      confidential: true,
    })
    expect((await owner.call(routes.listNoteVersions, { params: moved, input: {} })).items).toHaveLength(2)
  })
})

test('D-19: a note goes into a collaborative space by an explicit copy, never a confidential one, recorded on both sides', async () => {
  const { spaceId } = await owner.call(spaces.createCollaborativeSpace, { input: { name: 'Réseau des praticiens' } })
  const [openNote, confidential] = [await write(owner, { markdown: 'Long. '.repeat(5000) }), await writeConfidential()]
  const { entryId } = await owner.call(routes.copyNoteToSpace, { params: at(openNote.noteId), input: { spaceId } })
  const entry = await owner.call(spaces.readEntry, { params: { spaceId, spaceEntryId: entryId }, input: {} })
  expect(entry).toMatchObject({ title: written.title, markdown: 'Long. '.repeat(5000) })
  const { items } = await owner.call(routes.listItemCopies, { params, input: { limit: 100 } })
  expect(items).toContainEqual(
    expect.objectContaining({ way: 'copied-to-space', itemId: openNote.noteId, other: { spaceId, itemId: entryId } }),
  )
  expect(
    await owner.ask(routes.copyNoteToSpace, { params: at(confidential.noteId), input: { spaceId } }),
  ).toMatchObject({
    status: 403,
    body: { rule: 'item.copy-to-space/never-confidential', source: 'D-19' },
  })
  expect((await writer.ask(routes.copyNoteToSpace, { params: at(openNote.noteId), input: { spaceId } })).status).toBe(
    404,
  )
})
