import type { Tools } from '../kernel/handler.ts'
import type { Reached } from './dossiers-of.ts'
import type { Filter } from './filters.ts'

/** Which dossiers somebody's list holds: what lists and counts decide by alike, so that their numbers agree. */
export const seenBy = (may: Tools['may'], { changedSince }: Filter) => ({
  seesAll: may('dossier.know', {}),
  // When it changed is nothing that a card says, so it is not found by that either (D-09).
  shows: (reached: Reached): boolean => may(changedSince === undefined ? 'dossier.know' : 'dossier.read', reached),
})
