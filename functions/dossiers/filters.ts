/** Which of the dossiers that somebody reaches are asked for. */
import { type Label, labelOf } from './contents.ts'
import type { Dossier } from './records.ts'
import { changedAtOf } from './show-dossier.ts'

/** What they are to whoever asks: own, shared with them, of clients assigned to them, or any of these and others. */
export const ofWhom = ['mine', 'shared', 'assigned', 'all'] as const
export type OfWhom = (typeof ofWhom)[number]

export type Filter = {
  readonly of?: OfWhom | undefined
  readonly state?: Dossier['state'] | undefined
  readonly label?: Label | undefined
  readonly ownerId?: string | undefined
  /** Not before this moment, however precisely it is written. */
  readonly changedSince?: string | undefined
}

/** What a dossier says of itself; what it is to somebody is another matter. */
export const matches = ({ state, label, ownerId, changedSince }: Filter, dossier: Dossier): boolean =>
  (state === undefined || dossier.state === state) &&
  (label === undefined || labelOf(dossier) === label) &&
  (ownerId === undefined || dossier.ownerId === ownerId) &&
  (changedSince === undefined || Date.parse(changedAtOf(dossier)) >= Date.parse(changedSince))

/** Whether a filter leaves anything out by what dossiers say of themselves. */
export const narrows = ({ state, label, ownerId, changedSince }: Filter): boolean =>
  [state, label, ownerId, changedSince].some((one) => one !== undefined)
