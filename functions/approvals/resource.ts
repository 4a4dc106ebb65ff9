import { resource } from '../../shared/contract/resource.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { PortalSettingsOf } from '../portal/records.ts'

/** The approval rules of a dossier. They come first: theirs is the version that a change names. */
export const rulesOfDossier = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { dossierId = '' }, actorId }) => ({
    settings: perhaps(PortalSettingsOf, { dossierId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
