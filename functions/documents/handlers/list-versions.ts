import type { Handler } from '../../kernel/handler.ts'
import { type DocumentVersion, DocumentVersions } from '../records.ts'
import type { routes } from '../routes.ts'
import { showVersion } from '../show-document.ts'

/** Every file that was announced for a document, newest first. */
export const listVersions: Handler<typeof routes.listVersions> = async ({ document, input, list }) => {
  const { documentId } = document
  const page = { ...input, newestFirst: true }
  const { items, cursor } = await list<DocumentVersion>(DocumentVersions.by.ofDocument, { documentId }, page)
  return { view: { items: items.map(showVersion), cursor } }
}
