import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows the profile of a client (S-04). */
export const readClient: Handler<typeof routes.readClient> = ({ client }) => ({ view: client, version: client.version })
