import { markItem } from '../../dossiers/mark-item.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Documents } from '../records.ts'
import type { routes } from '../routes.ts'
import { showDocument } from '../show-document.ts'

/** Marks a document confidential, or lifts its mark; its dossier's label follows in the same transaction (D-07). */
export const markDocument: Handler<typeof routes.markDocument> = ({ document, dossier, input: { confidential } }) => {
  const writes = markItem(Documents, document, dossier, confidential)
  return {
    view: showDocument({ ...document, confidential }),
    version: document.version + (writes.length > 0 ? 1 : 0),
    writes,
  }
}
