import type { ClientAssignment } from './records.ts'

/** Why a member counts as assigned to a client, as it is shown; without any reason they are not assigned. */
export const showReasons = ({ assigned, dossierIds }: Pick<ClientAssignment, 'assigned' | 'dossierIds'>) => ({
  assigned,
  ownedDossiers: dossierIds.length,
})
