import { create } from '../../../shared/table/table.ts'
import { announceVersion, uploadOf } from '../../documents/announce-version.ts'
import { newDocuments } from '../../documents/new-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Imports } from '../records.ts'
import type { routes } from '../routes.ts'
import { firstOfSame } from '../same-files.ts'

/** Announces many documents in one act, all or none; each waits for its bytes, which may come side by side (P-06). */
export const importDocuments: Handler<typeof routes.importDocuments> = async (context) => {
  const { actor, dossier, input, files, now, newId } = context
  const { dossierId } = dossier
  const importId = newId()
  const announced = { dossierId, by: actor.personId, at: now }
  const versions = input.files.map((file) =>
    announceVersion(file, { ...announced, documentId: newId(), versionId: newId() }),
  )
  const cameBy = { way: 'import', id: importId } as const
  const { writes } = newDocuments(
    dossier,
    versions.map((version) => ({ version, cameBy })),
  )
  const batch = {
    dossierId,
    importId,
    files: versions.map(({ documentId, versionId, sha256 }) => ({ documentId, versionId, sha256 })),
    createdAt: now,
    createdBy: actor.personId,
  }
  const shown = versions.map(async (version, at) => ({
    ...version,
    sameAs: firstOfSame(versions, at),
    upload: await uploadOf(files, version, now),
  }))
  return { view: { importId, files: await Promise.all(shown) }, writes: [create(Imports, batch), ...writes] }
}
