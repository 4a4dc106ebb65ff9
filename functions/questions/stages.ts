/** Long answers in stages: each page is a piece of one stage, and the cursor says which stage goes on, and where. */
import type { Action } from '../../shared/actions.ts'
import type { Person } from '../../shared/people.ts'
import { UnreadableCursor } from '../../shared/table/table.ts'
import type { Thing } from './rights-on.ts'

/** Somebody and a thing that they may reach, now or after a change. */
export type Candidate = {
  readonly person: Person
  readonly thing: Thing
  /** What people call the thing, for whoever may do this with it; the first that holds is told. */
  readonly labels: readonly { readonly label: string; readonly may: Action; readonly with: object }[]
}

export type Stage = (from: {
  readonly limit: number
  readonly cursor?: string | undefined
}) => Promise<{ readonly items: readonly Candidate[]; readonly cursor: string | null }>

/** Stages in their order, by name; one that somebody cannot reach anything in is not there. */
export type Stages = Readonly<Record<string, Stage>>

/** Where an answer goes on. */
export type Spot = { readonly stage: string; readonly at: string | null }

/** A stage of things that need no reading. */
export const stageOf =
  (...items: readonly Candidate[]): Stage =>
  async () => ({ items, cursor: null })

/** The next piece, and where to go on after it. */
export const takePiece = async (
  stages: Stages,
  spot: Spot | undefined,
  limit: number,
): Promise<{ readonly items: readonly Candidate[]; readonly next: Spot | null }> => {
  const names = Object.keys(stages)
  const name = spot?.stage ?? (names[0] as string)
  const stage = stages[name]
  if (stage === undefined || !names.includes(name)) throw notOurs()
  const { items, cursor } = await stage({ limit, ...(typeof spot?.at === 'string' && { cursor: spot.at }) })
  if (cursor !== null) return { items, next: { stage: name, at: cursor } }
  const following = names[names.indexOf(name) + 1]
  return { items, next: following === undefined ? null : { stage: following, at: null } }
}

export const writeCursor = (parts: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts of a cursor; throws `UnreadableCursor` when it has another form than this one. */
export const readCursor = (cursor: string, form: readonly ('string' | 'number' | 'string or null')[]): unknown[] => {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw notOurs()
  }
  if (!Array.isArray(parts) || parts.length !== form.length) throw notOurs()
  const fits = parts.every((part, at) =>
    form[at] === 'string or null' ? part === null || typeof part === 'string' : typeof part === form[at],
  )
  if (!fits) throw notOurs()
  return parts
}

const notOurs = (): UnreadableCursor => new UnreadableCursor('This cursor was not given by us.')
