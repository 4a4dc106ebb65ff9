import { expect, test } from 'vitest'
import { EmailClaims, type Member, People } from '../../../shared/people.ts'
import { fullSheet, practitionerSheet } from '../../../shared/sheet.ts'
import { create } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { memoryTable } from '../../../test/memory-table.ts'
import { idOf, personOf, shutSheet } from '../../../test/world.ts'
import { addMember } from './add-member.ts'

const as = personOf('administrator')
const colleague = {
  name: 'Basile Tournemire',
  email: 'basile@cabinet.example',
  language: 'fr',
  roles: ['practitioner'],
} as const

test('C-02: a member who is added is invited, and cannot act before they have activated their account', async () => {
  const { view, writes, events } = await granted(ask(addMember, { as, input: colleague }))
  expect(view.status).toBe('invited')
  expect(events).toEqual([
    { type: 'person-invited', data: { personId: view.personId, invitedBy: as.personId, dossierId: null } },
  ])
  expect(writes).toEqual([
    expect.objectContaining({ op: 'create', record: People, item: expect.objectContaining({ kind: 'member' }) }),
    create(EmailClaims, { email: colleague.email, personId: view.personId }),
  ])
})

test('S-01: a practitioner starts with their own and assigned clients, an administrator with everything', async () => {
  const practitioner = await granted(ask(addMember, { as, input: colleague }))
  const administrator = await granted(ask(addMember, { as, input: { ...colleague, roles: ['administrator'] } }))
  expect(practitioner.view.sheet).toEqual(practitionerSheet)
  expect(administrator.view.sheet).toEqual(fullSheet)
})

test('S-01: a sheet that is named is the one given', async () => {
  const sheet = { ...shutSheet, invoices: { view: 'all', edit: 'assigned' } } as const
  const { view } = await granted(ask(addMember, { as, input: { ...colleague, sheet } }))
  expect(view.sheet).toEqual(sheet)
})

test('S-09: a sheet that edits what it cannot view is refused, and the areas are named', async () => {
  const sheet = {
    ...shutSheet,
    settings: { view: 'none', edit: 'all' },
    profiles: { view: 'assigned', edit: 'all' },
  } as const
  const outcome = await ask(addMember, { as, input: { ...colleague, sheet } })
  expect(outcome).toMatchObject({
    problem: 'edit-exceeds-view',
    errors: [{ pointer: '#/sheet/profiles/edit' }, { pointer: '#/sheet/settings/edit' }],
  })
})

test('one address is one person: an address that somebody has is refused', async () => {
  const table = holding(create(EmailClaims, { email: colleague.email, personId: idOf(7) }))
  expect(await ask(addMember, { as, table, input: colleague })).toEqual({ problem: 'email-taken' })
})

test('one address is one person: of two who are added at once with one address, one is', async () => {
  const table = memoryTable()
  const first = await granted(ask(addMember, { as, table, input: colleague }))
  const second = await granted(ask(addMember, { as, table, input: colleague }))
  expect(await table.commit(first.writes ?? [])).toBe('done')
  expect(await table.commit(second.writes ?? [])).not.toBe('done')
})

test('a role named twice is held once', async () => {
  const { writes } = await granted(
    ask(addMember, { as, input: { ...colleague, roles: ['practitioner', 'practitioner'] } }),
  )
  expect((writes?.[0] as { item: Member } | undefined)?.item.roles).toEqual(['practitioner'])
})

test('C-05: a guest has no sheet and no other role', async () => {
  const alone = await granted(ask(addMember, { as, input: { ...colleague, roles: ['guest'] } }))
  expect(alone.view.sheet).toEqual(shutSheet)
  for (const more of [{ roles: ['guest'], sheet: fullSheet }, { roles: ['guest', 'administrator'] }])
    expect(await ask(addMember, { as, input: { ...colleague, ...more } })).toMatchObject({ problem: 'invalid-input' })
})
