import { remove } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Contacts } from '../records.ts'
import type { routes } from '../routes.ts'

/** Removes a contact of a client; the client's trail keeps who it was (D-01, B-07). */
export const removeContact: Handler<typeof routes.removeContact> = ({ contact }) => ({
  view: {},
  writes: [remove(Contacts, contact)],
})
