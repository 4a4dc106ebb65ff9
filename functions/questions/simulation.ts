/**
 * What a change would give and take, before it is saved (B-04): everything it can touch, decided as it is and as it would
 * be. The answer comes in pages; the last one carries its quote, a digest over the change and the whole answer, by which
 * a saver says "as it was shown to me".
 */
import { createHash } from 'node:crypto'

import { type Problem, problem } from '../../shared/problems.ts'
import { type Change, type Overlay, overlayOf } from '../../shared/rules/changes.ts'
import type { Reading } from './reach-of.ts'
import { type Right, rightsOn } from './rights-on.ts'
import { type Candidate, readCursor, type Stages, takePiece, writeCursor } from './stages.ts'
import { stagesOfChange } from './what-changes.ts'

/** Beyond so many things looked at, a saver quotes no simulation: looking at all of them again would take too long. */
export const MOST_QUOTED = 20_000
/** Whoever saves waits: larger pages than anybody is shown, so that the most takes some eighty of them, about ten seconds. */
const AT_ONCE = 250

export type Difference = Candidate & { readonly gains: readonly Right[]; readonly loses: readonly Right[] }

export type Piece = {
  readonly differences: readonly Difference[]
  readonly cursor: string | null
  /** The quote, on the last page; `null` before it, and where there is too much to quote. */
  readonly simulation: string | null
}

/** One page of what changes: at most `limit` things are looked at, of which those are told that change. */
export const simulate = async (
  tools: Reading,
  change: Change,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Piece> => {
  const begun = cursor === undefined ? beginningOf(change) : placeIn(cursor)
  const stages: Stages = await stagesOfChange(tools, change)
  const { items, next } = await takePiece(stages, begun.spot, limit)
  const overlay = overlayOf(change)
  const differences = items.flatMap((candidate) => differenceOf(tools, candidate, overlay) ?? [])
  const digest = differences.reduce((sum, one) => digestOf(sum, canonical(one)), begun.digest)
  const seen = begun.seen + items.length
  if (next !== null) return { differences, cursor: writeCursor([next.stage, next.at, digest, seen]), simulation: null }
  return { differences, cursor: null, simulation: seen > MOST_QUOTED ? null : digest }
}

/** Why a quoted simulation no longer stands, by looking at all of it again; nothing where it does. */
export const whyOutdated = async (tools: Reading, change: Change, quote: string): Promise<Problem | undefined> => {
  let cursor: string | undefined
  for (let looked = 0; looked <= MOST_QUOTED; looked += AT_ONCE) {
    const piece = await simulate(tools, change, { limit: AT_ONCE, cursor })
    if (piece.cursor === null)
      return piece.simulation === quote
        ? undefined
        : problem(piece.simulation === null ? 'simulation-too-large' : 'simulation-outdated')
    cursor = piece.cursor
  }
  return problem('simulation-too-large')
}

const differenceOf = (tools: Reading, candidate: Candidate, overlay: Overlay): Difference | undefined => {
  const before = rightsOn(tools, candidate.person, candidate.thing)
  const after = rightsOn(tools, candidate.person, candidate.thing, overlay)
  const [gains, loses] = [beyond(after, before), beyond(before, after)]
  return gains.length + loses.length === 0 ? undefined : { ...candidate, gains, loses }
}

/** What some rights give that others do not, whatever the cause. */
const beyond = (rights: readonly Right[], others: readonly Right[]): readonly Right[] => {
  const has = new Set(others.flatMap(singly))
  return rights.flatMap((right) => {
    if (right.content.length === 0) return has.has(right.action) ? [] : [right]
    const content = right.content.filter((one) => !has.has(`${right.action} ${one}`))
    return content.length === 0 ? [] : [{ ...right, content }]
  })
}
const singly = ({ action, content }: Right): readonly string[] =>
  content.length === 0 ? [action] : content.map((one) => `${action} ${one}`)

/** The part of an answer that does not depend on who reads it. */
const canonical = ({ person, thing, gains, loses }: Difference): string =>
  JSON.stringify([
    person.personId,
    Object.entries(thing.resource).sort(([a], [b]) => (a < b ? -1 : 1)),
    ...[gains, loses].map((rights) =>
      rights.map(({ action, content, causes }) => [action, content, causes.map(({ rule, path }) => [rule.id, path])]),
    ),
  ])

const digestOf = (sum: string, more: string): string =>
  createHash('sha256').update(`${sum}\n${more}`).digest('base64url')

type Place = { readonly spot?: { stage: string; at: string | null }; readonly digest: string; readonly seen: number }

const beginningOf = (change: Change): Place => ({ digest: digestOf('', ordered(change)), seen: 0 })

/** The same change is written in one way, whatever the order in which somebody named its parts: its lists are sets. */
const ordered = (change: Change): string =>
  JSON.stringify(change, (_, value: unknown) => {
    if (Array.isArray(value)) return value.toSorted()
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })

const placeIn = (cursor: string): Place => {
  const [stage, at, digest, seen] = readCursor(cursor, ['string', 'string or null', 'string', 'number'])
  return { spot: { stage: stage as string, at: at as string | null }, digest: digest as string, seen: seen as number }
}
