import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Document, Documents } from '../records.ts'
import type { routes } from '../routes.ts'
import { showDocument } from '../show-document.ts'

/**
 * The documents one may see, newest first: all of the dossier, or, where only one's own are open, those. The index of
 * authors lags, so what it names is read again; each is decided on before it is shown (P-04), and what is confidential
 * of it is written down as read (D-10).
 */
export const listDocuments: Handler<typeof routes.listDocuments> = async ({
  actor,
  dossier,
  access,
  share,
  assignment,
  input,
  list,
  read,
  may,
}) => {
  const { dossierId } = dossier
  const mayRead = (document: Pick<Document, 'createdBy' | 'confidential'>) =>
    may('document.read', { dossier, access, share, assignment, document })
  const shown = (found: readonly Document[], cursor: string | null) => {
    const items = found.filter(mayRead)
    const confidential = items.filter((document) => dossier.confidential === true || document.confidential === true)
    const revealed = confidential.map(({ documentId }) => ({ kind: 'document', id: documentId }) as const)
    return { view: { items: items.map(showDocument), cursor }, revealed }
  }
  const page = { ...input, newestFirst: true }
  if (mayRead({ createdBy: 'anybody' })) {
    const { items, cursor } = await list<Document>(Documents.by.ofDossier, { dossierId }, page)
    return shown(items, cursor)
  }
  const { items, cursor } = await list<Document>(Documents.by.ofAuthor, { dossierId, createdBy: actor.personId }, page)
  const fresh = await read(
    Object.fromEntries(items.map(({ documentId }) => [documentId, perhaps(Documents, { dossierId, documentId })])),
  )
  return shown(
    items.flatMap(({ documentId }) => fresh[documentId] ?? []),
    cursor,
  )
}
