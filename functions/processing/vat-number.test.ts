import { expect, test } from 'vitest'
import { vatNumberOf } from './vat-number.ts'

test.each([
  ['FR40303265045', 'FR40303265045'],
  [' fr 40 303 265 045 ', 'FR40303265045'],
  ['BE 0403.019.261', 'BE0403019261'],
  ['ATU13585627', 'ATU13585627'],
  ['EL 094259216', 'EL094259216'],
  ['GR 094259216', 'EL094259216'],
  ['CHE-107.787.577 MWST', 'CHE107787577'],
  ['CHE-107.787.577 TVA', 'CHE107787577'],
  ['XI980780684', 'XI980780684'],
  ['NL004495445B01', 'NL004495445B01'],
  ['NO 995 525 828 MVA', 'NO995525828MVA'],
  ['BE 403.019.261', 'BE0403019261'],
  ['ESA13585625', 'ESA13585625'],
  ['SE123456789701', 'SE123456789701'],
])('P-06: the VAT number %s is kept as %s, however it is written', (written, kept) => {
  expect(vatNumberOf(written)).toBe(kept)
})

test.each([
  'FR40303265046',
  'FR4030326504',
  '40303265045',
  'ZZ123456789',
  'US123456789',
  'FR',
  '',
  'FR４０３０３２６５０４５',
  'BE0403019261<script>',
  `FR${' '.repeat(10_000)}40303265045`,
  'FR40303265045\nFR40303265045',
])('P-06: %j has the form of no country', (written) => {
  expect(vatNumberOf(written)).toBeUndefined()
})
