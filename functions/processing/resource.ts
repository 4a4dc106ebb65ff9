import { resource } from '../../shared/contract/resource.ts'
import { the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { Parties } from './records.ts'

/** A supplier or customer, with its dossier and what the actor is to that: decided on as all of the dossier's are. */
export const party = resource({
  kind: 'dossier',
  known: 'party.read',
  load: ({ params: { dossierId = '', partyId = '' }, actorId }) => ({
    party: the(Parties, { dossierId, partyId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
