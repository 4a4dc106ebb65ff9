/**
 * The dossiers that a person can reach, page by page in one order: their own, those they answer for and those shared with
 * them, oldest first; then, client by client, the others of the clients assigned to them. Indexes lag, so every dossier is
 * read again, consistently and with what the person is to it, before it is on a page: what was revoked is gone (D-06).
 */
import type { Person } from '../../shared/people.ts'
import { reaches } from '../../shared/sheet.ts'
import type { AnyQuestion, Stored } from '../../shared/table/record.ts'
import { cursorAfter, perhaps, UnreadableCursor } from '../../shared/table/table.ts'
import { type ClientAssignment, ClientAssignments } from '../clients/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { isLiveShare, type Share, Shares } from '../sharing/records.ts'
import { type Dossier, type DossierAccess, DossierAccesses, Dossiers } from './records.ts'
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
  /** Which of them are on a page at all; a dossier left out here leaves no gap and no trace in a cursor. */
  readonly shows?: (reached: Reached) => boolean
}

type Reader = Pick<Tools, 'list' | 'read' | 'now'>

/** Where a page goes on: after a dossier, or, once assigned clients are walked through, `client/dossier`; at first nowhere. */
type Place = string
type Candidate = { readonly dossierId: string; readonly place: Place }
/** So many dossiers on, and where to go on from there: `undefined` at the end. */
type Stretch = { readonly candidates: readonly Candidate[]; readonly next: Place | undefined }
type Walk = (place: Place, size: number) => Promise<Stretch>

/** After so many stretches of which nothing is shown, a page ends short: no request takes longer the more one holds. */
const STRETCHES = 10
/** Once a stretch had something to leave out: as many as one BatchGetItem brings with their ties. */
const LATER_STRETCH = 33
const BEYOND_ALL = '~'

/**
 * A page of the dossiers that any person reaches; `seesAll` for whoever may read any dossier of the organisation. Every
 * page but the last is full, and its cursor says that there is one more dossier to show. A page is one round of queries
 * side by side, two where it reaches the assigned clients, and one consistent read.
 */
export const pageOfDossiers = async (
  person: Person,
  seesAll: boolean,
  reader: Reader,
  { limit, cursor, shows = () => true }: Asked,
): Promise<{ readonly items: readonly Reached[]; readonly cursor: string | null }> => {
  const walk = walkFor(person, seesAll, reader.list)
  const found: { readonly reached: Reached; readonly place: Place }[] = []
  let place: Place | undefined = cursor === undefined ? '' : placeOf(cursor)
  for (let stretch = 0; stretch < STRETCHES && place !== undefined && found.length <= limit; stretch++) {
    const { candidates, next } = await walk(place, stretch === 0 ? limit + 1 : Math.max(limit + 1, LATER_STRETCH))
    const reached = await readAgain(person, candidates, reader.read)
    for (const [at, one] of reached.entries()) {
      const { place: its } = candidates[at] as Candidate
      if (one !== undefined && isShownAt(its, one, person, seesAll, reader.now) && shows(one))
        found.push({ reached: one, place: its })
    }
    place = next
  }
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1)?.place : place
  return { items: items.map(({ reached }) => reached), cursor: last === undefined ? null : cursorAfter(last) }
}

const walkFor = (person: Person, seesAll: boolean, list: Tools['list']): Walk => {
  const { personId } = person
  if (person.kind === 'client-user') return inOrder(list, [[DossierAccesses.by.ofPerson, { personId }]])
  if (seesAll) return inOrder(list, [[Dossiers.by.all, {}]])
  const theirs = inOrder(list, [
    [Dossiers.by.owned, { ownerId: personId }],
    [Dossiers.by.answered, { responsibleId: personId }],
    [Shares.by.ofPerson, { personId }],
  ])
  // The sheet's `none` closes the dossiers of assigned clients, never one's own or one shared (S-12).
  const opensAssigned = reaches(person.sheet.documentation.view, 'assigned') && !person.roles.includes('guest')
  return opensAssigned ? thenOfClients(list, personId, theirs) : theirs
}

/** The answers to several questions as one, in the order of the dossiers' ids; what is in two of them is there once. */
const inOrder =
  (list: Tools['list'], questions: readonly (readonly [AnyQuestion, object])[]): Walk =>
  async (place, size) => {
    const from = { limit: size, ...(place === '' ? {} : { cursor: cursorAfter(place) }) }
    const pages = await Promise.all(
      questions.map(([question, of]) => list<{ readonly dossierId: string }>(question, of, from)),
    )
    const all = [...new Set(pages.flatMap(({ items }) => items.map(({ dossierId }) => dossierId)))].sort()
    const candidates = all.slice(0, size).map((dossierId) => ({ dossierId, place: dossierId }))
    const goesOn = all.length > size || pages.some(({ cursor }) => cursor !== null)
    return { candidates, next: goesOn ? candidates.at(-1)?.place : undefined }
  }

/** After what is theirs, the dossiers of the clients assigned to them, in the order of the clients' ids. */
const thenOfClients = (list: Tools['list'], personId: string, theirs: Walk): Walk => {
  const clientsAfter = (size: number, clientId?: string) =>
    list<ClientAssignment>(
      ClientAssignments.by.ofMember,
      { personId },
      { limit: size, ...(clientId === undefined ? {} : { cursor: cursorAfter(clientId) }) },
    )
  return async (place, size) => {
    const [clientId, dossierId] = place.split('/') as [string, string | undefined]
    if (dossierId !== undefined) {
      const clients = await clientsAfter(size, clientId)
      return ofClients(list, [{ clientId, after: dossierId }, ...clients.items], clients.cursor !== null, size)
    }
    const [first, clients] = await Promise.all([theirs(place, size), clientsAfter(size)])
    if (first.next !== undefined) return first
    const room = Math.max(1, size - first.candidates.length)
    const rest = await ofClients(list, clients.items, clients.cursor !== null, room)
    return { candidates: [...first.candidates, ...rest.candidates], next: rest.next }
  }
}

type Stop = { readonly clientId: string; readonly after?: string }

const ofClients = async (
  list: Tools['list'],
  stops: readonly Stop[],
  moreClients: boolean,
  size: number,
): Promise<Stretch> => {
  const pages = await Promise.all(
    stops.map(async ({ clientId, after }) => {
      const from = { limit: size, ...(after === undefined ? {} : { cursor: cursorAfter(after) }) }
      const { items, cursor } = await list<Dossier>(Dossiers.by.ofClient, { clientId }, from)
      return {
        goesOn: cursor !== null,
        candidates: items.map(({ dossierId }) => ({ dossierId, place: `${clientId}/${dossierId}` })),
      }
    }),
  )
  const all = pages.flatMap(({ candidates }) => candidates)
  const candidates = all.slice(0, size)
  if (all.length > size || pages.some(({ goesOn }) => goesOn)) return { candidates, next: candidates.at(-1)?.place }
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

/** Whether a dossier, as it is now, belongs where it was found: each is shown in one place. */
const isShownAt = (
  place: Place,
  { dossier, access, share, assignment }: Reached,
  { kind, personId }: Person,
  seesAll: boolean,
  now: string,
): boolean => {
  if (kind === 'client-user') return access !== undefined
  if (seesAll) return true
  const isTheirs =
    dossier.ownerId === personId ||
    dossier.responsibleId === personId ||
    (share !== undefined && isLiveShare(share, now))
  return place.includes('/') ? !isTheirs && assignment !== undefined : isTheirs
}

const OF_CLIENT = /^[0-9a-f-]{36}\/([0-9a-f-]{36}|~)$/

const placeOf = (cursor: string): Place => {
  const place = Buffer.from(cursor, 'base64url').toString('utf8')
  if (cursorAfter(place) !== cursor || place === '' || (place.includes('/') && !OF_CLIENT.test(place)))
    throw new UnreadableCursor('This cursor was not given by us.')
  return place
}
