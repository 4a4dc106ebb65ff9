/** From a request to the page that answers it: what somebody can reach (B-03). */
import type { Person } from '../../shared/people.ts'
import { problem } from '../../shared/problems.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Reached } from '../dossiers/dossiers-of.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import type { Tools } from '../kernel/handler.ts'
import { showReach } from './present-reach.ts'
import { reachInDossier } from './reach-in-dossier.ts'
import { reachOf } from './reach-of.ts'
import { rightsOn } from './rights-on.ts'
import { type Candidate, readCursor, type Stages, takePiece, writeCursor } from './stages.ts'

type Asked = {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly dossierId?: string | undefined
}

/** A page of what a person reaches; with a dossier, of what is in it. Problem: `not-found`, for a dossier unknown to the asker. */
export const askWhat = async (tools: Tools, person: Person, { limit, cursor, dossierId }: Asked) => {
  const shows = ({ thing }: Candidate): boolean => rightsOn(tools, person, thing).length > 0
  if (dossierId === undefined) return pageOf(tools, reachOf(tools, person, { shows }), { limit, cursor })
  const found = tiesFor(tools, person, dossierId)
  const ties = found.then(({ theirs }) => theirs)
  const page = pageOf(tools, reachInDossier(tools, person, { dossierId, ties, shows }), { limit, cursor })
  const [{ asked }] = await Promise.all([found, page])
  // A page of nothing would still tell by its cursor that there is such a dossier.
  return asked === undefined || !mayAskIn(tools, asked) ? problem('not-found') : page
}

const pageOf = async (tools: Tools, stages: Stages, { limit, cursor }: Asked) => {
  const { items, next } = await takePiece(stages, cursor === undefined ? undefined : spotIn(cursor), limit)
  return {
    items: items.map((candidate) => showReach(tools, candidate, rightsOn(tools, candidate.person, candidate.thing))),
    cursor: next === null ? null : writeCursor([next.stage, next.at]),
  }
}

const spotIn = (cursor: string) => {
  const [stage, at] = readCursor(cursor, ['string', 'string or null'])
  return { stage: stage as string, at: at as string | null }
}

/** The dossier with what the person is to it, and with what the asker is: in one call. */
const tiesFor = async ({ read, actor }: Tools, person: Person, dossierId: string) => {
  const { dossier, ...found } = await read({
    dossier: perhaps(Dossiers, { dossierId }),
    ...prefixed('theirs', tiesTo(dossierId, person.personId)),
    ...prefixed('asked', tiesTo(dossierId, actor.personId)),
  })
  const ties = found as Readonly<Record<string, never>>
  const of = (whose: string): Reached | undefined =>
    dossier === undefined
      ? undefined
      : {
          dossier,
          access: ties[`${whose}.access`],
          share: ties[`${whose}.share`],
          assignment: ties[`${whose}.assignment`],
        }
  return { theirs: of('theirs'), asked: of('asked') }
}

const prefixed = <T extends object>(prefix: string, lookups: T) =>
  Object.fromEntries(Object.entries(lookups).map(([name, lookup]) => [`${prefix}.${name}`, lookup]))

/** Who may know of the dossier, or ask who reaches it. */
const mayAskIn = ({ may }: Tools, ties: Reached): boolean =>
  may('dossier.know', ties) || may('question.ask-about-dossier', ties)
