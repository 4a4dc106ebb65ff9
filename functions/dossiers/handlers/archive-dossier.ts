import type { Handler } from '../../kernel/handler.ts'
import { changeState } from '../change-state.ts'
import type { routes } from '../routes.ts'

/** Archives a closed dossier (D-01). */
export const archiveDossier: Handler<typeof routes.archiveDossier> = (context) => changeState(context, 'archived')
