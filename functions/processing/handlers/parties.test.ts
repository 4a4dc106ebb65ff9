import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Problem, problem } from '../../../shared/problems.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { the } from '../../../shared/table/table.ts'
import { ask, granted, holding } from '../../../test/ask.ts'
import { dossier } from '../../../test/one-dossier.ts'
import { idOf, NOW, personOf } from '../../../test/world.ts'
import { NewParty, PartyChanges } from '../party-input.ts'
import { Parties, type Party } from '../records.ts'
import { changeParty } from './change-party.ts'
import { createParty } from './create-party.ts'
import { listParties } from './list-parties.ts'
import { readParty } from './read-party.ts'

const as = personOf('owner')
const soulier = { name: 'Papeterie Soulier', roles: ['supplier'], vatNumber: 'fr 40 303 265 045' }

const world = () => {
  const table = holding()
  const committed = async <T extends object>(asked: Promise<T | Problem>): Promise<T | Problem> => {
    const outcome = await asked
    if ('writes' in outcome) await table.commit(outcome.writes as never)
    return outcome
  }
  const add = (input: object, at: Stored<typeof dossier> = dossier) =>
    committed(ask(createParty, { as, table, things: { dossier: at }, input: NewParty.parse(input) }))
  const added = async (input: object) => (await granted(add(input))).view as unknown as Party
  const change = async (party: Party, input: object) => {
    const stored = (await table.load({ party: the(Parties, party) })).party
    return committed(
      ask(changeParty, { as, table, things: { party: stored, dossier }, input: PartyChanges.parse(input) }),
    )
  }
  const list = async (input: object = {}) =>
    (await granted(ask(listParties, { as, table, things: { dossier }, input: { limit: 50, ...input } }))).view
  const names = async (input: object = {}) => (await list(input)).items.map(({ name }) => name)
  return { add, added, change, list, names }
}

test('P-06: a supplier is kept with its numbers as they are compared, and read as it is', async () => {
  const { added, list } = world()
  const party = await added({ ...soulier, iban: 'fr76 3000 6000 0112 3456 7890 189' })
  expect(party).toMatchObject({ vatNumber: 'FR40303265045', iban: 'FR7630006000011234567890189', createdAt: NOW })
  expect((await list()).items).toMatchObject([party])
})

test('P-06: a party is read as it is, with its version for whoever changes it next', async () => {
  const { added } = world()
  const party = { ...(await added(soulier)), version: 3 }
  expect(await granted(ask(readParty, { as, things: { party, dossier } }))).toEqual({ view: party, version: 3 })
})

test('P-06: two parties of a dossier never have one VAT number: the problem points to the one that has it', async () => {
  const { add, added, change, list } = world()
  const { partyId } = await added(soulier)
  const exists = problem('party-exists', { errors: [{ pointer: '#/vatNumber', detail: partyId }] })
  expect(await add({ ...soulier, name: 'Soulier & fils', vatNumber: 'FR40303265045' })).toEqual(exists)
  const other = await added({ name: 'Autre', roles: ['customer'] })
  expect(await change(other, { vatNumber: 'FR40303265045' })).toEqual(exists)
  expect((await list()).items).toHaveLength(2)
})

test('P-06: added at once, one of two with the same VAT number is told of the other', async () => {
  const { add, list } = world()
  const both = await Promise.allSettled([add(soulier), add(soulier)])
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect((await list()).items).toHaveLength(1)
})

test('P-06: a number given up, or another, is free for others; in another dossier it always was', async () => {
  const { add, added, change } = world()
  const first = await added(soulier)
  await granted(add(soulier, { ...dossier, dossierId: idOf(510) }))
  await granted(change(first, { vatNumber: 'BE0403019261' }))
  const second = await added(soulier)
  await granted(change(first, { vatNumber: null }))
  await granted(change(second, { vatNumber: 'BE0403019261' }))
  expect(await change(second, { vatNumber: 'BE 0403.019.261', name: 'Soulier SA' })).toMatchObject({
    view: { name: 'Soulier SA', vatNumber: 'BE0403019261' },
  })
})

test('P-06: what is not named stays as it is; null takes a number away', async () => {
  const { added, change } = world()
  const party = await added({ ...soulier, iban: 'BE68539007547034' })
  expect((await granted(change(party, { roles: ['supplier', 'customer'] }))).view).toMatchObject({
    ...party,
    roles: ['supplier', 'customer'],
  })
  expect((await granted(change(party, { iban: null }))).view).toMatchObject({ iban: null, vatNumber: 'FR40303265045' })
})

test('P-06: parties are listed by name, and found by how it begins, without regard to case and accents', async () => {
  const { added, names } = world()
  for (const name of ['Éclair SA', 'eclair', 'Zinc & Cie', '***', 'Écluse', 'Atelier'])
    await added({ name, roles: [name === 'Écluse' ? 'customer' : 'supplier'] })
  expect(await names()).toEqual(['***', 'Atelier', 'eclair', 'Éclair SA', 'Écluse', 'Zinc & Cie'])
  expect(await names({ name: 'ÉCL' })).toEqual(['eclair', 'Éclair SA', 'Écluse'])
  expect(await names({ name: 'eclair s' })).toEqual(['Éclair SA'])
  expect(await names({ name: 'zinc et' })).toEqual([])
  expect(await names({ name: 'ecl', role: 'customer' })).toEqual(['Écluse'])
})

test('P-06: pages of parties follow each other without a gap, also of those whose names begin so', async () => {
  const { added, list } = world()
  const all = Array.from({ length: 12 }, (_, at) => `Maison ${String.fromCharCode(65 + at)}`)
  for (const name of [...all, 'Autre', 'Zut']) await added({ name, roles: ['supplier'] })
  const found: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await list({ name: 'maison', limit: 5, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...page.items.map(({ name }) => name))
    cursor = page.cursor
  } while (cursor !== null)
  expect(found).toEqual(all)
})

test('P-06: a renamed party is found by its new name alone', async () => {
  const { added, change, names } = world()
  const party = await added(soulier)
  await granted(change(party, { name: 'Librairie Soulier' }))
  expect([await names({ name: 'papet' }), await names({ name: 'libr' })]).toEqual([[], ['Librairie Soulier']])
})

test('P-06: whatever name is taken is listed, and found by itself; its cursor is never too long', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (name) => {
      const taken = NewParty.safeParse({ name, roles: ['supplier'] })
      if (!taken.success) return
      const { added, list } = world()
      await added({ name, roles: ['supplier'] })
      await added({ name, roles: ['customer'] })
      expect((await list({ name: taken.data.name })).items).toHaveLength(2)
      expect((await list({ limit: 1 })).cursor?.length).toBeLessThanOrEqual(500)
    }),
    { numRuns: 100 },
  )
})

test.each([
  [{ ...soulier, vatNumber: 'x'.repeat(61) }],
  [{ ...soulier, roles: [] }],
  [{ ...soulier, roles: ['supplier', 'supplier'] }],
  [{ ...soulier, roles: ['owner'] }],
  [{ ...soulier, name: '' }],
  [{ ...soulier, name: 'a'.repeat(201) }],
  [{ ...soulier, name: 'Soulier\u202efdp' }],
  [{ ...soulier, partyId: idOf(1) }],
])('P-06: %j is taken as no party', (input) => {
  expect(NewParty.safeParse(input).success).toBe(false)
})

test('P-06: a number that has no form is told by its field, both at once, in the language of the reader; nothing is kept', async () => {
  const { add, added, change, list } = world()
  const wrong = { vatNumber: 'FR40303265046', iban: 'FR7630006000011234567890188' }
  const refused = {
    problem: 'invalid-input',
    errors: [
      { pointer: '#/vatNumber', detail: expect.stringContaining('TVA') },
      { pointer: '#/iban', detail: expect.stringContaining('IBAN') },
    ],
  }
  expect(await add({ ...soulier, ...wrong })).toEqual(refused)
  expect((await list()).items).toEqual([])
  expect(await change(await added(soulier), wrong)).toEqual(refused)
  for (const iban of ['', '  ', 'FR76 3000 6000 0112 3456 7890 189 \u202e', 'ZZ7630006000011234567890189'])
    expect(await add({ ...soulier, vatNumber: null, iban })).toMatchObject({ problem: 'invalid-input' })
})
