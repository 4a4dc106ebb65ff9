import { create } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { type Contact, Contacts } from '../records.ts'
import type { routes } from '../routes.ts'

/** Adds somebody to turn to about a client (D-01). */
export const addContact: Handler<typeof routes.addContact> = ({ actor, client, input, now, newId }) => {
  const { name, relation = null, email = null, phone = null, address = null, note = null } = input
  const contact: Contact = {
    clientId: client.clientId,
    contactId: newId(),
    name,
    relation,
    email,
    phone,
    address,
    note,
    createdAt: now,
    createdBy: actor.personId,
  }
  return { view: contact, version: 1, writes: [create(Contacts, contact)] }
}
