import { update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { Contacts } from '../records.ts'
import type { routes } from '../routes.ts'

/** Changes a contact of a client; what is not named stays as it is (D-01). */
export const changeContact: Handler<typeof routes.changeContact> = ({ contact, input }) => {
  const { name = contact.name, relation = contact.relation, email = contact.email } = input
  const { phone = contact.phone, address = contact.address, note = contact.note } = input
  const changes = { name, relation, email, phone, address, note }
  return {
    view: { ...contact, ...changes },
    version: contact.version + 1,
    writes: [update(Contacts, contact, changes)],
  }
}
