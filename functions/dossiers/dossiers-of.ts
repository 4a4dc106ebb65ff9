/**
 * The dossiers that a person can reach, page by page in one order: their own, those they answer for and those shared with
 * them, oldest first; then, client by client, the others of the clients assigned to them. Indexes lag, so every dossier is
 * read again, consistently and with what the person is to it, before it is on a page: what was revoked is gone (D-06).
 */
import type { Person } from '../../shared/people.ts'
import { reaches } from '../../shared/sheet.ts'
import { type FullPage, fullPage, type Place, pageFrom } from '../../shared/table/full-page.ts'
import type { AnyQuestion, Stored } from '../../shared/table/record.ts'
import { perhaps, UnreadableCursor } from '../../shared/table/table.ts'
import { type ClientAssignment, ClientAssignments, isAssigned } from '../clients/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { isLiveFor, type Share, Shares } from '../sharing/records.ts'
import { type Filter, matches, narrows, type OfWhom } from './filters.ts'
import { type Dossier, type DossierAccess, DossierAccesses, Dossiers, isLiveAccess } from './records.ts'
import { tiesTo } from './resource.ts'

/** A dossier with all that the person is to it: what a decision on it looks at. */
export type Reached = {
  readonly dossier: Stored<Dossier>
  readonly access: Stored<DossierAccess> | undefined
  readonly share: Stored<Share> | undefined
  readonly assignment: Stored<ClientAssignment> | undefined
}

type Asked = {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly filter?: Filter | undefined
  /** Which of them are on a page at all; a dossier left out here leaves no gap and no trace in a cursor. */
  readonly shows?: (reached: Reached) => boolean
}

type Reader = Pick<Tools, 'list' | 'read' | 'now'>

/** A place of its own: after a dossier; once assigned clients are walked through, `client/dossier`. */
type Candidate = { readonly dossierId: string; readonly place: Place }
type Candidates = { readonly candidates: readonly Candidate[]; readonly next: Place | undefined }
type Walk = (place: Place, size: number) => Promise<Candidates>
/** An index's item: of some the dossier itself, as it was a moment ago; of others what leads to it. */
type Found = { readonly dossierId: string } & Partial<Dossier>
/** Whether an index's item may lead to what is asked for; what is left out here is not read again. */
type Sieve = (found: Found) => boolean

const BEYOND_ALL = '~'

/**
 * Of what a filter leaves much out, a page ends short after a second, longer stretch: it costs the same however much
 * there is, and its cursor goes on. What the longer one looks at is sifted by the index before it is read again.
 */
const FILTERED = { stretches: 2, later: 250 }

/**
 * A page of the dossiers that any person reaches; `seesAll` for whoever may know any dossier of the organisation. Without
 * a filter every page but the last is full, and its cursor says that there is one more dossier to show. A page is one
 * round of queries side by side, two where it reaches the assigned clients, and one consistent read.
 */
export const pageOfDossiers = async (
  person: Person,
  seesAll: boolean,
  reader: Reader,
  { limit, cursor, filter = {}, shows = () => true }: Asked,
): Promise<FullPage<Reached>> => {
  const walk = walkFor(person, seesAll, reader.list, filter)
  return fullPage({ limit, cursor, ...(narrows(filter) ? FILTERED : {}) }, async (place, size) => {
    const { candidates, next } = await walk(place, size)
    const reached = await readAgain(person, candidates, reader.read)
    const shown = candidates.flatMap(({ place: its }, at) => {
      const item = reached[at]
      if (item === undefined || !matches(filter, item.dossier)) return []
      return isShownAt(its, item, { person, seesAll, of: filter.of, now: reader.now }) && shows(item)
        ? [{ place: its, item }]
        : []
    })
    return { shown, next }
  })
}

const nothing: Walk = async () => ({ candidates: [], next: undefined })

const walkFor = (person: Person, seesAll: boolean, list: Tools['list'], filter: Filter): Walk => {
  const { personId } = person
  const { of = 'all', ownerId } = filter
  const sieve: Sieve = (found) => found.number === undefined || matches(filter, found as Dossier)
  if (person.kind === 'client-user') {
    const theirs = inOrder(list, [[DossierAccesses.by.ofPerson, { personId }]], sieve)
    return of === 'all' || of === 'assigned' ? theirs : nothing
  }
  if (of === 'mine') return inOrder(list, [[Dossiers.by.owned, { ownerId: personId }]], sieve)
  if (of === 'shared') return inOrder(list, [[Shares.by.ofPerson, { personId }]], sieve)
  if (of === 'assigned') return thenOfClients(list, personId, nothing, sieve)
  if (seesAll && ownerId !== undefined) return inOrder(list, [[Dossiers.by.owned, { ownerId }]], sieve)
  if (seesAll) return inOrder(list, [[Dossiers.by.all, {}]], sieve)
  const theirs = inOrder(
    list,
    [
      [Dossiers.by.owned, { ownerId: personId }],
      [Dossiers.by.answered, { responsibleId: personId }],
      [Shares.by.ofPerson, { personId }],
    ],
    sieve,
  )
  // The sheet's `none` closes the dossiers of assigned clients, never one's own or one shared (S-12).
  const opensAssigned = reaches(person.sheet.documentation.view, 'assigned') && !person.roles.includes('guest')
  return opensAssigned ? thenOfClients(list, personId, theirs, sieve) : theirs
}

/**
 * The answers to several questions as one, in the order of the dossiers' ids; what is in two of them is there once. It
 * goes on after the last that was looked at, whether or not the sieve let it through.
 */
export const inOrder =
  (list: Tools['list'], questions: readonly (readonly [AnyQuestion, object])[], sieve: Sieve = () => true): Walk =>
  async (place, size) => {
    const pages = await Promise.all(questions.map(([question, of]) => list<Found>(question, of, pageFrom(place, size))))
    const all = Map.groupBy(
      pages.flatMap(({ items }) => items),
      ({ dossierId }) => dossierId,
    )
    const looked = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, size)
    const candidates = looked.flatMap(([dossierId, found]) =>
      // Of two that found it, one may know more of it, and each may lag.
      found.some(sieve) ? [{ dossierId, place: dossierId }] : [],
    )
    const goesOn = all.size > size || pages.some(({ cursor }) => cursor !== null)
    return { candidates, next: goesOn ? looked.at(-1)?.[0] : undefined }
  }

/** After what is theirs, the dossiers of the clients assigned to them, in the order of the clients' ids. */
const thenOfClients = (list: Tools['list'], personId: string, theirs: Walk, sieve: Sieve): Walk => {
  const clientsAfter = (clientId: string | undefined, size: number) =>
    list<ClientAssignment>(ClientAssignments.by.ofMember, { personId }, pageFrom(clientId, size))
  return async (place, size) => {
    if (place.includes('/')) {
      const [clientId, after] = stopAt(place)
      const clients = await clientsAfter(clientId, size)
      return ofClients(list, [{ clientId, after }, ...clients.items], clients.cursor !== null, size, sieve)
    }
    const [first, clients] = await Promise.all([theirs(place, size), clientsAfter(undefined, size)])
    if (first.next !== undefined) return first
    const room = Math.max(1, size - first.candidates.length)
    const rest = await ofClients(list, clients.items, clients.cursor !== null, room, sieve)
    return { candidates: [...first.candidates, ...rest.candidates], next: rest.next }
  }
}

type Stop = { readonly clientId: string; readonly after?: string }

const ofClients = async (
  list: Tools['list'],
  stops: readonly Stop[],
  moreClients: boolean,
  size: number,
  sieve: Sieve,
): Promise<Candidates> => {
  const pages = await Promise.all(
    stops.map(async ({ clientId, after }) => {
      const { items, cursor } = await list<Dossier>(Dossiers.by.ofClient, { clientId }, pageFrom(after, size))
      return {
        goesOn: cursor !== null,
        found: items.map((item) => ({ item, dossierId: item.dossierId, place: `${clientId}/${item.dossierId}` })),
      }
    }),
  )
  // What comes after a client with more to look at is another page's.
  const unfinished = pages.findIndex(({ goesOn }) => goesOn)
  const looked = (unfinished < 0 ? pages : pages.slice(0, unfinished + 1)).flatMap(({ found }) => found)
  const all = looked.filter(({ item }) => sieve(item))
  const candidates = all.slice(0, size)
  if (all.length > size) return { candidates, next: candidates.at(-1)?.place }
  if (unfinished >= 0) return { candidates, next: looked.at(-1)?.place }
  return { candidates, next: moreClients ? `${stops.at(-1)?.clientId}/${BEYOND_ALL}` : undefined }
}

const readAgain = async (
  { kind, personId }: Person,
  candidates: readonly Candidate[],
  read: Tools['read'],
): Promise<readonly (Reached | undefined)[]> => {
  if (candidates.length === 0) return []
  const lookups = candidates.flatMap(({ dossierId }) => {
    const { access, ...ofMember } = tiesTo(dossierId, personId)
    // A client user has accesses alone, a member never one: what cannot be is not paid for.
    const ties = Object.entries(kind === 'client-user' ? { access } : ofMember)
    return [[dossierId, perhaps(Dossiers, { dossierId })], ...ties.map(([name, tie]) => [`${dossierId}.${name}`, tie])]
  })
  const fresh = (await read(Object.fromEntries(lookups))) as Readonly<Record<string, unknown>>
  return candidates.map(({ dossierId }) => {
    const dossier = fresh[dossierId] as Reached['dossier'] | undefined
    if (dossier === undefined) return undefined
    const assignment = fresh[`${dossierId}.assignment`] as Reached['assignment']
    return {
      dossier,
      access: fresh[`${dossierId}.access`] as Reached['access'],
      share: fresh[`${dossierId}.share`] as Reached['share'],
      // Two clients' ids may end alike: an assignment counts for its own client alone.
      assignment: assignment?.clientId === dossier.clientId ? assignment : undefined,
    }
  })
}

type Asker = {
  readonly person: Person
  readonly seesAll: boolean
  readonly of: OfWhom | undefined
  readonly now: string
}

/** Whether a dossier, as it is now, belongs where it was found: each is shown in one place. */
const isShownAt = (
  place: Place,
  { dossier, access, share, assignment }: Reached,
  { person, seesAll, of = 'all', now }: Asker,
): boolean => {
  const { personId } = person
  if (person.kind === 'client-user') return access !== undefined && isLiveAccess(access, now)
  const isOwn = dossier.ownerId === personId
  const isShared = share !== undefined && isLiveFor(person, share, now)
  if (of === 'mine') return isOwn
  if (of === 'shared') return isShared
  if (of === 'assigned') return !isOwn && isAssigned(person, assignment)
  if (seesAll) return true
  const answers = dossier.responsibleId === personId && (dossier.answeredBy ?? 'member') === 'member'
  const isTheirs = isOwn || answers || isShared
  return place.includes('/') ? !isTheirs && isAssigned(person, assignment) : isTheirs
}

const OF_CLIENT = /^([0-9a-f-]{36})\/([0-9a-f-]{36}|~)$/

const stopAt = (place: Place): readonly [clientId: string, after: string] => {
  const [, clientId, after] = OF_CLIENT.exec(place) ?? []
  if (clientId === undefined || after === undefined) throw new UnreadableCursor('This cursor was not given by us.')
  return [clientId, after]
}
