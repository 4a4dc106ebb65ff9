import { problem } from '../../../shared/problems.ts'
import { moveDocument } from '../../documents/records.ts'
import { showDocument } from '../../documents/show-document.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Takes back a document whose pages were put into others: nothing of it was lost (P-06). */
export const takeBackDocument: Handler<typeof routes.takeBackDocument> = ({ document }) => {
  if (document.state !== 'replaced') return problem('document-not-replaced')
  return {
    view: showDocument({ ...document, state: 'received' }),
    version: document.version + 1,
    writes: [moveDocument(document, 'received')],
  }
}
