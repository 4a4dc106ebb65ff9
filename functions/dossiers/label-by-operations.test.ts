/**
 * D-07 by the operations that people have: notes and documents written, imported, marked, moved to another dossier, and
 * whole dossiers set confidential, all at once. However they meet, each dossier's label agrees with what lies in it.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { People } from '../../shared/people.ts'
import { create } from '../../shared/table/table.ts'
import { memoryTable } from '../../test/memory-table.ts'
import { documentAt, dossier, sha256Of } from '../../test/one-dossier.ts'
import { type Api, openApi } from '../../test/whole-api.ts'
import { idOf, NOW, personOf } from '../../test/world.ts'
import { Documents } from '../documents/records.ts'
import { type Note, Notes } from '../notes/records.ts'
import { labelOf } from './contents.ts'
import { type Dossier, Dossiers } from './records.ts'

const owner = personOf('owner')
const as = owner.personId
const here = dossier.dossierId
const there = here.replace('019cabcd', '019cabce')
const note: Note = {
  dossierId: here,
  noteId: idOf(651),
  kind: 'note',
  title: 'Premier entretien',
  current: 1,
  createdAt: NOW,
  createdBy: as,
  changedAt: NOW,
  changedBy: as,
}
const { document } = documentAt(1, 'owner')
const other = { ...note, noteId: idOf(652), confidential: true }

/** Two dossiers of one owner; in one of them two notes and a document. */
const settled = (): Api => {
  const table = memoryTable()
  table.put(
    create(People, owner),
    create(Dossiers, { ...dossier, contents: { open: 2, confidential: 1 } }),
    create(Dossiers, { ...dossier, dossierId: there, number: 8 }),
    create(Notes, note),
    create(Notes, other),
    create(Documents, document),
  )
  return openApi(table)
}

const bytes = Buffer.from('Bilan 2026')
const announced = { name: 'bilan.pdf', length: bytes.length, sha256: sha256Of(bytes) }
const written = { title: 'Second entretien', markdown: 'Rien de nouveau.' }

type Deed = { readonly does: string; readonly confidential: boolean; readonly first: boolean }
type Sent = { readonly params: Readonly<Record<string, string>>; readonly input: object }
const ofNote = (first: boolean) => ({ dossierId: here, noteId: (first ? note : other).noteId })
const ofDossier = (first: boolean) => ({ dossierId: first ? here : there })

/** What each deed asks for; `first` says which of two things it is about. */
const deeds: Readonly<Record<string, (deed: Deed) => Sent>> = {
  'POST /v1/dossiers/{dossierId}/notes': ({ first }) => ({ params: ofDossier(first), input: written }),
  'POST /v1/dossiers/{dossierId}/confidential-notes': ({ first }) => ({ params: ofDossier(first), input: written }),
  'POST /v1/dossiers/{dossierId}/documents': ({ first }) => ({ params: ofDossier(first), input: announced }),
  'PUT /v1/dossiers/{dossierId}/notes/{noteId}/confidentiality': ({ first, confidential }) => ({
    params: ofNote(first),
    input: { confidential },
  }),
  'PUT /v1/dossiers/{dossierId}/documents/{documentId}/confidentiality': ({ confidential }) => ({
    params: { dossierId: here, documentId: document.documentId },
    input: { confidential },
  }),
  'POST /v1/dossiers/{dossierId}/notes/{noteId}/moves': ({ first }) => ({
    params: ofNote(first),
    input: { toDossierId: there, fewer: true },
  }),
  'PUT /v1/dossiers/{dossierId}/confidentiality': ({ first, confidential }) => ({
    params: ofDossier(first),
    input: { confidential },
  }),
}
const deed = fc.record<Deed>({
  does: fc.constantFrom(...Object.keys(deeds)),
  confidential: fc.boolean(),
  first: fc.boolean(),
})

test('D-07: the label agrees with the notes and documents of each dossier, whatever is done at once', async () => {
  const did = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 6 }), async (wanted) => {
      const api = settled()
      const ended = await Promise.all(
        wanted.map(async (one) => {
          const { status, problem } = await api.ask(one.does, { as, ...(deeds[one.does]?.(one) as Sent) })
          if (status < 300) did.add(one.does)
          return problem?.problem
        }),
      )
      // A note that was moved is not here to be marked, and a move never shows it to more people.
      for (const problem of ended) expect([undefined, 'not-found', 'refused']).toContain(problem)
      const all = api.table.everything()
      for (const dossierId of [here, there]) {
        const held = all.find((one) => one.recordName === 'dossier' && one.dossierId === dossierId) as object as Dossier
        const items = all.filter(
          (one) => (one.recordName === 'note' || one.recordName === 'document') && one.dossierId === dossierId,
        )
        const confidential = items.filter((one) => one.confidential === true).length
        const { contents = { open: 0, confidential: 0 } } = held
        expect(contents).toEqual({ open: items.length - confidential, confidential })
        const whole = held.confidential === true || (items.length > 0 && confidential === items.length)
        expect(labelOf(held)).toBe(whole ? 'confidential' : confidential > 0 ? 'partially-confidential' : 'open')
      }
    }),
    { numRuns: 40 },
  )
  expect([...did].sort()).toEqual(Object.keys(deeds).sort())
}, 120_000)
