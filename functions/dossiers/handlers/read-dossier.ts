import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows a dossier: what it is, whose, and how wide its portal is (D-01). */
export const readDossier: Handler<typeof routes.readDossier> = ({ dossier }) => ({
  view: dossier,
  version: dossier.version,
})
