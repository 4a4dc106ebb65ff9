import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Document, Documents } from '../records.ts'
import type { routes } from '../routes.ts'

/**
 * The documents one may see, newest first: all of the dossier, or, where only one's own are open, those. The index of
 * authors lags, so what it names is read again; each is decided on before it is shown (P-04).
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
  const mayRead = (document: Pick<Document, 'createdBy'>) =>
    may('document.read', { dossier, access, share, assignment, document })
  const page = { ...input, newestFirst: true }
  if (mayRead({ createdBy: 'anybody' })) {
    const { items, cursor } = await list<Document>(Documents.by.ofDossier, { dossierId }, page)
    return { view: { items: items.filter(mayRead), cursor } }
  }
  const { items, cursor } = await list<Document>(Documents.by.ofAuthor, { dossierId, createdBy: actor.personId }, page)
  const fresh = await read(
    Object.fromEntries(items.map(({ documentId }) => [documentId, perhaps(Documents, { dossierId, documentId })])),
  )
  const seen = items.flatMap(({ documentId }) => {
    const document = fresh[documentId]
    return document !== undefined && mayRead(document) ? [document] : []
  })
  return { view: { items: seen, cursor } }
}
