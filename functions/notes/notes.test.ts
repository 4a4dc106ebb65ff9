// Through the whole line in memory: parse, load, measure, decide by the rules, commit, reads written down.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConfidentialRead } from '../../shared/confidential-reads.ts'
import { People } from '../../shared/people.ts'
import type { Persona } from '../../shared/rules/cases.ts'
import { create } from '../../shared/table/table.ts'
import { memoryTable } from '../../test/memory-table.ts'
import { type Api, openApi } from '../../test/whole-api.ts'
import { everyPersona, idOf, NOW, personOf } from '../../test/world.ts'
import { type CollaborativeSpace, CollaborativeSpaces, Companions } from '../collaborative-spaces/records.ts'
import { type Dossier, Dossiers } from '../dossiers/records.ts'
import { Shares } from '../sharing/records.ts'

const idFor = (persona: Persona): string => personOf(persona).personId
const owner = idFor('owner')
const clientId = idOf(501)

/** Dossiers of the owner and one client, with ids that end as the client's does. */
const dossierAt = (number: number, more: Partial<Dossier> = {}): Dossier => ({
  dossierId: idOf(501).replace('-0000-', `-${String(number).padStart(4, '0')}-`),
  number,
  clientId,
  clientName: 'Boulangerie Tassin-Lemoine',
  ownerId: owner,
  responsibleId: owner,
  state: 'active',
  modules: ['archive'],
  createdAt: NOW,
  createdBy: owner,
  ...more,
})

const [one, two] = [dossierAt(1), dossierAt(2)]
const space: CollaborativeSpace = {
  spaceId: idOf(800),
  name: 'Réseau des praticiens',
  about: null,
  boundTo: null,
  state: 'open',
  memberIds: [owner],
  members: 1,
  createdAt: NOW,
  createdBy: owner,
  closedAt: null,
  closedBy: null,
}

const shared = ({ dossierId }: Dossier, personId: string, access: 'read' | 'write') =>
  create(Shares, { dossierId, personId, access, givenBy: owner, givenAt: NOW, until: null })

/** The owner's two dossiers; the first is shared with the stranger to read, and with the responsible to write. */
const open = (...dossiers: readonly Dossier[]): Api => {
  const table = memoryTable()
  for (const persona of everyPersona) {
    const { version: _, ...person } = personOf(persona)
    table.put(create(People, person))
  }
  table.put(
    ...(dossiers.length === 0 ? [one, two] : dossiers).map((dossier) => create(Dossiers, dossier)),
    shared(one, idFor('stranger'), 'read'),
    shared(one, idFor('responsible'), 'write'),
    create(CollaborativeSpaces, space),
    create(Companions, { spaceId: space.spaceId, personId: owner, invitedBy: owner, joinedAt: NOW }),
  )
  return openApi(table)
}

const inDossier = ({ dossierId }: Dossier) => ({ dossierId })
const NOTES = '/v1/dossiers/{dossierId}/notes'
const NOTE = `${NOTES}/{noteId}`
const written = { title: 'Entretien', markdown: '*Tout* va bien.' }

type View = {
  readonly noteId: string
  readonly title: string
  readonly current: number
  readonly confidential: boolean
  readonly markdown: string
  readonly html: string
}

const write = async (api: Api, { as = owner, dossier = one, confidential = false } = {}): Promise<string> => {
  const path = confidential ? '/v1/dossiers/{dossierId}/confidential-notes' : NOTES
  const { status, body } = await api.ask(`POST ${path}`, { as, params: inDossier(dossier), input: written })
  expect(status).toBe(201)
  return (body as View).noteId
}
const at = (noteId: string, { dossierId }: Dossier = one) => ({ dossierId, noteId })
const read = (api: Api, as: string, noteId: string, dossier = one) =>
  api.ask(`GET ${NOTE}`, { as, params: at(noteId, dossier) })
const titlesTo = async (api: Api, as: string, dossier = one) => {
  const { status, body } = await api.ask(`GET ${NOTES}`, { as, params: inDossier(dossier) })
  return status === 200 ? (body as { items: View[] }).items.map(({ noteId }) => noteId) : status
}
const itemsOf = <T>(api: Api, record: string): T[] =>
  api.table.everything().filter(({ recordName }) => recordName === record) as T[]
const mark = (api: Api, noteId: string, confidential: boolean, as = owner) =>
  api.ask(`PUT ${NOTE}/confidentiality`, { as, params: at(noteId), input: { confidential } })
const copy = (api: Api, noteId: string, to: Dossier, { as = owner, way = 'copies', input = {} } = {}) =>
  api.ask(`POST ${NOTE}/${way}`, { as, params: at(noteId), input: { toDossierId: to.dossierId, ...input } })

describe('who reads and writes', () => {
  test('D-04: collaborators read every note, a confidential one too; whoever has a share to write writes', async () => {
    const api = open()
    const noteIds = [
      await write(api),
      await write(api, { confidential: true }),
      await write(api, { as: idFor('responsible') }),
    ]
    for (const persona of ['owner', 'stranger', 'responsible'] as const) {
      expect(await titlesTo(api, idFor(persona))).toEqual(noteIds.toReversed())
      for (const noteId of noteIds) expect((await read(api, idFor(persona), noteId)).status).toBe(200)
    }
    const refused = await api.ask(`POST ${NOTES}`, { as: idFor('stranger'), params: inDossier(one), input: written })
    expect(refused).toMatchObject({ status: 403, problem: { reason: { source: 'D-03' } } })
  })

  test('D-09: a wide scope and a coordinator read no confidential note, and a client user reads none at all', async () => {
    const api = open()
    const [openNote, closedNote] = [await write(api), await write(api, { confidential: true })]
    const reader = idFor('documentation reader')
    const never = { status: 403, problem: { reason: { rule: 'note.read/never-confidential', source: 'D-09' } } }
    expect((await read(api, reader, openNote)).status).toBe(200)
    expect(await read(api, reader, closedNote)).toMatchObject(never)
    expect(await titlesTo(api, reader)).toEqual([openNote])
    for (const persona of ['coordinator', 'Administrator of the dossier'] as const) {
      expect(await read(api, idFor(persona), closedNote)).toMatchObject({
        status: persona === 'coordinator' ? 403 : 404,
      })
      expect(await titlesTo(api, idFor(persona))).toBeTypeOf('number')
    }
  })

  test('D-09: whoever edits all documentation changes a note, until it is marked', async () => {
    const api = open()
    const noteId = await write(api)
    const change = () =>
      api.ask(`PUT ${NOTE}`, { as: idFor('documentation editor'), params: at(noteId), input: written })
    expect((await change()).status).toBe(200)
    await mark(api, noteId, true)
    expect((await change()).status).toBe(403)
    expect((await mark(api, noteId, false, idFor('documentation editor'))).status).toBe(403)
  })

  test('nothing is written, marked, restored or copied in a closed dossier; it is read as before', async () => {
    const closed = { ...dossierAt(3), state: 'closed' as const }
    const api = open(one, two, closed)
    const noteId = await write(api)
    expect((await api.ask(`POST ${NOTES}`, { as: owner, params: inDossier(closed), input: written })).status).toBe(403)
    expect((await copy(api, noteId, closed)).status).toBe(403)
    expect(await titlesTo(api, owner, closed)).toEqual([])
  })
})

test('D-10: every answer that shows a confidential note is written down, by what right; none that shows another', async () => {
  const api = open()
  const [openNote, noteId] = [await write(api), await write(api, { confidential: true })]
  const stranger = idFor('stranger')
  await read(api, stranger, openNote)
  expect(itemsOf(api, 'confidential-read')).toEqual([])
  await read(api, stranger, noteId)
  await titlesTo(api, stranger)
  await api.ask(`GET ${NOTE}/versions`, { as: stranger, params: at(noteId) })
  await api.ask(`GET ${NOTE}/versions/{number}`, { as: stranger, params: { ...at(noteId), number: '1' } })
  const reads = itemsOf<ConfidentialRead>(api, 'confidential-read')
  expect(reads.map(({ action }) => action).toSorted()).toEqual(['note.list', 'note.read', 'note.read', 'note.read'])
  for (const one of reads) expect(one).toMatchObject({ personId: stranger, items: [{ kind: 'note', id: noteId }] })
  // Who was refused has read nothing.
  await read(api, idFor('documentation reader'), noteId)
  expect(itemsOf(api, 'confidential-read')).toHaveLength(4)
})

test('D-01: versions are kept, each is read as it was, and an earlier one becomes current again as a new one', async () => {
  const api = open()
  const noteId = await write(api)
  const params = at(noteId)
  await api.ask(`PUT ${NOTE}`, { as: owner, params, input: { title: 'Suite', markdown: 'Moins bien.' } })
  const restored = await api.ask(`POST ${NOTE}/versions/{number}/restoration`, {
    as: owner,
    params: { ...params, number: '1' },
  })
  expect(restored).toMatchObject({ status: 200, body: { current: 3, title: 'Entretien' } })
  expect((await read(api, owner, noteId)).body).toMatchObject({
    markdown: written.markdown,
    html: '<p><em>Tout</em> va bien.</p>\n',
  })
  const second = await api.ask(`GET ${NOTE}/versions/{number}`, { as: owner, params: { ...params, number: '2' } })
  expect(second.body).toMatchObject({ title: 'Suite', markdown: 'Moins bien.' })
  for (const number of ['4', '0', 'x', '-1'])
    expect((await api.ask(`GET ${NOTE}/versions/{number}`, { as: owner, params: { ...params, number } })).status).toBe(
      404,
    )
})

test('what people write is in no audit entry and no event, not even its title', async () => {
  const api = open()
  const noteId = await write(api, { confidential: true })
  await api.ask(`PUT ${NOTE}`, { as: owner, params: at(noteId), input: written })
  await copy(api, noteId, two)
  const told = api.table
    .everything()
    .filter(({ recordName }) => ['audit-entry', 'outbox-entry'].includes(String(recordName)))
  expect(told.length).toBeGreaterThan(2)
  expect(JSON.stringify(told)).not.toMatch(/Entretien|va bien/)
})

describe('D-21: copies and moves', () => {
  test('never where more people would see it, and the refusal says so', async () => {
    const other = dossierAt(3, { ownerId: idFor('responsible'), responsibleId: idFor('responsible') })
    const api = open(one, two, other)
    const noteId = await write(api)
    // The other dossier's owner collaborates here; to the owner here it does not exist.
    expect((await copy(api, noteId, other)).status).toBe(404)
    api.table.put(shared(other, owner, 'write'))
    expect((await copy(api, noteId, other)).status).toBe(201)
    const personId = idFor('assigned invoice reader')
    api.table.put(shared(other, personId, 'read'))
    for (const [way, rule] of [
      ['copies', 'item.copy/never-wider'],
      ['moves', 'item.move/never-wider'],
    ] as const)
      expect(await copy(api, noteId, other, { way })).toMatchObject({
        status: 403,
        problem: { reason: { rule, source: 'D-21' } },
      })
  })

  test('C-05: a dossier that one may not know of answers as if there were none, whoever would see the copy', async () => {
    const other = dossierAt(3, { ownerId: idFor('assigned invoice reader'), responsibleId: idFor('settings reader') })
    const api = open(one, two, other)
    const noteId = await write(api)
    const [there, nowhere] = [await copy(api, noteId, other), await copy(api, noteId, dossierAt(4))]
    expect(there).toEqual(nowhere)
    expect(there).toMatchObject({ status: 404, problem: { problem: 'not-found' } })
  })

  test('by nobody who may not write in both', async () => {
    const api = open()
    const noteId = await write(api)
    expect((await copy(api, noteId, two, { as: idFor('stranger') })).status).toBe(404)
    api.table.put(shared(two, idFor('stranger'), 'write'))
    expect((await copy(api, noteId, two, { as: idFor('stranger') })).status).toBe(403)
  })

  test('a moved note is there with its versions, and no longer here; both owners see that it moved', async () => {
    const api = open()
    const noteId = await write(api)
    await api.ask(`PUT ${NOTE}`, { as: owner, params: at(noteId), input: { title: 'Suite', markdown: 'Moins bien.' } })
    expect(await copy(api, noteId, two, { way: 'moves' })).toMatchObject({
      status: 409,
      problem: { problem: 'seen-by-fewer' },
    })
    expect((await copy(api, noteId, two, { way: 'moves', input: { fewer: true } })).status).toBe(200)
    expect((await read(api, owner, noteId)).status).toBe(404)
    expect((await read(api, owner, noteId, two)).body).toMatchObject({ markdown: 'Moins bien.', current: 2 })
    const first = await api.ask(`GET ${NOTE}/versions/{number}`, {
      as: owner,
      params: { ...at(noteId, two), number: '1' },
    })
    expect(first.body).toMatchObject({ markdown: written.markdown })
    for (const [dossier, way] of [
      [one, 'moved-out'],
      [two, 'moved-in'],
    ] as const) {
      const { body } = await api.ask('GET /v1/dossiers/{dossierId}/copies', { as: owner, params: inDossier(dossier) })
      expect(body).toMatchObject({ items: [{ way, itemId: noteId, itemVersion: '2', by: owner }] })
    }
    const listed = await api.ask('GET /v1/dossiers/{dossierId}/copies', {
      as: idFor('stranger'),
      params: inDossier(one),
    })
    expect(listed.status).toBe(403)
  })
})

describe('D-19: into a collaborative space', () => {
  const into = (api: Api, noteId: string, as = owner) =>
    api.ask(`POST ${NOTE}/space-copies`, { as, params: at(noteId), input: { spaceId: space.spaceId } })

  test('the owner copies what is not confidential, recorded on both sides', async () => {
    const api = open()
    const noteId = await write(api)
    const { status, body } = await into(api, noteId)
    expect(status).toBe(201)
    const { entryId } = body as { entryId: string }
    const copiedFrom = { dossierId: one.dossierId, kind: 'note', id: noteId, version: '1' }
    expect(itemsOf(api, 'space-entry')).toMatchObject([{ entryId, title: written.title, copiedFrom }])
    const { body: copies } = await api.ask('GET /v1/dossiers/{dossierId}/copies', { as: owner, params: inDossier(one) })
    expect(copies).toMatchObject({
      items: [{ way: 'copied-to-space', itemId: noteId, other: { spaceId: space.spaceId, itemId: entryId } }],
    })
  })

  test('never what is confidential, by its mark or with its dossier; nor anybody else, nor into a space one is not in', async () => {
    const api = open()
    const [openNote, noteId] = [await write(api), await write(api, { confidential: true })]
    const never = {
      status: 403,
      problem: { reason: { rule: 'item.copy-to-space/never-confidential', source: 'D-19' } },
    }
    expect(await into(api, noteId)).toMatchObject(never)
    expect((await into(api, openNote, idFor('responsible'))).status).toBe(404)
    const whole = open({ ...one, confidential: true })
    expect(await into(whole, await write(whole))).toMatchObject(never)
  })
})

test('D-07: whoever writes, marks, copies and moves at once, each dossier counts exactly what it holds', async () => {
  const act = fc.record({
    kind: fc.constantFrom('write', 'write confidential', 'mark', 'lift', 'copy', 'move', 'change'),
    which: fc.nat(3),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 7 }), async (acts) => {
      const api = open()
      const noteIds = [await write(api), await write(api), await write(api, { confidential: true }), await write(api)]
      const ended = await Promise.all(
        acts.map(({ kind, which }) => {
          const noteId = noteIds[which] ?? ''
          if (kind.startsWith('write'))
            return api.ask(`POST ${kind === 'write' ? NOTES : '/v1/dossiers/{dossierId}/confidential-notes'}`, {
              as: owner,
              params: inDossier(one),
              input: written,
            })
          if (kind === 'mark' || kind === 'lift') return mark(api, noteId, kind === 'mark')
          if (kind === 'change') return api.ask(`PUT ${NOTE}`, { as: owner, params: at(noteId), input: written })
          return copy(api, noteId, two, {
            way: kind === 'copy' ? 'copies' : 'moves',
            input: kind === 'move' ? { fewer: true } : {},
          })
        }),
      )
      // What somebody else moved away is not there any more; everything else comes about in some order.
      expect(ended.filter(({ status }) => ![200, 201, 404].includes(status))).toEqual([])
      for (const dossier of itemsOf<Dossier>(api, 'dossier')) {
        const held = itemsOf<{ dossierId: string; confidential?: boolean }>(api, 'note').filter(
          ({ dossierId }) => dossierId === dossier.dossierId,
        )
        const confidential = held.filter((note) => note.confidential === true).length
        expect(dossier.contents ?? { open: 0, confidential: 0 }).toEqual({
          open: held.length - confidential,
          confidential,
        })
      }
      // Each note's versions are numbered without a gap, whoever wrote them.
      for (const { noteId, current } of itemsOf<View>(api, 'note')) {
        const numbers = itemsOf<{ noteId: string; number: number }>(api, 'note-version')
          .filter((version) => version.noteId === noteId)
          .map(({ number }) => number)
        expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: current }, (_, at) => at + 1))
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)
