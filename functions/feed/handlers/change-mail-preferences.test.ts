import { expect, test } from 'vitest'
import { perhaps } from '../../../shared/table/table.ts'
import { ask, granted } from '../../../test/ask.ts'
import { memoryTable } from '../../../test/memory-table.ts'
import { NOW, personOf } from '../../../test/world.ts'
import { unchosen } from '../notice-kinds.ts'
import { choiceAt, MailPreferences } from '../records.ts'
import { routes } from '../routes.ts'
import { changeMailPreferences } from './change-mail-preferences.ts'
import { readMailPreferences } from './read-mail-preferences.ts'

const as = personOf('Document Delivery of the dossier')
const table = memoryTable()
const stored = async () =>
  (await table.load({ preference: perhaps(MailPreferences, { personId: as.personId }) })).preference
const choose = async (choices: object, now = NOW) =>
  granted(ask(changeMailPreferences, { as, things: { preference: await stored() }, input: choices, now }))

test('B-06: until somebody chooses, they are mailed at once; what goes on all day long is told once a day', async () => {
  const { view } = await granted(ask(readMailPreferences, { as }))
  expect(view).toEqual(unchosen)
  const daily = ['space-entries', 'documents']
  expect(new Set(Object.entries(unchosen).map(([kind, choice]) => `${daily.includes(kind)} ${choice}`))).toEqual(
    new Set(['false at-once', 'true daily']),
  )
})

test('B-06: a choice is per kind, holds from the moment it is made, and what was before is known until then', async () => {
  const first = await choose({ ...unchosen, shares: 'daily' })
  await table.commit(first.writes ?? [])
  const later = '2026-03-05T09:00:00.000Z'
  const second = await choose({ ...unchosen, shares: 'none' }, later)
  await table.commit(second.writes ?? [])
  expect([first.version, second.version]).toEqual([1, 2])
  const preference = (await stored()) as never
  expect(choiceAt(preference, 'shares', '2026-03-05T08:59:59.999Z')).toBe('daily')
  expect(choiceAt(preference, 'shares', later)).toBe('none')
  expect(choiceAt(preference, 'offers', later)).toBe('at-once')
  const { view } = await granted(ask(readMailPreferences, { as, things: { preference } }))
  expect(view).toMatchObject({ shares: 'none', offers: 'at-once' })
})

test('B-06: every kind is chosen for, and nothing else is', () => {
  const { shares: _, ...others } = unchosen
  const { input } = routes.changeMailPreferences
  for (const choices of [others, { ...unchosen, shares: 'weekly' }, { ...unchosen, passwords: 'none' }])
    expect(input.safeParse(choices).success).toBe(false)
  expect(input.safeParse(unchosen).success).toBe(true)
})
