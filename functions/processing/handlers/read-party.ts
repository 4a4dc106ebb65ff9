import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows a supplier or customer. */
export const readParty: Handler<typeof routes.readParty> = ({ party }) => ({ view: party, version: party.version })
