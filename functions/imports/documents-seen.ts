import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Document, Documents } from '../documents/records.ts'
import type { Dossier, DossierAccess } from '../dossiers/records.ts'
import type { AsLoaded, Tools } from '../kernel/handler.ts'

export type Looking = Pick<Tools, 'read' | 'may'> & {
  readonly dossier: Stored<Dossier>
  readonly access: Stored<DossierAccess> | undefined
  readonly share: AsLoaded['share']
  readonly assignment: AsLoaded['assignment']
}

/** The second fence: each document is decided on by itself. */
export const maySee = (document: Stored<Document>, { may, dossier, access, share, assignment }: Looking): boolean =>
  may('document.read', { dossier, access, share, assignment, document })

/** Those of these documents that the actor may see, by their ids: each is decided on by itself (P-04, D-09). */
export const documentsSeen = async (
  documentIds: readonly string[],
  looking: Looking,
): Promise<ReadonlyMap<string, Stored<Document>>> => {
  const { dossierId } = looking.dossier
  const found = await looking.read(
    Object.fromEntries(documentIds.map((documentId) => [documentId, perhaps(Documents, { dossierId, documentId })])),
  )
  const seen = documentIds.flatMap((documentId) => {
    const document = found[documentId]
    return document !== undefined && maySee(document, looking) ? [[documentId, document] as const] : []
  })
  return new Map(seen)
}
