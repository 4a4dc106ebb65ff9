// `npm run bench [-- decide | functions | operations | growth | search | sending | transfers]`: measures and prints. Nothing here passes or fails: budgets that
// can be counted are tests (`test/budgets`), times depend on the computer and are only shown.
import { availableParallelism, cpus } from 'node:os'
import { kilobytes, tableOf } from '../bench/figures.ts'
import { measureDecide } from '../bench/measure-decide.ts'
import { measureFunctions } from '../bench/measure-functions.ts'
import { DOSSIERS, measureGrowth } from '../bench/measure-growth.ts'
import { measureOverHttp } from '../bench/measure-http.ts'
import { measureOperations, SIZE } from '../bench/measure-operations.ts'
import { ENTRIES, measureSearch } from '../bench/measure-search.ts'
import { measureSending } from '../bench/measure-sending.ts'
import { measureTransfers, type TransferFigures } from '../bench/measure-transfers.ts'
import { startDynamoDbLocal } from '../infra/local/dynamodb-local.ts'
import { PlainFailure } from '../infra/local/failure.ts'
import { openLocalStack } from '../infra/local/local-stack.ts'
import { runScript, type ScriptEnd } from '../infra/local/run-script.ts'

const print = (...lines: string[]): void => console.log(lines.join('\n'))
const heading = (title: string, ...notes: string[]): void => print('', title, ...notes, '')

async function showOperations(end: ScriptEnd): Promise<void> {
  const engine = await startDynamoDbLocal(end)
  const figures = await measureOperations('endpoint' in engine ? engine.endpoint : undefined)
  if ('stop' in engine) await engine.stop()
  const stack = await openLocalStack({ end, print })
  const times = await measureOverHttp(stack, SIZE)

  const reported =
    'endpoint' in engine
      ? '“Reported” is what the official DynamoDB Local says was consumed: nothing for an item that is not there, and its own figure for a transaction.'
      : `What DynamoDB Local says was consumed is left out: ${engine.missing}.`
  heading(
    'Operations',
    `Every list holds at least ${SIZE} things. Capacity by DynamoDB's published arithmetic, from the items' sizes.`,
    reported,
    'To hold: reads ≤ 2 calls in sequence, lists ≤ 3, writes ≤ 3; what may take more stands with its reason in test/budgets/budget.ts.',
    'Times in ms over the local HTTP API, one request after another.',
  )
  const calls = ['in sequence', 'in all', 'read units', 'write units', 'reported read', 'reported write']
  const rows = figures.map(({ operation, special, sequential, calls, readUnits, writeUnits, reported: said }) => {
    const { requests, p50, p95 } = times.get(`${operation}: ${special}`) ?? { requests: 0, p50: 0, p95: 0 }
    const units = [readUnits, writeUnits, said?.readUnits ?? '–', said?.writeUnits ?? '–']
    return [operation, special, sequential, calls, ...units, requests, p50.toFixed(1), p95.toFixed(1)]
  })
  print(tableOf(['operation', 'case', ...calls, 'requests', 'p50', 'p95'], rows))
}

async function showFunctions(): Promise<void> {
  const figures = await measureFunctions()
  heading(
    'Functions',
    'Bundles minified. Start is the import of the bundle in a new process, by its own time, median of nine; the ratio is',
    'to the bare DynamoDB handler started in the same rounds. To hold: ratio ≤ 1.5.',
  )
  const rows = figures.map(({ name, bytes, startMs, ratio }) => [
    name,
    kilobytes(bytes),
    startMs.toFixed(0),
    ratio.toFixed(2),
  ])
  print(tableOf(['function', 'bundle', 'start in ms', 'ratio'], rows))
}

async function showDecide(): Promise<void> {
  const { ours, caslKept, caslBuilt, questions, rules } = measureDecide()
  heading(
    'Decisions',
    `The same ${rules} rules and ${questions.toLocaleString('en')} questions on one thread, by its own time; ours with rule and path.`,
    "To hold: decide() ≥ 2,000,000 a second, faster than CASL's bare `can`, ≥ 20 × CASL with its ability built per request.",
  )
  const row = (name: string, { perSecond, allowedShare }: typeof ours) => [
    name,
    Math.round(perSecond).toLocaleString('en'),
    (1_000_000 / perSecond).toFixed(2),
    `${(allowedShare * 100).toFixed(0)} %`,
    (ours.perSecond / perSecond).toFixed(1),
  ]
  print(
    tableOf(
      ['', 'a second', 'µs each', 'allowed', 'ours is faster by'],
      [row('decide()', ours), row('CASL, ability kept', caslKept), row('CASL, ability built per request', caslBuilt)],
    ),
  )
}

async function showGrowth(end: ScriptEnd): Promise<void> {
  const engine = await startDynamoDbLocal(end)
  if ('missing' in engine) return print('', `Growth is left out: ${engine.missing}.`)
  const growth = await measureGrowth(engine.endpoint)
  await engine.stop()
  heading(
    'Growth',
    `The same operations while the organisation comes to hold ${DOSSIERS.map((count) => count.toLocaleString('en')).join(', ')} dossiers, all of one owner, on the official DynamoDB Local.`,
    'Medians of nine. To hold: calls and capacity the same in every column.',
  )
  const rows = [...Map.groupBy(growth, ({ operation }) => operation)].map(([operation, measured]) => [
    operation,
    ...measured.flatMap(({ sequential, calls, readUnits, writeUnits, milliseconds }) => [
      `${sequential}, ${calls}`,
      `${readUnits}, ${writeUnits}`,
      milliseconds.toFixed(1),
    ]),
  ])
  const columns = DOSSIERS.flatMap((count) => [`calls at ${count.toLocaleString('en')}`, 'units r, w', 'ms'])
  print(tableOf(['operation', ...columns], rows))
}

async function showSearch(end: ScriptEnd): Promise<void> {
  const engine = await startDynamoDbLocal(end)
  if ('missing' in engine) return print('', `Search is left out: ${engine.missing}.`)
  const measured = await measureSearch(engine.endpoint)
  await engine.stop()
  heading(
    'Search',
    `A page of fifty while the archive of one dossier comes to hold ${ENTRIES.map((count) => count.toLocaleString('en')).join(', ')} entries, on the official DynamoDB Local.`,
    'Medians of nine. To hold: calls and capacity the same in every column, once a page is full.',
  )
  const rows = [...Map.groupBy(measured, ({ question }) => question)].map(([question, grown]) => [
    question,
    ...grown.flatMap(({ found, calls, readUnits, milliseconds }) => [found, calls, readUnits, milliseconds.toFixed(1)]),
  ])
  const columns = ENTRIES.flatMap((count) => [`found of ${count.toLocaleString('en')}`, 'calls', 'units', 'ms'])
  print(tableOf(['question', ...columns], rows))
}

async function showSending(): Promise<void> {
  heading(
    'Sending documents',
    'A batch of so many documents from its first decision to its end, in memory; calls and capacity for one document.',
    "Capacity by DynamoDB's published arithmetic. To hold: the same for 200 and 1,000 documents.",
  )
  const figures = await measureSending()
  print(
    tableOf(
      ['documents', 'transfers', 's', 'calls', 'read units', 'write units'],
      figures.map((it) => [it.documents, it.transfers, it.seconds.toFixed(1), it.calls, it.readUnits, it.writeUnits]),
    ),
  )
}

async function showTransfers(end: ScriptEnd): Promise<void> {
  const engine = await startDynamoDbLocal(end)
  heading(
    'Transfers of many dossiers',
    "The workflow's tasks over the official DynamoDB Local, called as Step Functions calls them; figures for one dossier.",
    "Capacity by DynamoDB's published arithmetic. To hold: the same for 100, 1,000 and 10,000 dossiers.",
  )
  if ('missing' in engine) return print(`Left out: ${engine.missing}.`)
  const { grown, ways, moves } = await measureTransfers(engine.endpoint)
  await engine.stop()
  const row = (it: TransferFigures) => [
    it.dossiers,
    it.moved,
    it.seconds.toFixed(1),
    it.milliseconds.toFixed(2),
    it.transactions.toFixed(3),
    it.readUnits.toFixed(1),
    it.writeUnits.toFixed(1),
    it.conflicts,
  ]
  const columns = [
    'dossiers',
    'moved',
    's in all',
    'ms',
    'transactions',
    'read units',
    'write units',
    'conflicts in all',
  ]
  print(tableOf(columns, grown.map(row)))
  heading('How many move in one transaction, and how many legs at once')
  print(
    tableOf(
      ['together', 'legs at once', ...columns],
      ways.map((it) => [it.together, it.atOnce, ...row(it)]),
    ),
  )
  heading('The move of one dossier, however much it holds')
  print(
    tableOf(
      ['documents', 'ms', 'calls', 'read units', 'write units'],
      moves.map((it) => [it.items, it.milliseconds.toFixed(1), it.calls, it.readUnits, it.writeUnits]),
    ),
  )
}

const parts = {
  decide: showDecide,
  functions: showFunctions,
  operations: showOperations,
  growth: showGrowth,
  search: showSearch,
  sending: showSending,
  transfers: showTransfers,
}

await runScript(async (end) => {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !(name in parts))
  if (unknown !== undefined)
    throw new PlainFailure(`There is no bench named "${unknown}": there are ${Object.keys(parts).join(', ')}.`)
  print(`Node ${process.version} on ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`)
  for (const [name, show] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await show(end)
  return 0
})
