import type { Action } from '../../shared/actions.ts'
import { People, type Person } from '../../shared/people.ts'
import type { Bilingual } from '../../shared/roles.ts'
import { type Lookup, perhaps } from '../../shared/table/table.ts'
import { CollaborativeSpaces, Companions } from '../collaborative-spaces/records.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import type { Tools } from '../kernel/handler.ts'
import { Offers } from '../offers/records.ts'
import { OwnerRequests } from '../owner-requests/records.ts'
import { Workspaces } from '../settings/records.ts'
import { concernOf, type Words } from './concerns.ts'
import type { FeedEntry } from './records.ts'

/** An entry as its person is told of it: whatever it is about must still be theirs to know of (D-06). */
export type Told = {
  readonly entry: FeedEntry
  /** Whether they may still know what it is about; if not, it names nothing. */
  readonly known: boolean
  readonly number: number | null
  readonly byName: string | null
  readonly sentence: Bilingual
}

type Reading = Pick<Tools, 'read' | 'may'>
type Found = Readonly<Record<string, object | undefined>>

/** What is said of entries at this moment, all read consistently in one call. */
export const tellEntries = async (
  person: Person,
  entries: readonly FeedEntry[],
  { read, may }: Reading,
): Promise<readonly Told[]> => {
  if (entries.length === 0) return []
  const lookups = entries.flatMap((entry) => [...Object.entries(neededFor(person, entry)), ...namesOf(entry)])
  const found = (await read(Object.fromEntries(lookups))) as Found
  return entries.map((entry) => tell(entry, found, isKnown(entry, found, may)))
}

const namesOf = ({ by, people }: FeedEntry): [string, Lookup][] =>
  [by, ...people].filter((one) => one !== null).map((personId) => [personId, perhaps(People, { personId })])

const neededFor = (
  { kind, personId }: Person,
  { about: { dossierId, offerId, ownerRequestId, spaceId } }: FeedEntry,
): Readonly<Record<string, Lookup>> => {
  const needed: Record<string, Lookup> = {}
  if (dossierId !== undefined) {
    const { access, ...ofMember } = tiesTo(dossierId, personId)
    needed[dossierId] = perhaps(Dossiers, { dossierId })
    // A client user has accesses alone, a member never one: what cannot be is not paid for.
    for (const [name, tie] of Object.entries(kind === 'client-user' ? { access } : ofMember))
      needed[`${name} ${dossierId}`] = tie
    if (kind === 'member') needed.workspace = perhaps(Workspaces, {})
    if (offerId !== undefined) needed[offerId] = perhaps(Offers, { dossierId, offerId })
    if (ownerRequestId !== undefined)
      needed[ownerRequestId] = perhaps(OwnerRequests, { dossierId, requestId: ownerRequestId })
  }
  if (spaceId !== undefined) {
    needed[spaceId] = perhaps(CollaborativeSpaces, { spaceId })
    needed[`companion ${spaceId}`] = perhaps(Companions, { spaceId, personId })
  }
  return needed
}

/** Whether they may know of the thing, or of the deal about it that they are a side of. */
const isKnown = ({ about }: FeedEntry, found: Found, may: Tools['may']): boolean => {
  const { dossierId, offerId, ownerRequestId, spaceId } = about
  const asked = (action: Action, things: object): boolean => may(action, things as never)
  if (spaceId !== undefined) {
    const things = { collaborativeSpace: found[spaceId], companion: found[`companion ${spaceId}`] }
    return found[spaceId] !== undefined && asked('collaborative-space.read', present(things))
  }
  if (dossierId === undefined) return true
  if (found[dossierId] === undefined) return false
  const things = present({
    dossier: found[dossierId],
    access: found[`access ${dossierId}`],
    share: found[`share ${dossierId}`],
    assignment: found[`assignment ${dossierId}`],
    workspace: found.workspace,
  })
  const [offer, request] = [found[offerId ?? ''], found[ownerRequestId ?? '']]
  return (
    asked('dossier.meet', things) ||
    (offer !== undefined && asked('offer.read', { ...things, offer })) ||
    (request !== undefined && asked('owner-request.read', { ...things, request }))
  )
}

const present = (things: Found): object =>
  Object.fromEntries(Object.entries(things).filter(([, thing]) => thing !== undefined))

const tell = (entry: FeedEntry, found: Found, known: boolean): Told => {
  const nameOf = (personId: string): string | null => (found[personId] as Person | undefined)?.name ?? null
  const dossier = found[entry.about.dossierId ?? ''] as { readonly number: number } | undefined
  const space = found[entry.about.spaceId ?? ''] as { readonly name: string } | undefined
  const number = known ? (dossier?.number ?? null) : null
  const byName = known && entry.by !== null ? nameOf(entry.by) : null
  const names = entry.people.map((personId) => (known ? nameOf(personId) : null))
  const spaceName = known ? (space?.name ?? null) : null
  const concern = concernOf(entry.type)
  const facts = entry.facts as never
  return {
    entry: known ? entry : { ...entry, by: null, about: {}, people: [] },
    known,
    number,
    byName,
    sentence: {
      en: sentence(concern?.en(wordsEn({ number, byName, spaceName, names }), facts)),
      fr: sentence(concern?.fr(wordsFr({ number, byName, spaceName, names }), facts)),
    },
  }
}

type Names = {
  readonly number: number | null
  readonly byName: string | null
  readonly spaceName: string | null
  readonly names: readonly (string | null)[]
}

const wordsEn = ({ number, byName, spaceName, names }: Names): Words => ({
  by: byName === null ? '' : ` by ${byName}`,
  dossier: number === null ? 'a dossier' : `dossier ${number}`,
  ofDossier: number === null ? 'of a dossier' : `of dossier ${number}`,
  space: spaceName === null ? 'a collaborative space' : `the collaborative space “${spaceName}”`,
  names: names.map((name) => name ?? 'somebody'),
})

const wordsFr = ({ number, byName, spaceName, names }: Names): Words => ({
  by: byName === null ? '' : ` par ${byName}`,
  dossier: number === null ? 'un dossier' : `le dossier ${number}`,
  ofDossier: number === null ? "d'un dossier" : `du dossier ${number}`,
  space: spaceName === null ? 'un espace collaboratif' : `l'espace collaboratif «\u00a0${spaceName}\u00a0»`,
  names: names.map((name) => name ?? "quelqu'un"),
})

/** Its first letter is a capital one. */
const sentence = (text = ''): string => text.charAt(0).toUpperCase() + text.slice(1)
