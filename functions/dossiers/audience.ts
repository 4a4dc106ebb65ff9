/**
 * Who sees an item, compared between two dossiers: a copy goes nowhere where more people would see it than see the item
 * now (D-21). Whoever is meant by name (owner, collaborators, client users) is decided on, one by one, by the rules
 * themselves. The wide scopes are equal in both dossiers as long as the mark is; what is assigned with a client is equal
 * only for the same client. What cannot be told counts as more people.
 */
import { People, type Person } from '../../shared/people.ts'
import { decide, type Policy } from '../../shared/rules/decide.ts'
import type { Situation } from '../../shared/rules/situation.ts'
import type { Stored } from '../../shared/table/record.ts'
import { type Lookup, perhaps, type Table } from '../../shared/table/table.ts'
import { situationOf } from '../kernel/authorize.ts'
import { type Share, Shares } from '../sharing/records.ts'
import { type Dossier, type DossierAccess, DossierAccesses } from './records.ts'
import { tiesTo } from './resource.ts'

type Marked = { readonly confidential?: boolean | undefined }
type Kind = 'note' | 'document'

/** An item as a decision sees it, in the dossier that it is in or would come into. */
export type Placed<K extends Kind = Kind> = {
  readonly dossier: Stored<Dossier>
  readonly item: NonNullable<Situation[K]>
}

type Reader = Pick<Table, 'load' | 'list'> & { readonly policy: Policy; readonly now: string }

/** The item as it would be in another dossier: it keeps what closed it where it was, and takes on what is there (D-08). */
export const placedIn = <K extends Kind>(to: Stored<Dossier>, { dossier, item }: Placed<K>): Placed<K> => ({
  dossier: to,
  item: { ...item, confidential: isClosed(to) || isClosed(dossier) || isClosed(item) },
})

const isClosed = ({ confidential }: Marked): boolean => confidential === true

/** Whether it is read by nobody through a wide scope (D-09). */
const isConfidential = ({ dossier, item }: Placed): boolean => isClosed(dossier) || isClosed(item)

/** Somebody who is meant by name in a dossier, and by what. */
type Named = { readonly personId: string; readonly share?: Stored<Share>; readonly access?: Stored<DossierAccess> }

/** So many people are looked at; with more, nobody knows. */
const MOST_NAMED = 100

/** Whether somebody would see an item there who does not see it here. */
export const isSeenByMore = async <K extends Kind>(
  kind: K,
  { there, here }: { readonly there: Placed<K>; readonly here: Placed<K> },
  reader: Reader,
): Promise<boolean> => {
  if (!isConfidential(there) && isConfidential(here)) return true
  if (!isConfidential(there) && there.dossier.clientId !== here.dossier.clientId) return true
  const named = await namedIn(there.dossier, kind, reader)
  if (named === undefined) return true

  const { dossierId } = here.dossier
  const found = await reader.load(lookupsOf(dossierId, named))
  return named.some(({ personId, share, access }, at) => {
    const person = found[`${at}.person`] as Stored<Person> | undefined
    if (person === undefined) return false
    const ties = Object.keys(tiesTo(dossierId, personId)).map((name) => [name, found[`${at}.${name}`]])
    const sees = ({ dossier, item }: Placed<K>, tied: object): boolean => {
      const situation = situationOf(person, { dossier, [kind]: item, ...tied }, reader.now)
      return decide(reader.policy, `${kind}.read`, situation).allowed
    }
    return sees(there, { share, access }) && !sees(here, Object.fromEntries(ties))
  })
}

/** Each of these people, and what they are to the dossier that the item is in now. */
const lookupsOf = (dossierId: string, named: readonly Named[]): Record<string, Lookup> =>
  Object.fromEntries(
    named.flatMap(({ personId }, at) => [
      [`${at}.person`, perhaps(People, { personId })],
      ...Object.entries(tiesTo(dossierId, personId)).map(([name, lookup]) => [`${at}.${name}`, lookup]),
    ]),
  )

/** Everybody who is meant by name in a dossier; `undefined` where there are too many to look at each. */
const namedIn = async (
  { dossierId, ownerId }: Dossier,
  kind: 'note' | 'document',
  { list }: Reader,
): Promise<readonly Named[] | undefined> => {
  const page = { limit: MOST_NAMED }
  const [shares, accesses] = await Promise.all([
    list<Share>(Shares.by.ofDossier, { dossierId }, page),
    // A client user reads no notes.
    kind === 'note'
      ? { items: [], cursor: null }
      : list<DossierAccess>(DossierAccesses.by.ofDossier, { dossierId }, page),
  ])
  if (shares.cursor !== null || accesses.cursor !== null) return undefined
  return [
    { personId: ownerId },
    ...shares.items.map((share) => ({ personId: share.personId, share })),
    ...accesses.items.map((access) => ({ personId: access.personId, access })),
  ]
}
