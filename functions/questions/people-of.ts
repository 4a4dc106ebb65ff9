/**
 * Everyone who may have anything to do with a dossier, a client or the settings, read from items that lie beside these
 * and never from an index: whom the thing itself names, then who holds a relation to it, then who has a right over the
 * whole organisation. Nobody else can be allowed anything there, so this is all that "who can" has to look at (B-02).
 */
import { type Person, WideReaches } from '../../shared/people.ts'
import type { Rule, Who } from '../../shared/rules/rule.ts'
import { type Place, pageFrom } from '../../shared/table/full-page.ts'
import type { AnyQuestion, AnyRecord } from '../../shared/table/record.ts'
import { UnreadableCursor } from '../../shared/table/table.ts'
import { ClientAssignments } from '../clients/records.ts'
import { DossierAccesses } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { Shares } from '../sharing/records.ts'

export type About =
  | { readonly kind: 'dossier'; readonly dossierId: string; readonly clientId: string }
  | { readonly kind: 'client'; readonly clientId: string }
  | { readonly kind: 'collaborative-space'; readonly spaceId: string }
  | { readonly kind: 'settings' }

/** Where somebody was found; the order is that of an answer, and whoever is in several is shown in the first. */
type SourceName = 'named' | 'share' | 'access' | 'assignment' | 'wide-reach'

/** What somebody is to the thing at hand, under the names that a situation has for it. */
export type Ties = { readonly [T in 'share' | 'access' | 'assignment' | 'companion']?: object | undefined }

export type Candidate = {
  readonly personId: string
  readonly from: SourceName
  readonly place: Place
  /** What was read where they were found. */
  readonly ties: Ties
}

type Source = {
  readonly name: Exclude<SourceName, 'named'>
  readonly record: AnyRecord
  readonly question: AnyQuestion
  readonly of: object
}

const sourcesOf = (about: About): readonly Source[] => {
  // A space names its members itself, and no right over the organisation opens one (D-16).
  if (about.kind === 'collaborative-space') return []
  const wide: Source = { name: 'wide-reach', record: WideReaches, question: WideReaches.by.all, of: {} }
  if (about.kind === 'settings') return [wide]
  const { clientId } = about
  const assigned: Source = {
    name: 'assignment',
    record: ClientAssignments,
    question: ClientAssignments.by.ofClient,
    of: { clientId },
  }
  if (about.kind === 'client') return [assigned, wide]
  const { dossierId } = about
  return [
    { name: 'share', record: Shares, question: Shares.by.ofDossier, of: { dossierId } },
    { name: 'access', record: DossierAccesses, question: DossierAccesses.by.ofDossier, of: { dossierId } },
    assigned,
    wide,
  ]
}

type Item = { readonly personId: string; readonly clientId?: string }

/** So many of them from a place on, and the place after which there are more. All sources are asked side by side. */
export const peopleOf = async (
  list: Tools['list'],
  about: About,
  named: PromiseLike<readonly string[]> | readonly string[],
  place: Place,
  size: number,
): Promise<{ readonly candidates: readonly Candidate[]; readonly next: Place | undefined }> => {
  const sources = sourcesOf(about)
  const [from, after] = startOf(place, sources)
  const walked = sources.slice(Math.max(0, from))
  const pages = await Promise.all(
    walked.map(({ question, of, record }, at) =>
      list<Item>(question, of, pageFrom(at === 0 && from >= 0 ? after : '', size)).then((page) => ({
        ...page,
        keyOf: (item: Item): string => record.key(item as never).sk,
      })),
    ),
  )
  const first = from >= 0 ? [] : [...new Set(await named)].sort().filter((personId) => personId > after)
  const found: Candidate[] = [
    ...first.map((personId) => ({ personId, from: 'named' as const, place: `named/${personId}`, ties: {} })),
    ...pages.flatMap(({ items, keyOf }, at) => {
      const { name } = walked[at] as Source
      return items.map((item) => ({
        personId: item.personId,
        from: name,
        place: `${name}/${keyOf(item)}`,
        ties: name === 'wide-reach' || !isOf(item, about) ? {} : { [name]: item },
      }))
    }),
  ]
  const unfinished = walked[pages.findIndex(({ cursor }) => cursor !== null)]?.name
  // Beyond a source that has more than was read of it nobody is looked at yet.
  const within = unfinished === undefined ? found : found.slice(0, found.findLastIndex(isFrom(unfinished)) + 1)
  const firsts = firstOfEach(within)
  const candidates = firsts.slice(0, size)
  if (firsts.length > size) return { candidates, next: candidates.at(-1)?.place }
  return { candidates, next: unfinished === undefined ? undefined : within.at(-1)?.place }
}

const isFrom =
  (name: SourceName) =>
  ({ from }: Candidate): boolean =>
    from === name

/** Leaves out whoever was found before; accesses are those of client users, who are given nothing by anything else. */
const firstOfEach = (found: readonly Candidate[]): readonly Candidate[] => {
  const seen = new Set<string>()
  return found.filter(({ personId, from }) => {
    const key = `${from === 'access' ? 'uses' : 'member'} ${personId}`
    if (seen.has(key)) return false
    seen.add(key)
    if (from === 'named') seen.add(`uses ${personId}`)
    return true
  })
}

/** An assignment of another client may lie beside this one's, however unlikely: their ids end alike. */
const isOf = ({ clientId }: Item, about: About): boolean =>
  clientId === undefined || !('clientId' in about) || clientId === about.clientId

/** Which source a place is in (-1: those named), and after what in it. */
const startOf = (place: Place, sources: readonly Source[]): readonly [number, string] => {
  if (place === '') return [-1, '']
  const slash = place.indexOf('/')
  const [name, after] = [place.slice(0, slash), place.slice(slash + 1)]
  const at = sources.findIndex((source) => source.name === name)
  if (after === '' || (at < 0 && name !== 'named')) throw new UnreadableCursor('This cursor was not given by us.')
  return [at, after]
}

/** Whether somebody was found in an earlier source already, or found where nobody of their kind is given anything. */
export const isShownElsewhere = (
  { kind }: Person,
  { from, personId }: Pick<Candidate, 'from' | 'personId'>,
  ties: Ties,
  named: readonly string[],
): boolean => {
  if (from === 'named') return false
  if (named.includes(personId)) return true
  if ((kind === 'client-user') !== (from === 'access')) return true
  if (from === 'assignment') return ties.share !== undefined
  return from === 'wide-reach' && (ties.share !== undefined || ties.assignment !== undefined)
}

/** Whom a thing names by itself: whose it is, who made it, who is to approve it, who asked. */
export const namedBy = (things: Readonly<Record<string, object | undefined>>): readonly string[] =>
  Object.values(things).flatMap((thing) =>
    NAMING.flatMap(
      (field) => (thing as Readonly<Record<string, string | readonly string[] | undefined>>)?.[field] ?? [],
    ),
  )

const NAMING = [
  'ownerId',
  'responsibleId',
  'createdBy',
  'approvers',
  'askedBy',
  'requestedBy',
  'joinedBy',
  'memberIds',
  'standIns',
] as const

/** Where whoever a rule speaks of is found; `nowhere` for words that mean people whom no item of the thing lists. */
const whereFound = (who: Who): SourceName | 'nowhere' => {
  if (/^(profile .+|client user)$/.test(who)) return 'access'
  if (/^(reading|writing) collaborator$/.test(who)) return 'share'
  if (/^(view|edit) .+: all$/.test(who)) return 'wide-reach'
  if (/^(view|edit) .+: assigned$/.test(who)) return 'assignment'
  if (/^role (?!practitioner$|guest$)/.test(who)) return 'wide-reach'
  return ['owner', 'responsible', 'approver', 'requester', 'co-requester', 'stand-in', 'companion'].includes(who)
    ? 'named'
    : 'nowhere'
}

/** Whether everyone whom a rule can allow anything is found among the people of such a thing. */
export const findsAllOf = (kind: About['kind'], rule: Rule): boolean => {
  if ('never' in rule) return true
  // Who asks about others is answered for others: what somebody may do with themself is no answer to it.
  if (rule.when?.includes('it is themself') === true) return true
  const found: readonly string[] = {
    dossier: ['named', 'share', 'access', 'assignment', 'wide-reach'],
    client: ['assignment', 'wide-reach'],
    'collaborative-space': ['named'],
    settings: ['wide-reach'],
  }[kind]
  return [rule.allow].flat().every((who) => found.includes(whereFound(who)))
}
