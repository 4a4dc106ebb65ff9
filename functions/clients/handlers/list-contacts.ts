import type { Handler } from '../../kernel/handler.ts'
import { type Contact, Contacts } from '../records.ts'
import type { routes } from '../routes.ts'

/** The contacts of a client, for whoever sees the client: they lie beside it, so that no index can lag (D-01, S-04). */
export const listContacts: Handler<typeof routes.listContacts> = async ({ client: { clientId }, input, list }) => ({
  view: await list<Contact>(Contacts.by.ofClient, { clientId }, input),
})
