import { serve } from '../kernel/serve.ts'
import { explainInDossier } from './handlers/explain-in-dossier.ts'
import { explainPerson } from './handlers/explain-person.ts'
import { explainSelf } from './handlers/explain-self.ts'
import { listOwnReach } from './handlers/list-own-reach.ts'
import { listReach } from './handlers/list-reach.ts'
import { listWhoCanInDossier } from './handlers/list-who-can-in-dossier.ts'
import { listWhoCanInSettings } from './handlers/list-who-can-in-settings.ts'
import { listWhoCanInSpace } from './handlers/list-who-can-in-space.ts'
import { listWhoCanWithClient } from './handlers/list-who-can-with-client.ts'
import { simulateAssignment } from './handlers/simulate-assignment.ts'
import { simulateConfidentiality } from './handlers/simulate-confidentiality.ts'
import { simulateConfiguration } from './handlers/simulate-configuration.ts'
import { simulateDeactivation } from './handlers/simulate-deactivation.ts'
import { simulateEndOfShare } from './handlers/simulate-end-of-share.ts'
import { simulateProfile } from './handlers/simulate-profile.ts'
import { simulateRoles } from './handlers/simulate-roles.ts'
import { simulateShare } from './handlers/simulate-share.ts'
import { simulateSheet } from './handlers/simulate-sheet.ts'
import { simulateUnassignment } from './handlers/simulate-unassignment.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  explainSelf,
  explainPerson,
  explainInDossier,
  listWhoCanInDossier,
  listWhoCanWithClient,
  listWhoCanInSpace,
  listWhoCanInSettings,
  listOwnReach,
  listReach,
  simulateSheet,
  simulateRoles,
  simulateDeactivation,
  simulateAssignment,
  simulateUnassignment,
  simulateShare,
  simulateEndOfShare,
  simulateConfiguration,
  simulateConfidentiality,
  simulateProfile,
})
