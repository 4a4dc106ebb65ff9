/** What changes when a member's dossiers and responsibilities go to successors (D-20, D-13); see `leave-spaces.ts` for spaces. */
import { type DomainEvent, event } from '../../shared/events.ts'
import { isActiveColleague, isActivePractitioner } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Found, Move } from '../dossiers/move-dossier.ts'
import type { DossierItem, HandOverItem } from './hand-over-items.ts'
import { type FoundSpaces, whyNotLeaveSpace } from './leave-spaces.ts'

/** The first item that cannot be handed over, and why: it is not theirs any more, or not for this successor. */
export const whyNotHandOver = (
  personId: string,
  items: readonly HandOverItem[],
  found: Found,
  foundSpaces: FoundSpaces,
): Problem | undefined => {
  for (const [at, item] of items.entries()) {
    if (item.kind === 'collaborative-space') {
      const refused = whyNotLeaveSpace(personId, item, at, foundSpaces)
      if (refused !== undefined) return refused
      continue
    }
    const { kind, dossierId, successorId } = item
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

/** What becomes of each dossier: to whom it goes, and who is to answer its access requests. */
export const movesOf = (items: readonly DossierItem[]): readonly Move[] =>
  [...Map.groupBy(items, ({ dossierId }) => dossierId)].map(([dossierId, ofDossier]) => {
    const to = (wanted: DossierItem['kind']): string | undefined =>
      ofDossier.find(({ kind }) => kind === wanted)?.successorId
    return { dossierId, ownerId: to('dossier'), responsibleId: to('responsibility') }
  })

/** One event for each successor, who is told by mail. */
export const tellSuccessors = (from: string, items: readonly DossierItem[]): readonly DomainEvent[] =>
  [...Map.groupBy(items, ({ successorId }) => successorId)].map(([to, theirs]) => {
    const of = (wanted: DossierItem['kind']): string[] =>
      theirs.filter(({ kind }) => kind === wanted).map(({ dossierId }) => dossierId)
    return event('dossiers-handed-over', { from, to, owned: of('dossier'), answered: of('responsibility') })
  })
