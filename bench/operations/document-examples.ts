/** One request of each operation on large files, texts, versions and marks that must succeed in the standing world. */
import { Documents, DocumentTexts, DocumentThumbnails, DocumentVersions } from '../../functions/documents/records.ts'
import { Dossiers } from '../../functions/dossiers/records.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { CONTENT } from './content.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

const MEGABYTE = 1024 * 1024
const large = { name: 'plan-atelier.pdf', length: 120 * MEGABYTE, sha256: CONTENT.sha256 }

type Ids = Readonly<Record<string, string>>

/** Somebody of the dossier: its Administrator, or its owner. */
const by =
  (as: Example['as']) =>
  ({ dossier: { dossierId } }: StandingWorld, params: Ids, more: Partial<Example> = {}): Example => ({
    as,
    params: { dossierId, ...params },
    ...more,
  })
const user = by('clientAdministrator')
const owner = by('practitioner')

/** A document of its own, whose only version comes in parts. */
const inParts = ({ town, dossier }: StandingWorld): { params: Ids; before: readonly Write[] } => {
  const { document, version } = town.document(dossier, { state: 'awaiting-upload' })
  const { documentId, versionId } = version
  const parted = { ...version, ...large, parts: { uploadId: 'begun', partLength: 16 * MEGABYTE } }
  return {
    params: { documentId, versionId },
    before: [create(Documents, document), create(DocumentVersions, parted)],
  }
}

/** What was read of the document at hand. */
const derived = (world: StandingWorld, record: typeof DocumentTexts | typeof DocumentThumbnails): Example => {
  const { document, version, key, writes } = world.town.document(world.dossier)
  const { dossierId, documentId, versionId } = version
  const read = {
    dossierId,
    documentId,
    versionId,
    state: 'done',
    length: CONTENT.length,
    sha256: CONTENT.sha256,
  } as const
  const more = { storedVersionId: null, at: world.town.now }
  const item =
    record === DocumentTexts
      ? create(DocumentTexts, { ...read, ...more, reason: null, characters: CONTENT.length, pages: 1 })
      : create(DocumentThumbnails, { ...read, ...more, width: 320, height: 200 })
  return user(world, { documentId: document.documentId }, { before: [...writes, item], objects: [key] })
}

export const documentExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  importInParts: (world) => user(world, {}, { input: large }),
  addVersionInParts: (world) => user(world, { documentId: world.received.document.documentId }, { input: large }),
  readParts: (world) => {
    const { params, before } = inParts(world)
    return user(world, params, { before })
  },
  uploadParts: (world) => {
    const { params, before } = inParts(world)
    const parts = [1, 2, 3].map((number) => ({ number, sha256: CONTENT.sha256 }))
    return user(world, params, { before, input: { parts } })
  },
  abandonUpload: (world) => {
    const { params, before } = inParts(world)
    return user(world, params, { before })
  },
  readText: (world) => derived(world, DocumentTexts),
  readThumbnail: (world) => derived(world, DocumentThumbnails),
  restoreVersion: (world) => {
    const { version, writes } = world.town.document(world.dossier)
    const { documentId, versionId } = version
    return owner(world, { documentId, versionId }, { before: writes })
  },
  copyDocument: (world) => {
    const { town, client } = world
    const { document, writes } = town.document(world.dossier)
    const to = town.dossier(client, 1)
    const before = [...writes, create(Dossiers, to)]
    return owner(world, { documentId: document.documentId }, { before, input: { toDossierId: to.dossierId } })
  },
  markDocument: (world) => {
    const { document, writes } = world.town.document(world.dossier)
    return owner(world, { documentId: document.documentId }, { before: writes, input: { confidential: true } })
  },
}
