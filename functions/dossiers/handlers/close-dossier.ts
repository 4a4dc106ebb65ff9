import type { Handler } from '../../kernel/handler.ts'
import { changeState } from '../change-state.ts'
import type { routes } from '../routes.ts'

/** Closes a dossier; from then on it is read only (D-01, D-14). */
export const closeDossier: Handler<typeof routes.closeDossier> = (context) => changeState(context, 'closed')
