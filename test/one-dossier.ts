/** One active dossier with its archive on, and documents in it: what tests of the portal start from. */
import { createHash } from 'node:crypto'
import { type Document, type DocumentVersion, fileKey } from '../functions/documents/records.ts'
import type { Dossier, DossierAccess } from '../functions/dossiers/records.ts'
import type { Persona } from '../shared/rules/cases.ts'
import type { Stored } from '../shared/table/record.ts'
import type { MemoryStore } from './memory-store.ts'
import { idOf, NOW, personOf } from './world.ts'

export const dossier: Stored<Dossier> = {
  dossierId: idOf(500),
  number: 7,
  clientId: idOf(501),
  clientName: 'Boulangerie Tassin-Lemoine',
  ownerId: personOf('owner').personId,
  responsibleId: personOf('responsible').personId,
  state: 'active',
  modules: ['archive'],
  createdAt: NOW,
  createdBy: personOf('administrator').personId,
  version: 1,
}

/** That somebody is a client user of the dossier. */
export const accessOf = (persona: Persona): Stored<DossierAccess> => ({
  dossierId: dossier.dossierId,
  personId: personOf(persona).personId,
  grantedBy: dossier.createdBy,
  grantedAt: NOW,
  requestId: null,
  version: 1,
})

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

type Made = { readonly document: Document; readonly version: DocumentVersion; readonly bytes: Buffer }

/** A document with its only version, received unless said otherwise: `at` makes its ids. */
export const documentAt = (at: number, by: Persona, changes: Partial<Document> = {}): Made => {
  const bytes = Buffer.from(`The text of document ${at}. `.repeat(at))
  const facts = {
    name: `facture-${at}.pdf`,
    contentType: 'application/pdf',
    length: bytes.length,
    sha256: sha256Of(bytes),
  }
  const ids = { dossierId: dossier.dossierId, documentId: idOf(600 + at) }
  const versionId = idOf(700 + at)
  const created = { createdAt: NOW, createdBy: personOf(by).personId }
  const document: Document = {
    ...ids,
    ...facts,
    state: 'received',
    currentVersionId: versionId,
    transferId: null,
    failure: null,
    ...created,
    ...changes,
  }
  const awaiting = document.state === 'awaiting-upload'
  const version: DocumentVersion = {
    ...ids,
    versionId,
    ...facts,
    state: awaiting ? 'awaiting-upload' : 'received',
    storedVersionId: null,
    ...created,
    receivedAt: awaiting ? null : NOW,
  }
  return { document: awaiting ? { ...document, currentVersionId: null } : document, version, bytes }
}

/** Lays the bytes of a document where its upload would have. */
export const upload = (store: MemoryStore, { version, bytes }: Pick<Made, 'version' | 'bytes'>): string =>
  store.put({ bucket: 'documents', key: fileKey(version) }, bytes)
