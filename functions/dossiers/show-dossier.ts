/** What is shown of a dossier: all that it is to whoever may read it, a card to whoever may only know of it (D-09). */
import type { Tools } from '../kernel/handler.ts'
import { labelOf } from './contents.ts'
import type { Reached } from './dossiers-of.ts'
import type { Dossier } from './records.ts'

/** What one may know of a dossier without reading it: number, owner, state and label. */
const cardOf = ({ dossierId, number, ownerId, state, ...dossier }: Dossier) => ({
  dossierId,
  number,
  ownerId,
  state,
  label: labelOf(dossier),
})

export const showDossier = (dossier: Dossier) => ({
  ...cardOf(dossier),
  clientId: dossier.clientId,
  clientName: dossier.clientName,
  responsibleId: dossier.responsibleId,
  answeredBy: dossier.answeredBy ?? 'member',
  clientGroupId: dossier.clientGroupId ?? null,
  modules: dossier.modules,
  confidential: dossier.confidential === true,
  contents: dossier.contents ?? { open: 0, confidential: 0 },
  createdAt: dossier.createdAt,
  changedAt: changedAtOf(dossier),
})

/** A card says nothing of what one may not read, not even that it is empty. */
const showCard = (dossier: Dossier) => ({
  ...cardOf(dossier),
  clientId: null,
  clientName: null,
  responsibleId: null,
  answeredBy: null,
  clientGroupId: null,
  modules: null,
  confidential: null,
  contents: null,
  createdAt: null,
  changedAt: null,
})

/** As much of a dossier as somebody who may know of it may see. */
export const showSeen = (reached: Reached, may: Tools['may']) =>
  may('dossier.read', reached) ? showDossier(reached.dossier) : showCard(reached.dossier)

/** One that was made before changes were dated has not changed since, as far as anybody knows. */
export const changedAtOf = ({ changedAt, createdAt }: Pick<Dossier, 'changedAt' | 'createdAt'>): string =>
  changedAt ?? createdAt
