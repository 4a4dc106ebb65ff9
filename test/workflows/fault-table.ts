/**
 * What goes wrong while documents are sent, at each step of it, and what becomes of the documents: the table that
 * `npm run faults` prints (P-09). Each cell is made of runs of its own, with the fault at another call of the step each
 * time, and counts what was put in their way. The workflows run from their definitions, with their real tasks, retries and
 * catches; so does the clock that looks for what was lost.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { isAtWork } from '../../functions/archive-transfers/batches/records.ts'
import { failureReasons } from '../../functions/archive-transfers/failure-reasons.ts'
import type { Archive } from '../../shared/ports/archive.ts'
import { type Batching, batching, faultsIn } from '../batching.ts'
import type { MemoryTable } from '../memory-table.ts'
import { Throttled } from './faults.ts'
import { Killed, StatesError } from './interpret.ts'

export const faultKinds = [
  'S3 error',
  'throttling',
  'timeout',
  'function killed',
  'execution killed',
  'checksum mismatch',
  'duplicate start',
] as const
export type FaultKind = (typeof faultKinds)[number]

const steps = {
  'archive-transfer': ['plan', 'copy', 'verify', 'record', 'record-failure', 'finish'],
  'sending-batch': ['plan', 'send', 'finish'],
} as const
type WorkflowName = keyof typeof steps

/** `until repaired`: each time, until somebody has seen to it. */
type Lasting = 'once' | 'until repaired'

export type Cell = {
  readonly workflow: WorkflowName
  readonly step: string
  readonly fault: FaultKind
  /** How many faults were put in the way of the documents of all runs. */
  readonly injected: number
  readonly documents: number
  /** Those that arrived all the same, by the workflow's own retries or by the next attempt that the clock begins. */
  readonly recovered: number
  /** Those that were told as failed, with a reason, and arrived once they were resumed. */
  readonly resumed: number
  /** Those that did not arrive once and whole, or were in two states at any moment. */
  readonly lost: number
}

const DOCUMENTS = 3
/** Far more than any run needs: one that does not end is a loss. */
const MOST_ATTEMPTS = 6
const TICKS_UNTIL_REPAIR = 3

type Fault = {
  readonly workflow: WorkflowName
  readonly step: string
  readonly kind: FaultKind
  readonly lasting: Lasting
  /** The call of the step at which it happens, where it happens once. */
  readonly nth: number
}
type Call = 'load' | 'list' | 'commit' | 'look' | 'copy' | 'digest'

/** One run: what was put in its way, and how many calls there were at which it could have been. */
class Injection {
  injected = 0
  calls = 0
  isRepaired = false
  readonly fault: Fault
  /** Which task a call comes from, however many are at work at once. */
  readonly at = new AsyncLocalStorage<{ readonly workflow: string; readonly step: string }>()

  constructor(fault: Fault) {
    this.fault = fault
  }

  /** Whether it happens now, of all that can go wrong in this way. */
  strikes(...kinds: readonly FaultKind[]): boolean {
    const { workflow, step, kind, lasting, nth } = this.fault
    const here = this.at.getStore()
    if (this.isRepaired || here?.workflow !== workflow || here.step !== step || !kinds.includes(kind)) return false
    const isNow = this.calls++ === nth || lasting === 'until repaired'
    if (isNow) this.injected++
    return isNow
  }

  /** A call of the table or of the archive: it fails before it is done, or the function is lost once it is. */
  async call<T>(call: Call, work: () => Promise<T>): Promise<T> {
    const isOfArchive = ['look', 'copy', 'digest'].includes(call)
    if (isOfArchive && this.strikes('S3 error')) throw new Error('InternalError')
    if (this.strikes('throttling')) throw new Throttled()
    if (this.strikes('function killed')) {
      await work()
      throw new Error('Runtime exited')
    }
    if (this.strikes('execution killed')) throw new Killed()
    return work()
  }

  /** A task as its state calls it. */
  async around(workflow: string, step: string, run: () => Promise<unknown>, again: () => void): Promise<unknown> {
    return this.at.run({ workflow, step }, async () => {
      if (this.strikes('duplicate start')) again()
      const isLate = this.strikes('timeout')
      const result = await run()
      // The work is done, but nobody waits for its answer any more.
      if (isLate) throw new StatesError('States.Timeout')
      return result
    })
  }
}

const brokenTable = (injection: Injection) => (table: MemoryTable) =>
  ({
    ...table,
    load: (lookups) => injection.call('load', () => table.load(lookups)),
    list: (question, of, options) => injection.call('list', () => table.list(question, of, options)) as never,
    commit: (writes) => injection.call('commit', () => table.commit(writes)),
  }) as MemoryTable

/** An archive whose copies, or whose reading of them, may be of other bytes. */
const breakArchive = (it: Batching, injection: Injection): void => {
  const whole: Archive = it.store.archive
  const other = Buffer.from('Other bytes.')
  it.archive.look = (place) => injection.call('look', () => whole.look(place))
  it.archive.copy = (from, to) =>
    injection.call('copy', async () => {
      // One document cannot be copied where its failure is what is looked at.
      if (injection.fault.step === 'record-failure' && !injection.isRepaired && to.key.includes(it.ids[0] ?? ''))
        throw new Error('InternalError')
      return injection.strikes('checksum mismatch') ? { versionId: it.store.put(to, other) } : whole.copy(from, to)
    })
  it.archive.digest = (place) =>
    injection.call('digest', async () => {
      const digest = await whole.digest(place)
      const isOther = digest !== undefined && injection.strikes('checksum mismatch')
      return isOther ? { ...digest, sha256: '0'.repeat(64) } : digest
    })
}

/** What became of the documents of one run. */
type Ended = Pick<Cell, 'injected' | 'recovered' | 'resumed' | 'lost'> & { readonly calls: number }

const run = async (fault: Fault): Promise<Ended> => {
  const injection = new Injection(fault)
  const it = batching(DOCUMENTS, { broken: brokenTable(injection) })
  breakArchive(it, injection)
  const torn = new Set<string>()
  const toldFailed = new Set<string>()
  const doubles: Promise<unknown>[] = []
  let attempt = 1
  let ticks = 0
  const again = (): void => {
    const transfers = it.transfers().filter(({ state }) => state === 'sending')
    if (fault.workflow === 'sending-batch') doubles.push(it.execute(attempt).catch(() => undefined))
    else
      doubles.push(
        ...transfers.map(({ dossierId, transferId, attempt: its }) =>
          it.transfer({ dossierId, transferId, attempt: its }),
        ),
      )
  }
  const hooks = {
    around: async (workflow: string, task: string, work: () => Promise<unknown>) => {
      try {
        return await injection.around(workflow, task, work, again)
      } finally {
        for (const found of faultsIn(it)) torn.add(found)
      }
    },
    // What no service answers for does not end before it does again.
    onTick: (): void => {
      if (++ticks === TICKS_UNTIL_REPAIR) injection.isRepaired = true
    },
  }
  for (; attempt <= MOST_ATTEMPTS; attempt++) {
    // An execution that is lost, or fails, leaves the batch at work: the clock begins the next attempt.
    await it.execute(attempt, hooks).catch(() => undefined)
    await Promise.all(doubles)
    await it.tick()
    const notSent = isAtWork(it.batch()) ? [] : it.entries().filter(({ state }) => state !== 'sent')
    for (const { documentId, reason = '' } of notSent) if (reason in failureReasons) toldFailed.add(documentId)
    if (it.batch().state === 'done') break
    injection.isRepaired = true
    await it.resume()
  }
  const arrived = it.documents().filter(({ documentId, state }) => {
    const entries = it.archived().filter((entry) => entry.documentId === documentId)
    return state === 'archived' && entries.length === 1 && it.batch().state === 'done'
  })
  const lost = torn.size > 0 ? DOCUMENTS : DOCUMENTS - arrived.length
  const resumed = arrived.filter(({ documentId }) => toldFailed.has(documentId)).length
  const { injected, calls } = injection
  return { injected, calls, lost, resumed: lost > 0 ? 0 : resumed, recovered: lost > 0 ? 0 : DOCUMENTS - resumed }
}

/** One cell: the fault once, at each call at which it can happen, and then each time until it is repaired. */
const cellOf = async (workflow: WorkflowName, step: string, kind: FaultKind): Promise<Cell | undefined> => {
  const fault = { workflow, step, kind, lasting: 'once' } as const
  const { calls } = await run({ ...fault, nth: Number.POSITIVE_INFINITY })
  if (calls === 0) return undefined
  const ended: Ended[] = []
  for (let nth = 0; nth < calls; nth++) ended.push(await run({ ...fault, nth }))
  // An execution is lost once, and a start doubled once.
  if (kind !== 'execution killed' && kind !== 'duplicate start')
    ended.push(await run({ ...fault, lasting: 'until repaired', nth: 0 }))
  const sum = (of: (one: Ended) => number): number => ended.reduce((all, one) => all + of(one), 0)
  return {
    workflow,
    step,
    fault: kind,
    injected: sum((one) => one.injected),
    documents: ended.length * DOCUMENTS,
    recovered: sum((one) => one.recovered),
    resumed: sum((one) => one.resumed),
    lost: sum((one) => one.lost),
  }
}

/** All cells together. */
export const totalOf = (cells: readonly Cell[]): Omit<Cell, 'workflow' | 'step' | 'fault'> => {
  const sum = (of: (cell: Cell) => number): number => cells.reduce((all, cell) => all + of(cell), 0)
  return {
    injected: sum(({ injected }) => injected),
    documents: sum(({ documents }) => documents),
    recovered: sum(({ recovered }) => recovered),
    resumed: sum(({ resumed }) => resumed),
    lost: sum(({ lost }) => lost),
  }
}

/** Every fault at every step at which it can happen. */
export const faultTable = async (): Promise<readonly Cell[]> => {
  const cells: Cell[] = []
  for (const workflow of Object.keys(steps) as WorkflowName[])
    for (const step of steps[workflow])
      for (const kind of faultKinds) {
        const cell = await cellOf(workflow, step, kind)
        if (cell !== undefined) cells.push(cell)
      }
  return cells
}
