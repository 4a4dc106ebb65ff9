import type { Handler } from '../../kernel/handler.ts'
import { changeState } from '../change-state.ts'
import type { routes } from '../routes.ts'

/** Archives a client: no new dossier is made for it, and everything of it stays readable (S-04). */
export const archiveClient: Handler<typeof routes.archiveClient> = ({ client }) => changeState(client, 'archived')
