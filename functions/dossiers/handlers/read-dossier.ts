import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showSeen } from '../show-dossier.ts'

/** Shows a dossier: what it is, whose, and how wide its portal is; or its card (D-01, D-09). */
export const readDossier: Handler<typeof routes.readDossier> = ({ dossier, access, share, assignment, may }) => ({
  view: showSeen({ dossier, access, share, assignment }, may),
  version: dossier.version,
})
