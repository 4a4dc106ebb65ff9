import { serve } from '../kernel/serve.ts'
import { explainInDossier } from './handlers/explain-in-dossier.ts'
import { explainPerson } from './handlers/explain-person.ts'
import { explainSelf } from './handlers/explain-self.ts'
import { listWhoCanInDossier } from './handlers/list-who-can-in-dossier.ts'
import { listWhoCanInSettings } from './handlers/list-who-can-in-settings.ts'
import { listWhoCanWithClient } from './handlers/list-who-can-with-client.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  explainSelf,
  explainPerson,
  explainInDossier,
  listWhoCanInDossier,
  listWhoCanWithClient,
  listWhoCanInSettings,
})
