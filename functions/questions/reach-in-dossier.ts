/** What a person may do with each single thing in a dossier, kind by kind, each in the order it lies there (B-03). */
import { People, type Person } from '../../shared/people.ts'
import { fullPage, pageFrom } from '../../shared/table/full-page.ts'
import type { AnyQuestion, AnyRecord, Stored } from '../../shared/table/record.ts'
import { type Lookup, perhaps } from '../../shared/table/table.ts'
import { type AccessRequest, AccessRequests } from '../access-requests/records.ts'
import { ArchiveEntries, type ArchiveEntry, type Transfer, Transfers } from '../archive-transfers/records.ts'
import { type Document, Documents } from '../documents/records.ts'
import type { Reached } from '../dossiers/dossiers-of.ts'
import { type DossierAccess, DossierAccesses } from '../dossiers/records.ts'
import { type Note, Notes } from '../notes/records.ts'
import { type Share, Shares } from '../sharing/records.ts'
import type { Reading } from './reach-of.ts'
import type { Thing } from './rights-on.ts'
import type { Candidate, Stage, Stages } from './stages.ts'

type Kept<T> = {
  readonly record: AnyRecord & { readonly by: { readonly ofDossier: AnyQuestion } }
  readonly thing: (item: Stored<T>, ties: Reached, about: Person | undefined) => Thing
  readonly labels?: (item: Stored<T>, ties: Reached) => Candidate['labels']
  /** Whom the thing is about, where a decision looks at that person. */
  readonly about?: (item: Stored<T>) => string
}

/** What is confidential is named by its id alone: reading its name would have to be recorded (D-10). */
const isConfidential = (item: { readonly confidential?: boolean | undefined }, { dossier }: Reached): boolean =>
  item.confidential === true || dossier.confidential === true

const documents: Kept<Document> = {
  record: Documents,
  thing: ({ dossierId, ...document }, ties) => ({
    resource: { kind: 'document', dossierId, documentId: document.documentId },
    facets: [{ kinds: ['document', 'item'], things: { ...ties, document } }],
  }),
  labels: ({ name, ...document }, ties) =>
    isConfidential(document, ties) ? [] : [{ label: name, may: 'document.read', with: { ...ties, document } }],
}
const notes: Kept<Note> = {
  record: Notes,
  thing: ({ dossierId, ...note }, ties) => ({
    resource: { kind: 'note', dossierId, noteId: note.noteId },
    facets: [{ kinds: ['note'], things: { ...ties, note } }],
  }),
  labels: ({ title, ...note }, ties) =>
    isConfidential(note, ties) ? [] : [{ label: title, may: 'note.read', with: { ...ties, note } }],
}
const transfers: Kept<Transfer> = {
  record: Transfers,
  thing: (transfer, ties) => ({
    resource: { kind: 'transfer', dossierId: transfer.dossierId, transferId: transfer.transferId },
    facets: [{ kinds: ['transfer'], things: { ...ties, transfer } }],
  }),
}
const archive: Kept<ArchiveEntry> = {
  record: ArchiveEntries,
  thing: (entry, ties) => ({
    resource: { kind: 'archive-entry', dossierId: entry.dossierId, entryId: entry.entryId },
    facets: [{ kinds: ['archive-entry'], things: { ...ties, entry } }],
  }),
  labels: ({ name, ...entry }, ties) =>
    isConfidential(entry, ties) ? [] : [{ label: name, may: 'archive.read', with: { ...ties, entry } }],
}
const requests: Kept<AccessRequest> = {
  record: AccessRequests,
  thing: (request, ties) => ({
    resource: { kind: 'access-request', dossierId: request.dossierId, requestId: request.requestId },
    facets: [{ kinds: ['access-request'], things: { ...ties, request } }],
  }),
  labels: ({ name, ...request }, ties) => [{ label: name, may: 'access-request.read', with: { ...ties, request } }],
}
const shares: Kept<Share> = {
  record: Shares,
  about: ({ personId }) => personId,
  thing: (givenShare, ties, grantee) => ({
    resource: { kind: 'share', dossierId: givenShare.dossierId, personId: givenShare.personId },
    facets: [{ kinds: ['share'], things: { ...ties, givenShare, grantee } }],
  }),
}
const clientUsers: Kept<DossierAccess> = {
  record: DossierAccesses,
  about: ({ personId }) => personId,
  thing: (userAccess, ties, user) => ({
    resource: { kind: 'client-user', dossierId: userAccess.dossierId, personId: userAccess.personId },
    facets: [{ kinds: ['client-user'], things: { ...ties, userAccess, user } }],
  }),
}

/** Stages of a dossier's things; `ties` is what the person is to it, `undefined` where there is no such dossier. */
export const reachInDossier = (
  tools: Reading,
  person: Person,
  {
    dossierId,
    ties,
    shows,
  }: { dossierId: string; ties: Promise<Reached | undefined>; shows: (of: Candidate) => boolean },
): Stages => {
  const stage = <T>(kept: Kept<T>) => stageOfKept(tools, person, dossierId, ties, shows, kept)
  return {
    documents: stage(documents),
    notes: stage(notes),
    transfers: stage(transfers),
    'archive-entries': stage(archive),
    'access-requests': stage(requests),
    shares: stage(shares),
    'client-users': stage(clientUsers),
  }
}

const stageOfKept =
  <T>(
    { list, read }: Reading,
    person: Person,
    dossierId: string,
    ties: Promise<Reached | undefined>,
    shows: (of: Candidate) => boolean,
    { record, thing, labels = () => [], about }: Kept<T>,
  ): Stage =>
  (from) =>
    fullPage(from, async (place, size) => {
      const [page, reached] = await Promise.all([
        list<T>(record.by.ofDossier, { dossierId }, pageFrom(place, size)),
        ties,
      ])
      if (reached === undefined) return { shown: [], next: undefined }
      const people = await peopleNamed(read, about === undefined ? [] : page.items.map(about))
      const placeOf = (item: Stored<T>): string => record.key(item as never).sk
      const last = page.items.at(-1)
      return {
        shown: page.items.flatMap((one) => {
          const found = about === undefined ? undefined : people[about(one)]
          const item = { person, thing: thing(one, reached, found), labels: labels(one, reached) }
          return shows(item) ? [{ place: placeOf(one), item }] : []
        }),
        next: page.cursor === null || last === undefined ? undefined : placeOf(last),
      }
    })

const peopleNamed = async (
  read: Reading['read'],
  ids: readonly string[],
): Promise<Readonly<Record<string, Person | undefined>>> =>
  ids.length === 0
    ? {}
    : read(
        Object.fromEntries(
          ids.map((personId): [string, Lookup<Person, false>] => [personId, perhaps(People, { personId })]),
        ),
      )
