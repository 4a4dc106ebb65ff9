/** One request of each operation on imports, pages and e-mail that must succeed in the standing world. */
import { Documents, DocumentVersions } from '../../functions/documents/records.ts'
import { Dossiers } from '../../functions/dossiers/records.ts'
import {
  Imports,
  InboundAddresses,
  InboundClaims,
  type InboundMail,
  InboundMails,
  type PageArrangement,
  PageArrangements,
} from '../../functions/imports/records.ts'
import { create, type Write } from '../../shared/table/table.ts'
import { CONTENT } from './content.ts'
import type { Example } from './examples.ts'
import type { StandingWorld } from './standing-world.ts'

type Ids = Readonly<Record<string, string>>

const by =
  (as: Example['as']) =>
  ({ dossier: { dossierId } }: StandingWorld, params: Ids = {}, more: Partial<Example> = {}): Example => ({
    as,
    params: { dossierId, ...params },
    ...more,
  })
const user = by('clientAdministrator')
const owner = by('practitioner')

const FILES = 10
const announced = {
  name: 'facture.pdf',
  contentType: 'application/pdf',
  length: CONTENT.length,
  sha256: CONTENT.sha256,
}

/** An import of some files that nobody has completed. */
const batch = ({ town, dossier }: StandingWorld) => {
  const made = Array.from({ length: FILES }, () => town.document(dossier, { state: 'awaiting-upload' }))
  const importId = town.newId()
  const item = {
    dossierId: dossier.dossierId,
    importId,
    files: made.map(({ version: { documentId, versionId, sha256 } }) => ({ documentId, versionId, sha256 })),
    createdAt: town.now,
    createdBy: town.clientAdministrator.personId,
  }
  return {
    params: { importId },
    before: [create(Imports, item), ...made.flatMap(({ writes }) => writes)],
    objects: made.map(({ key }) => key),
  }
}

const arranged = ({ town, dossier }: StandingWorld) => {
  const { document, version, writes } = town.document(dossier)
  const arrangement: PageArrangement = {
    dossierId: dossier.dossierId,
    arrangementId: town.newId(),
    kind: 'split',
    state: 'asked',
    reason: null,
    pages: null,
    sources: [{ documentId: document.documentId, versionId: version.versionId }],
    parts: [{ documentId: town.newId(), versionId: town.newId(), name: 'facture (1).pdf', pages: '1' }],
    droppedPages: null,
    askedBy: town.clientAdministrator.personId,
    askedAt: town.now,
    endedAt: null,
  }
  return { arrangement, before: [...writes, create(PageArrangements, arrangement)] }
}

/** A dossier of its own, which has no address for e-mail yet unless it is given one. */
const unaddressed = (
  { town, client }: StandingWorld,
  more: Partial<Example>,
  addressing: (dossierId: string, town: StandingWorld['town']) => readonly Write[] = () => [],
): Example => {
  const dossier = town.dossier(client, 1)
  const { dossierId } = dossier
  return {
    as: 'practitioner',
    params: { dossierId },
    before: [create(Dossiers, dossier), ...addressing(dossierId, town)],
    ...more,
  }
}

const addressOf = (dossierId: string, { newId, now }: StandingWorld['town']): readonly Write[] => {
  const localPart = `mail${newId().replaceAll('-', '').slice(0, 22)}`
  return [
    create(InboundAddresses, { dossierId, localPart, createdAt: now }),
    create(InboundClaims, { localPart, dossierId }),
  ]
}

/** A mail that became a document. */
const mailed = ({ town, dossier }: StandingWorld) => {
  const { document, version } = town.document(dossier)
  const { name, contentType, length, sha256, documentId } = document
  const mail: InboundMail = {
    dossierId: dossier.dossierId,
    mailId: town.newId(),
    state: 'imported',
    reason: null,
    from: town.clientAdministrator.email,
    by: town.clientAdministrator.personId,
    subject: 'Factures de mars',
    attachments: [{ name, contentType, length, sha256, documentId, versionId: version.versionId, skipped: null }],
    automatic: false,
    key: 'inbound/0a1b',
    storedVersionId: null,
    receivedAt: town.now,
    endedAt: town.now,
  }
  return {
    mail,
    before: [create(InboundMails, mail), create(Documents, document), create(DocumentVersions, version)],
  }
}

export const importExamples: Readonly<Record<string, (world: StandingWorld) => Example>> = {
  importDocuments: (world) => user(world, {}, { input: { files: Array.from({ length: FILES }, () => announced) } }),
  readImport: (world) => {
    const { params, before } = batch(world)
    return user(world, params, { before })
  },
  completeImport: (world) => {
    const { params, ...more } = batch(world)
    return user(world, params, { ...more, input: {} })
  },
  splitDocument: (world) => {
    const { document, writes } = world.town.document(world.dossier)
    const input = { parts: [{ pages: '1-2' }, { pages: '3' }] }
    return user(world, { documentId: document.documentId }, { before: writes, input })
  },
  mergeDocuments: (world) => {
    const made = Array.from({ length: 3 }, () => world.town.document(world.dossier))
    const input = { documentIds: made.map(({ document: { documentId } }) => documentId), name: 'Tout.pdf' }
    return user(world, {}, { before: made.flatMap(({ writes }) => writes), input })
  },
  readPageArrangement: (world) => {
    const { arrangement, before } = arranged(world)
    return user(world, { arrangementId: arrangement.arrangementId }, { before })
  },
  takeBackDocument: (world) => {
    const { document, writes } = world.town.document(world.dossier, { state: 'replaced' })
    return user(world, { documentId: document.documentId }, { before: writes, input: {} })
  },
  'readInboundAddress: the first time': (world) => unaddressed(world, {}),
  readInboundAddress: (world) => unaddressed(world, {}, addressOf),
  'renewInboundAddress: one that has an address': (world) => unaddressed(world, { input: {} }, addressOf),
  listInboundMails: (world) => {
    const before = Array.from({ length: 50 }, () => create(InboundMails, mailed(world).mail))
    return owner(world, {}, { before })
  },
  readInboundMail: (world) => {
    const { mail, before } = mailed(world)
    return owner(world, { mailId: mail.mailId }, { before })
  },
}
