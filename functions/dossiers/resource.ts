import { resource } from '../../shared/contract/resource.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { ClientAssignments } from '../clients/records.ts'
import { Shares } from '../sharing/records.ts'
import { DossierAccesses, Dossiers } from './records.ts'

/** What a person is to a dossier, beside owning it or answering for it: each key follows from the two ids. */
export const tiesTo = (dossierId: string, personId: string) => ({
  access: perhaps(DossierAccesses, { dossierId, personId }),
  share: perhaps(Shares, { dossierId, personId }),
  assignment: perhaps(ClientAssignments, { clientId: dossierId, personId }),
})

/** A dossier, with what the actor is to it. */
export const dossier = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { dossierId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
