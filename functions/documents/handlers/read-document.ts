import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showDocument } from '../show-document.ts'

/** Shows a document and where it stands. */
export const readDocument: Handler<typeof routes.readDocument> = ({ document }) => ({
  view: showDocument(document),
  version: document.version,
})
