import type { Handler } from '../../kernel/handler.ts'
import { changeState } from '../change-state.ts'
import type { routes } from '../routes.ts'

/** Makes a closed or archived dossier active again (D-01). */
export const reopenDossier: Handler<typeof routes.reopenDossier> = (context) => changeState(context, 'active')
