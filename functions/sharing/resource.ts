import { resource } from '../../shared/contract/resource.ts'
import { People } from '../../shared/people.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { Shares } from './records.ts'

/**
 * A share that there is, or may be from now on: of which dossier, with whom, and what the actor is to the dossier. Person
 * and share need not exist, so that nobody but who manages the shares learns from an answer whether they do.
 */
export const share = resource({
  kind: 'share',
  known: 'dossier.know',
  load: ({ params: { dossierId = '', personId = '' }, actorId }) => ({
    // Not `share`: that is the name of what the dossier shares with whoever acts.
    givenShare: perhaps(Shares, { dossierId, personId }),
    grantee: perhaps(People, { personId }),
    dossier: the(Dossiers, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})
