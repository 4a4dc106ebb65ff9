import type { Revealed } from '../../shared/confidential-reads.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps } from '../../shared/table/table.ts'
import { type Document, Documents } from '../documents/records.ts'
import type { Dossier, DossierAccess } from '../dossiers/records.ts'
import type { AsLoaded, Tools } from '../kernel/handler.ts'

type Looking = Pick<Tools, 'read' | 'may'> & {
  readonly dossier: Stored<Dossier>
  readonly access: Stored<DossierAccess> | undefined
  readonly share: AsLoaded['share']
  readonly assignment: AsLoaded['assignment']
}

/** Those of these documents that the actor may see, by their ids: each is decided on by itself (P-04, D-09). */
export const documentsSeen = async (
  documentIds: readonly string[],
  { read, may, dossier, access, share, assignment }: Looking,
): Promise<ReadonlyMap<string, Stored<Document>>> => {
  const { dossierId } = dossier
  const found = await read(
    Object.fromEntries(documentIds.map((documentId) => [documentId, perhaps(Documents, { dossierId, documentId })])),
  )
  const seen = documentIds.flatMap((documentId) => {
    const document = found[documentId]
    const isSeen = document !== undefined && may('document.read', { dossier, access, share, assignment, document })
    return isSeen ? [[documentId, document] as const] : []
  })
  return new Map(seen)
}

/** Those of the documents shown that are confidential: that they were read is written down (D-10). */
export const revealedOf = (
  dossier: Pick<Dossier, 'confidential'>,
  documents: Iterable<Pick<Document, 'documentId' | 'confidential'>>,
): readonly Revealed[] =>
  [...documents]
    .filter(({ confidential }) => confidential === true || dossier.confidential === true)
    .map(({ documentId }) => ({ kind: 'document', id: documentId }))
