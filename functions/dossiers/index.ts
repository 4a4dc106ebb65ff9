import { serve } from '../kernel/serve.ts'
import { archiveDossier } from './handlers/archive-dossier.ts'
import { closeDossier } from './handlers/close-dossier.ts'
import { configureDossier } from './handlers/configure-dossier.ts'
import { countDossiers } from './handlers/count-dossiers.ts'
import { createDossier } from './handlers/create-dossier.ts'
import { listConfidentialReads } from './handlers/list-confidential-reads.ts'
import { listDossiers } from './handlers/list-dossiers.ts'
import { readDossier } from './handlers/read-dossier.ts'
import { reopenDossier } from './handlers/reopen-dossier.ts'
import { setConfidentiality } from './handlers/set-confidentiality.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, {
  createDossier,
  listDossiers,
  countDossiers,
  readDossier,
  configureDossier,
  closeDossier,
  archiveDossier,
  reopenDossier,
  setConfidentiality,
  listConfidentialReads,
})
