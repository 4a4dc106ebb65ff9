/**
 * Every dossier keeps an Administrator (P-03). Whoever stops being one is let go only if in each of their dossiers another
 * is there, invited or active, whose access has not ended by its date; and the transaction requires that this other one is still there when it happens. So of two
 * who are let go at once, one is, without any counter that could be wrong.
 */
import { type ClientUser, People, type Person } from '../../shared/people.ts'
import { isProblem, type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, require, type Write } from '../../shared/table/table.ts'
import { type DossierAccess, DossierAccesses, isLiveAccess } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'

/** Of so many dossiers at most: two items of each are in the transaction, which holds a hundred. */
export const MOST_DOSSIERS = 40
/** A dossier has few users, and the first is an Administrator: seldom more than one page is looked through. */
const PAGE = 10

type Reader = Pick<Tools, 'list' | 'read' | 'now'>

/** Whoever is invited will act; whoever is inactive does not. */
export const isAdministrator = (person: Person | undefined): boolean =>
  person?.kind === 'client-user' && person.profile === 'client-administrator' && person.status !== 'inactive'

/** What must still be so when a user leaves a dossier: nothing where they are no Administrator of it. */
export const leaveDossier = async (
  user: Stored<ClientUser>,
  dossierId: string,
  reader: Reader,
): Promise<readonly Write[] | Problem> => (isAdministrator(user) ? requireOthers(user, [dossierId], reader) : [])

/** What must still be so when a user stops being Administrator of all their dossiers. */
export const stopAdministrating = async (
  user: Stored<ClientUser>,
  reader: Reader,
): Promise<readonly Write[] | Problem> => {
  if (!isAdministrator(user)) return []
  const dossierIds = await dossiersOf(user, reader)
  return isProblem(dossierIds) ? dossierIds : requireOthers(user, dossierIds, reader)
}

/** The index lags: where it does not tell of as many dossiers as were counted, somebody has just changed them. */
const dossiersOf = async (
  { personId, dossiers }: ClientUser,
  { list, now }: Reader,
): Promise<readonly string[] | Problem> => {
  const { items, cursor } = await list<DossierAccess>(
    DossierAccesses.by.ofPerson,
    { personId },
    { limit: MOST_DOSSIERS },
  )
  if (cursor !== null || (dossiers ?? 0) > MOST_DOSSIERS) return problem('too-many-dossiers')
  if (dossiers !== undefined && dossiers !== items.length) return problem('conflict')
  // Where their access has ended by its date they are no Administrator any more (P-12).
  return items.filter((access) => isLiveAccess(access, now)).map(({ dossierId }) => dossierId)
}

const requireOthers = async (
  { personId }: ClientUser,
  dossierIds: readonly string[],
  reader: Reader,
): Promise<readonly Write[] | Problem> => {
  const others = await Promise.all(dossierIds.map((dossierId) => findAnother(dossierId, personId, reader)))
  if (others.includes(undefined)) return problem('last-administrator')
  const found = others.filter((other) => other !== undefined)
  const people = new Map(found.map(({ person }) => [person.personId, person]))
  return [
    ...found.map(({ access }) => require(DossierAccesses, access)),
    ...[...people.values()].map((person) => require(People, person)),
  ]
}

/** Whether nobody is Administrator of a dossier at this moment. */
export const isWithoutAdministrator = async (dossierId: string, reader: Reader): Promise<boolean> =>
  (await findAnother(dossierId, '', reader)) === undefined

type Other = { readonly access: Stored<DossierAccess>; readonly person: Stored<Person> }

/** An Administrator of a dossier other than this one; the accesses and the people are read consistently. */
const findAnother = async (
  dossierId: string,
  than: string,
  { list, read, now }: Reader,
  after?: string,
): Promise<Other | undefined> => {
  const from = { limit: PAGE, ...(after === undefined ? {} : { cursor: after }) }
  const { items, cursor } = await list<DossierAccess>(DossierAccesses.by.ofDossier, { dossierId }, from)
  const others = items.filter((access) => access.personId !== than && isLiveAccess(access, now))
  const people =
    others.length === 0
      ? {}
      : await read(Object.fromEntries(others.map(({ personId }) => [personId, perhaps(People, { personId })])))
  for (const access of others) {
    const person = people[access.personId]
    if (person !== undefined && isAdministrator(person)) return { access, person }
  }
  return cursor === null ? undefined : findAnother(dossierId, than, { list, read, now }, cursor)
}
