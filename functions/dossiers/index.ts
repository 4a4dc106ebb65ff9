import { serve } from '../kernel/serve.ts'
import { configureDossier } from './handlers/configure-dossier.ts'
import { createDossier } from './handlers/create-dossier.ts'
import { listDossiers } from './handlers/list-dossiers.ts'
import { readDossier } from './handlers/read-dossier.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { createDossier, listDossiers, readDossier, configureDossier })
