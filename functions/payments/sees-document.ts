import type { Document } from '../documents/records.ts'
import type { AsLoaded, Tools } from '../kernel/handler.ts'

/** What the actor is to a dossier, as a route loaded it. */
export type Ties = Pick<AsLoaded, 'dossier' | 'access' | 'share' | 'assignment'>

/**
 * A payment says what its document says, so it is shown to whoever sees that where it is: among the documents in process,
 * or, once it was sent, in the archive (P-04). What is confidential is so to the owner and collaborators alone (D-09).
 */
export const seesDocument = (may: Tools['may'], { dossier, access, share, assignment }: Ties, document: Document) => {
  const ties = { ...(dossier && { dossier }), access, share, assignment }
  const isArchived = document.state === 'sent' || document.state === 'archived'
  const { confidential } = document
  return (
    may('document.read', { ...ties, document }) ||
    (isArchived && may('archive.read', { ...ties, entry: { confidential } }))
  )
}
