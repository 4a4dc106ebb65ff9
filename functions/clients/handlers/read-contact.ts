import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows a contact of a client (D-01). */
export const readContact: Handler<typeof routes.readContact> = ({ contact }) => ({
  view: contact,
  version: contact.version,
})
