import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows a document and where it stands. */
export const readDocument: Handler<typeof routes.readDocument> = ({ document }) => ({
  view: document,
  version: document.version,
})
