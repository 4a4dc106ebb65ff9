import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { idOf, NOW } from '../../test/world.ts'
import { makePain } from './make-pain.ts'
import { totalOf } from './payment-of.ts'
import type { Payment } from './records.ts'
import { isReadable, sepaText } from './sepa-text.ts'

const paymentAt = (at: number, minor: number, more: Partial<Payment> = {}): Payment => ({
  documentId: idOf(at),
  endToEndId: idOf(900 + at).replaceAll('-', ''),
  partyId: idOf(800),
  creditor: 'Minoterie Auzoux',
  iban: 'DE89370400440532013000',
  amount: { minor, currency: 'EUR' },
  remittance: 'F-2026/187',
  ...more,
})
const account = {
  accountId: idOf(1),
  label: 'x',
  holder: 'Boulangerie Léa & Fils',
  iban: 'FR7630006000011234567890189',
  bic: null,
}
const fileOf = (payments: readonly Payment[], more: object = {}): string =>
  makePain({
    paymentFileId: idOf(2),
    account,
    executionDate: '2026-03-03',
    payments,
    total: totalOf(payments),
    createdAt: NOW,
    ...more,
  }).toString()

/** Elements in their order, as another reader than their writer finds them. */
type Element = { readonly [name: string]: readonly Element[] | string }
const read = (xml: string): readonly Element[] => {
  expect(XMLValidator.validate(xml)).toBe(true)
  const options = { preserveOrder: true, ignoreDeclaration: true, parseTagValue: false, ignoreAttributes: true }
  return new XMLParser(options).parse(xml) as readonly Element[]
}
const nameOf = (element: Element): string => Object.keys(element).find((name) => name !== ':@') ?? ''
const below = (elements: readonly Element[], ...path: readonly string[]): readonly Element[] =>
  path.reduce<readonly Element[]>(
    (found, name) => (found.find((element) => nameOf(element) === name)?.[name] ?? []) as readonly Element[],
    elements,
  )
const textOf = (elements: readonly Element[], ...path: readonly string[]): string =>
  (below(elements, ...path)[0]?.['#text'] ?? '') as string
const namesIn = (elements: readonly Element[]): string[] => elements.map(nameOf)

test('P-04: the file is pain.001.001.09 with its elements in the order of the schema', () => {
  const xml = fileOf([paymentAt(1, 120_050), paymentAt(2, 5)])
  expect(xml).toContain('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">')
  const root = below(read(xml), 'Document', 'CstmrCdtTrfInitn')
  expect(namesIn(root)).toEqual(['GrpHdr', 'PmtInf'])
  expect(namesIn(below(root, 'GrpHdr'))).toEqual(['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty'])
  expect(namesIn(below(root, 'PmtInf'))).toEqual(
    'PmtInfId PmtMtd NbOfTxs CtrlSum PmtTpInf ReqdExctnDt Dbtr DbtrAcct DbtrAgt ChrgBr CdtTrfTxInf CdtTrfTxInf'.split(
      ' ',
    ),
  )
  expect(namesIn(below(root, 'PmtInf', 'CdtTrfTxInf'))).toEqual(['PmtId', 'Amt', 'Cdtr', 'CdtrAcct', 'RmtInf'])
  expect([
    textOf(root, 'PmtInf', 'ReqdExctnDt', 'Dt'),
    textOf(root, 'PmtInf', 'DbtrAcct', 'Id', 'IBAN'),
    textOf(root, 'PmtInf', 'Dbtr', 'Nm'),
    textOf(root, 'PmtInf', 'DbtrAgt', 'FinInstnId', 'Othr', 'Id'),
    textOf(root, 'PmtInf', 'CdtTrfTxInf', 'RmtInf', 'Ustrd'),
  ]).toEqual(['2026-03-03', account.iban, 'Boulangerie Lea + Fils', 'NOTPROVIDED', 'F-2026/187'])
  expect(xml).toContain('<InstdAmt Ccy="EUR">1200.50</InstdAmt>')
})

test('P-04: the bank is named by its BIC where that is known', () => {
  const xml = fileOf([paymentAt(1, 1)], { account: { ...account, bic: 'AGRIFRPP' } })
  expect(xml).toContain('<BICFI>AGRIFRPP</BICFI>')
})

test('P-04: counts and sums of the file are those of its payments, to the cent, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99_999_999_999 }), { minLength: 1, maxLength: 40 }), (amounts) => {
      const root = below(read(fileOf(amounts.map((minor, at) => paymentAt(at, minor)))), 'Document', 'CstmrCdtTrfInitn')
      const transactions = below(root, 'PmtInf').filter((element) => nameOf(element) === 'CdtTrfTxInf')
      const cents = (decimal: string): bigint => {
        expect(decimal).toMatch(/^\d+\.\d\d$/)
        return BigInt(decimal.replace('.', ''))
      }
      const paid = transactions.map((element) =>
        cents(textOf(element.CdtTrfTxInf as readonly Element[], 'Amt', 'InstdAmt')),
      )
      const sum = paid.reduce((all, one) => all + one, 0n)
      expect(paid).toEqual(amounts.map(BigInt))
      for (const place of ['GrpHdr', 'PmtInf'])
        expect([textOf(root, place, 'NbOfTxs'), cents(textOf(root, place, 'CtrlSum'))]).toEqual([
          String(amounts.length),
          sum,
        ])
      const ids = transactions.map((element) =>
        textOf(element.CdtTrfTxInf as readonly Element[], 'PmtId', 'EndToEndId'),
      )
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 30 },
  )
})

test('P-04: whatever a supplier is called, the file stays well formed and within what banks take', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 300 }),
      (creditor, remittance) => {
        const written = fileOf([paymentAt(1, 1, { creditor, remittance })])
        const transaction = below(read(written), 'Document', 'CstmrCdtTrfInitn', 'PmtInf', 'CdtTrfTxInf')
        const [name, said] = [textOf(transaction, 'Cdtr', 'Nm'), textOf(transaction, 'RmtInf', 'Ustrd')]
        for (const text of [name, said]) expect(text).toMatch(/^[A-Za-z0-9/?:().,'+ -]*$/)
        expect(name.length).toBeLessThanOrEqual(70)
        expect(said.length).toBeLessThanOrEqual(140)
      },
    ),
  )
})

test.each([
  ['Crèmerie Œuvre & Cie', 'Cremerie OEuvre + Cie'],
  ['Straße 5 <b>', 'Strasse 5 b'],
  ['//a//b/', 'a/b'],
  ['  a   b ', 'a b'],
  ['日本', ''],
  ['Łódź', 'Lodz'],
])('P-04: %j is written %j', (text, written) => {
  expect(sepaText(text, 70)).toBe(written)
})

test('P-04: a name of which nothing can be read is known to be so', () => {
  expect([isReadable('日本'), isReadable('...'), isReadable('A日本')]).toEqual([false, false, true])
})
