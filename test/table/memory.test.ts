import { expect, test } from 'vitest'
import { catalogue } from '../../functions/catalogue.ts'
import { memoryTable } from '../memory-table.ts'
import { examples } from './examples.ts'
import { tableSuite } from './table-suite.ts'

test('every record of the catalogue has an example here, so that every engine answers each of its questions', () => {
  const records = [...new Set(catalogue.flatMap(({ records }) => records))]
  expect(records.filter((record) => !examples.some((one) => one.record === record)).map(({ name }) => name)).toEqual([])
  expect(new Set(records.map(({ name }) => name)).size).toBe(records.length)
})

tableSuite('in memory', async () => memoryTable())
