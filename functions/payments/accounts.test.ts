import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { the } from '../../shared/table/table.ts'
import { ask, granted, holding } from '../../test/ask.ts'
import { dossier } from '../../test/one-dossier.ts'
import { personOf } from '../../test/world.ts'
import { NewAccount } from './account-input.ts'
import { checkAccount } from './check-account.ts'
import { addAccount } from './handlers/add-account.ts'
import { listAccounts } from './handlers/list-accounts.ts'
import { removeAccount } from './handlers/remove-account.ts'
import { type BankAccount, BankAccounts } from './records.ts'

const owner = personOf('owner')
const IBAN = 'FR7630006000011234567890189'
const account = {
  label: 'Compte courant',
  holder: 'Boulangerie Tassin-Lemoine',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
}

const bank = () => {
  const table = holding()
  const add = async (more: object = {}) => {
    const input = { ...account, ...more }
    const outcome = await ask(addAccount, { as: owner, table, things: { dossier }, input })
    if ('writes' in outcome) await table.commit(outcome.writes ?? [])
    return outcome
  }
  const remove = async (accountId: string) => {
    const { it } = await table.load({ it: the(BankAccounts, { dossierId: dossier.dossierId, accountId }) })
    const things = { bankAccount: it as Stored<BankAccount>, dossier }
    const outcome = await granted(ask(removeAccount, { as: owner, table, things }))
    await table.commit(outcome.writes ?? [])
  }
  const listed = async () =>
    (await granted(ask(listAccounts, { as: owner, table, things: { dossier }, input: { limit: 50 } }))).view.items
  return { add, remove, listed }
}

test('P-04: an account number is kept without spaces, and listed whole', async () => {
  const { add, listed } = bank()
  await add({ bic: 'agrifrpp' })
  expect(await listed()).toMatchObject([{ iban: IBAN, bic: 'AGRIFRPP', holder: account.holder }])
})

test('P-04: a dossier has each IBAN once; removed, it may be added again', async () => {
  const { add, remove, listed } = bank()
  const made = await granted(add())
  expect(await add({ label: 'Encore' })).toEqual(problem('account-exists'))
  await remove(made.view.accountId)
  expect(await listed()).toEqual([])
  await granted(add({ label: 'Encore' }))
  expect(await listed()).toMatchObject([{ label: 'Encore' }])
})

/** By its form when it comes in, or by its check digits when it is kept. */
const isRefused = (more: object): boolean => {
  const checked = NewAccount.safeParse({ ...account, ...more })
  return !checked.success || 'problem' in checkAccount(checked.data, 'fr')
}

test('P-04: what is wrong with an IBAN and a BIC is told, each at its place', async () => {
  expect(await bank().add({ iban: 'FR76', bic: '?' })).toMatchObject({
    problem: 'invalid-input',
    errors: [{ pointer: '#/iban' }, { pointer: '#/bic' }],
  })
})

test.each([
  'FR7630006000011234567890188',
  'FR76 3000',
  'XX7630006000011234567890189',
  '',
  'FR76<script>3000',
  '=FR7630006000011234567890189',
  'FR7630006000011234567890189\n',
  'ＦＲ7630006000011234567890189',
  'F'.repeat(100_000),
])('P-04: %j is refused as an IBAN', (iban) => {
  expect(isRefused({ iban })).toBe(true)
})

test.each(['AGRI', 'AGRIFRPPX', '12345678', 'AGRIXXPP<', 'AGRIFRPP AAA'])('P-04: %j is refused as a BIC', (bic) => {
  expect(isRefused({ bic })).toBe(true)
})

test('P-04: no text that is not an IBAN passes as one, and none makes the check fall', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (iban) => {
      const checked = checkAccount({ iban }, 'fr')
      if ('iban' in checked) expect(checked.iban).toMatch(/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/)
    }),
  )
})

test('P-04: of an IBAN with one digit changed nothing is kept', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: IBAN.length - 1 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digit = (Number(IBAN[at]) + by) % 10
      const iban = IBAN.slice(0, at) + digit + IBAN.slice(at + 1)
      expect(isRefused({ iban })).toBe(true)
    }),
  )
})
