import { event } from '../../shared/events.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { perhaps, update } from '../../shared/table/table.ts'
import type { Context, Outcome } from '../kernel/handler.ts'
import { OfferClaims } from '../offers/records.ts'
import { readOffers, withdrawOffers } from './move-dossier.ts'
import { Dossiers } from './records.ts'
import type { routes } from './routes.ts'
import { showDossier } from './show-dossier.ts'
import { type DossierState, mayMove } from './states.ts'

type Moving = Pick<Context<typeof routes.closeDossier>, 'dossier' | 'actor' | 'read' | 'now'>

/**
 * Puts a dossier into another state (D-01). What is no longer active is offered to nobody: a pending offer ends in the
 * same transaction (D-14). In a state that it is in already, nothing is written and nobody is told again.
 */
export const changeState = async (
  { dossier, actor, read, now }: Moving,
  state: DossierState,
): Promise<Outcome<typeof routes.closeDossier> | Problem> => {
  if (dossier.state === state) return { view: showDossier(dossier), version: dossier.version }
  if (!mayMove(dossier.state, state)) return problem('move-not-allowed')

  const { dossierId } = dossier
  const { personId: by } = actor
  const { claim } = await read({ claim: perhaps(OfferClaims, { dossierId }) })
  const pending = await readOffers(state === 'active' || claim === undefined ? [] : [claim], read)
  const offers = withdrawOffers(pending, { at: now, by })
  return {
    view: showDossier({ ...dossier, state, changedAt: now }),
    version: dossier.version + 1,
    writes: [update(Dossiers, dossier, { state }), ...offers.writes],
    events: [event('dossier-state-changed', { dossierId, state, by }), ...offers.events],
  }
}
