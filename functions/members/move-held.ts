/** What changes when a member's dossiers and responsibilities go to successors (D-20, D-13). */
import { type DomainEvent, event } from '../../shared/events.ts'
import {
  Holdings,
  holdMore,
  isActiveColleague,
  isActivePractitioner,
  People,
  type Person,
} from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Stored } from '../../shared/table/record.ts'
import { perhaps, remove, require, update, type Write } from '../../shared/table/table.ts'
import { assignFor, type ClientAssignment, ClientAssignments } from '../clients/records.ts'
import { type Dossier, Dossiers, type Naming } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'
import { type Share, Shares } from '../sharing/records.ts'
import type { HandOverItem } from './hand-over-items.ts'

/** All that the items are about, as it is now: one read. */
export const readHeld = async (personId: string, items: readonly HandOverItem[], read: Tools['read']) => {
  const found = (await read(
    Object.fromEntries(
      items.flatMap(({ dossierId, successorId }) => [
        [`dossier ${dossierId}`, perhaps(Dossiers, { dossierId })],
        [`person ${successorId}`, perhaps(People, { personId: successorId })],
        [`holdings ${successorId}`, perhaps(Holdings, { personId: successorId })],
        [`share ${dossierId} ${successorId}`, perhaps(Shares, { dossierId, personId: successorId })],
        ...[personId, successorId].map((one) => [
          `assignment ${dossierId} ${one}`,
          perhaps(ClientAssignments, { clientId: dossierId, personId: one }),
        ]),
      ]),
    ),
  )) as Readonly<Record<string, unknown>>
  return {
    dossier: (dossierId: string) => found[`dossier ${dossierId}`] as Stored<Dossier> | undefined,
    person: (of: string) => found[`person ${of}`] as Stored<Person> | undefined,
    holdings: (of: string) => found[`holdings ${of}`] as Stored<Holdings> | undefined,
    share: (dossierId: string, of: string) => found[`share ${dossierId} ${of}`] as Stored<Share> | undefined,
    assignment: (dossierId: string, of: string) =>
      found[`assignment ${dossierId} ${of}`] as Stored<ClientAssignment> | undefined,
  }
}
type Found = Awaited<ReturnType<typeof readHeld>>

/** The first item that cannot be handed over, and why: it is not theirs any more, or not for this successor. */
export const whyNotHandOver = (personId: string, items: readonly HandOverItem[], found: Found): Problem | undefined => {
  for (const [at, { kind, dossierId, successorId }] of items.entries()) {
    const dossier = found.dossier(dossierId)
    const holder = kind === 'dossier' ? dossier?.ownerId : dossier?.responsibleId
    if (holder !== personId)
      return problem('inventory-changed', { errors: [{ pointer: `#/items/${at}`, detail: dossierId }] })
    const successor = found.person(successorId)
    const isEligible = kind === 'dossier' ? isActivePractitioner(successor) : isActiveColleague(successor)
    if (!isEligible || successorId === personId)
      return problem('successor-not-eligible', {
        errors: [{ pointer: `#/items/${at}/successorId`, detail: successorId }],
      })
  }
  return undefined
}

/** Every write of the hand-over, each item once: dossiers, assignments, shares, and what everybody holds. */
export const moveHeld = (
  personId: string,
  holdings: Stored<Holdings> | undefined,
  items: readonly HandOverItem[],
  found: Found,
  named: Naming,
): readonly Write[] => [
  ...[...Map.groupBy(items, ({ dossierId }) => dossierId)].map(([dossierId, ofDossier]) =>
    update(Dossiers, found.dossier(dossierId) as Stored<Dossier>, holdersAfter(ofDossier, named)),
  ),
  ...moveAssignments(personId, items, found),
  // An owner is no collaborator of their own dossier.
  ...items.flatMap(({ kind, dossierId, successorId }) => {
    const share = found.share(dossierId, successorId)
    return kind === 'dossier' && share !== undefined ? [remove(Shares, share)] : []
  }),
  holdMore(holdings, personId, countOf(items, -1)),
  ...[...Map.groupBy(items, ({ successorId }) => successorId)].flatMap(([successorId, theirs]) => [
    holdMore(found.holdings(successorId), successorId, countOf(theirs, 1)),
    // Whoever is deactivated, or loses the role, at the same moment is handed nothing.
    require(People, found.person(successorId) as Stored<Person>),
  ]),
]

/** One event for each successor, who is told by mail. */
export const tellSuccessors = (from: string, items: readonly HandOverItem[]): readonly DomainEvent[] =>
  [...Map.groupBy(items, ({ successorId }) => successorId)].map(([to, theirs]) => {
    const of = (wanted: HandOverItem['kind']): string[] =>
      theirs.filter(({ kind }) => kind === wanted).map(({ dossierId }) => dossierId)
    return event('dossiers-handed-over', { from, to, owned: of('dossier'), answered: of('responsibility') })
  })

const holdersAfter = (ofDossier: readonly HandOverItem[], named: Naming): Partial<Dossier> =>
  Object.assign(
    {},
    ...ofDossier.map(({ kind, successorId }) =>
      kind === 'dossier'
        ? { ownerId: successorId, ownerNamed: named }
        : { responsibleId: successorId, responsibleNamed: named },
    ),
  )

const countOf = (items: readonly HandOverItem[], each: 1 | -1): Pick<Holdings, 'dossiers' | 'responsibilities'> => {
  const dossiers = items.filter(({ kind }) => kind === 'dossier').length
  return { dossiers: each * dossiers, responsibilities: each * (items.length - dossiers) }
}

/** Who owned counts as assigned to the client no more by this dossier, and who owns it now does (S-12). */
const moveAssignments = (personId: string, items: readonly HandOverItem[], found: Found): readonly Write[] => {
  const moved = items.filter(({ kind }) => kind === 'dossier')
  const byClient = Map.groupBy(moved, ({ dossierId }) => found.dossier(dossierId)?.clientId ?? '')
  return [...byClient].flatMap(([clientId, ofClient]) => {
    const gone = ofClient.map(({ dossierId }) => dossierId)
    const people = new Set([personId, ...ofClient.map(({ successorId }) => successorId)])
    return [...people].flatMap((one) => {
      // The same item under each dossier of the client.
      const before = gone.map((dossierId) => found.assignment(dossierId, one)).find((item) => item !== undefined)
      const theirs = ofClient.filter(({ successorId }) => successorId === one).map(({ dossierId }) => dossierId)
      const others = (before?.dossierIds ?? []).filter((dossierId) => !gone.includes(dossierId))
      return assignFor(before, { clientId, personId: one }, { dossierIds: [...others, ...theirs] })
    })
  })
}
