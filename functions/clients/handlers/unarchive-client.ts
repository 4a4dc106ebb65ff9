import type { Handler } from '../../kernel/handler.ts'
import { changeState } from '../change-state.ts'
import type { routes } from '../routes.ts'

/** Makes an archived client active again (S-04). */
export const unarchiveClient: Handler<typeof routes.unarchiveClient> = ({ client }) => changeState(client, 'active')
