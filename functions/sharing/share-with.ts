import type * as z from 'zod/mini'
import type { Things } from '../../shared/contract/resource.ts'
import { type DomainEvent, event } from '../../shared/events.ts'
import { People } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { create, require, update, type Write } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { isLiveFor, type Share, Shares } from './records.ts'
import type { share as shareResource } from './resource.ts'
import type { routes } from './routes.ts'

/** How far a dossier is shared, and until when: UTC to the millisecond, or `null` for as long as nobody ends it. */
export type Terms = Pick<Share, 'access' | 'until'>

/** The terms asked for. Problem: `end-not-in-future`. */
export const termsOf = ({ access, until }: z.output<typeof routes.giveShare.input>, now: string): Terms | Problem => {
  const end = typeof until === 'string' ? new Date(until).toISOString() : null
  return end !== null && end <= now ? problem('end-not-in-future') : { access, until: end }
}

export type GivenShare = {
  readonly share: Share
  readonly name: string
  readonly version: number
  readonly writes: readonly Write[]
  readonly events: readonly DomainEvent[]
}

type Sharing = Pick<Things<typeof shareResource>, 'givenShare' | 'grantee' | 'dossier'>

/**
 * Gives a share, changes one that lives, or gives anew one that has ended, by its date or with the collaborator's
 * deactivation; one that is as asked is left alone (D-03). The caller commits `writes`, together with `requireOwner` when
 * there are any. Problem: `not-found`.
 */
export const shareWith = (
  { givenShare: before, grantee, dossier: { dossierId } }: Sharing,
  terms: Terms,
  { actor, now }: Pick<Tools, 'actor' | 'now'>,
): GivenShare | Problem => {
  if (grantee === undefined) return problem('not-found')
  const { personId, name } = grantee
  const lives = before !== undefined && isLiveFor(grantee, before, now)
  const since = lives ? { givenBy: before.givenBy, givenAt: before.givenAt } : { givenBy: actor.personId, givenAt: now }
  const share: Share = { dossierId, personId, ...terms, ...since }
  const version = before?.version ?? 0
  if (lives && before.access === terms.access && before.until === terms.until)
    return { share, name, version, writes: [], events: [] }
  return {
    share,
    name,
    version: version + 1,
    writes: [
      before === undefined ? create(Shares, share) : update(Shares, before, share),
      // Whoever is deactivated, or becomes a guest, at the same moment is given nothing (D-20).
      require(People, grantee),
    ],
    events: [event('share-given', { dossierId, personId, ...terms, by: actor.personId })],
  }
}

/** Whoever is no longer the owner at the moment of the commit shares nothing, and ends nothing (D-02). */
export const requireOwner = ({ dossier }: Pick<Sharing, 'dossier'>): Write => require(Dossiers, dossier)
