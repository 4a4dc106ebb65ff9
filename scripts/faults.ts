/** `npm run faults`: puts faults in the way of documents at each step of their sending, and counts what was lost (P-09). */
import { faultTable, totalOf } from '../test/workflows/fault-table.ts'

const columns = ['workflow', 'step', 'fault', 'injected', 'documents', 'recovered', 'resumed', 'lost'] as const
const NAMES = 3

const cells = await faultTable()
const total = totalOf(cells)
const rows = [
  Object.fromEntries(columns.map((name) => [name, name])),
  ...cells,
  { workflow: 'all', step: '', fault: '', ...total },
] as Record<string, unknown>[]
const widths = columns.map((name) => Math.max(...rows.map((row) => String(row[name]).length)))
const aligned = (row: Record<string, unknown>): string =>
  columns.map((name, at) => String(row[name])[at < NAMES ? 'padEnd' : 'padStart'](widths[at] ?? 0)).join('  ')

for (const row of rows) console.log(aligned(row))
console.log(`
${total.injected} faults were put in the way of ${total.documents} documents. ${total.recovered} arrived by the workflow's own retries and the
clock, ${total.resumed} were told as failed with their reason and arrived once they were resumed, ${total.lost} were lost.`)
process.exitCode = total.lost > 0 ? 1 : 0
