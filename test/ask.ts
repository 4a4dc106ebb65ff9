/** Calls a handler the way the kernel does once authorization is done: with what was loaded, and tools that work. */
import { situationOf } from '../functions/kernel/authorize.ts'
import type { Handler, Outcome } from '../functions/kernel/handler.ts'
import { rules } from '../functions/rules.ts'
import type { Route } from '../shared/contract/route.ts'
import type { Person } from '../shared/people.ts'
import { isProblem, type Problem } from '../shared/problems.ts'
import { compile, decide } from '../shared/rules/decide.ts'
import type { Stored } from '../shared/table/record.ts'
import type { Table, Write } from '../shared/table/table.ts'
import { type MemoryTable, memoryTable } from './memory-table.ts'
import { idOf, NOW } from './world.ts'

const policy = compile(rules)

/** A table that already holds what these writes make. */
export const holding = (...writes: readonly Write[]): MemoryTable => {
  const table = memoryTable()
  table.put(...writes)
  return table
}

type Asked = {
  readonly as: Stored<Person>
  readonly table?: Table
  /** The resource's things, by the names it loads them under. */
  readonly things?: Readonly<Record<string, object | undefined>>
  readonly input?: unknown
  readonly now?: string
}

let lastId = 999

/**
 * Ids made in a test are all different, sort by the time they were made, and later than those a test names. They differ
 * in both halves, as real ones do: a dossier's id takes its first half from a new one and its second from its client's.
 */
export const newId = (): string => idOf(++lastId).replace('-0000-', `-${lastId.toString(16).padStart(4, '0')}-`)

/** The handler's outcome, or the problem it found. */
export const ask = async <R extends Route>(
  handler: Handler<R>,
  { as: actor, table = memoryTable(), things = {}, input = {}, now = NOW }: Asked,
): Promise<Outcome<R> | Problem> =>
  handler({
    actor,
    ...things,
    input,
    each: [],
    params: {},
    read: table.load,
    list: table.list,
    may: (action: never, situation: object) => decide(policy, action, situationOf(actor, situation, now)).allowed,
    policy,
    now,
    newId,
    language: actor.language,
    publicUrl: 'https://greffe.example',
    inboundDomain: 'courrier.greffe.example',
  } as never)

/** The outcome of a handler that must not have found a problem. */
export const granted = async <T extends object>(asked: Promise<T | Problem>): Promise<Exclude<T, Problem>> => {
  const outcome = await asked
  if (isProblem(outcome)) throw new Error(`Unexpected problem: ${outcome.problem}`)
  return outcome as Exclude<T, Problem>
}
