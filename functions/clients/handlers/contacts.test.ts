import { expect, test } from 'vitest'
import { create, perhaps } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { type Contact, Contacts } from '../records.ts'
import { routes } from '../routes.ts'
import { addContact } from './add-contact.ts'
import { changeContact } from './change-contact.ts'
import { listContacts } from './list-contacts.ts'
import { readContact } from './read-contact.ts'
import { removeContact } from './remove-contact.ts'

const as = personOf('profile editor')
const client = { clientId: idOf(501), version: 1 }
const fields: Contact = {
  clientId: client.clientId,
  contactId: idOf(601),
  name: 'Hippolyte Carvajal',
  relation: 'comptable',
  email: 'h.carvajal@fournil.example',
  phone: '+33 (0)5 55 01 02 03',
  address: '3, place du Four\n87000 Limoges',
  note: null,
  createdAt: NOW,
  createdBy: as.personId,
}
const contact = { ...fields, version: 3 }

test('D-01: a contact of a client is added with what is known of them, and with nothing else', async () => {
  const table = holding()
  const input = { name: 'Sosthène Brugère', phone: '05 55 01 02 03' }
  const { view, writes, version } = await granted(ask(addContact, { as, table, things: { client }, input }))
  expect(await table.commit(writes ?? [])).toBe('done')
  expect(version).toBe(1)
  const { stored } = await table.load({ stored: perhaps(Contacts, view as Contact) })
  const nothingElse = { relation: null, email: null, address: null, note: null }
  const made = { clientId: client.clientId, createdAt: NOW, createdBy: as.personId }
  expect(stored).toEqual({ ...input, ...nothingElse, ...made, contactId: view.contactId, version: 1 })
})

test('D-01: contacts are listed page by page, those of the client alone', async () => {
  const others = [602, 603, 604].map((at) => ({ ...fields, contactId: idOf(at) }))
  const table = holding(
    ...[fields, ...others].map((one) => create(Contacts, one)),
    create(Contacts, { ...fields, clientId: idOf(502), contactId: idOf(605) }),
  )
  const seen: string[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const input = { limit: 3, ...(cursor === undefined ? {} : { cursor }) }
    const { view } = await granted(ask(listContacts, { as, table, things: { client }, input }))
    seen.push(...view.items.map(({ contactId }) => contactId))
    cursor = view.cursor
  }
  expect(seen).toEqual([601, 602, 603, 604].map(idOf))
})

test('a contact is read with the version that guards a change', async () => {
  expect(await granted(ask(readContact, { as, things: { contact } }))).toEqual({ view: contact, version: 3 })
})

test('what a change does not name stays; `null` takes a field away', async () => {
  const input = { name: 'Hippolyte Carvajal-Roy', phone: null }
  const { view, version, writes } = await granted(ask(changeContact, { as, things: { contact }, input }))
  expect([view, version]).toMatchObject([{ ...fields, ...input }, 4])
  expect(writes).toMatchObject([{ op: 'replace', before: { version: 3 }, item: { ...fields, ...input } }])
})

test('a contact that is removed is gone', async () => {
  const { writes } = await granted(ask(removeContact, { as, things: { contact } }))
  expect(writes).toMatchObject([{ op: 'remove', before: contact }])
})

test.each([
  ['a number of another kind', { phone: 'call me' }],
  ['a number without digits at its ends', { phone: '(05)' }],
  ['an address that is none', { email: 'fournil' }],
  ['a name that turns the direction of writing', { name: 'Hippo\u202elyte' }],
  ['an empty name', { name: ' ' }],
  ['a very long note', { note: 'x'.repeat(2001) }],
  ['a field that contacts do not have', { role: 'x' }],
])('%s is no contact', (_, more) => {
  expect(routes.addContact.input.safeParse({ name: 'Hippolyte', ...more }).success).toBe(false)
})
