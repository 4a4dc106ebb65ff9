import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows whoever asks who they are: a member with roles and sheet, a client user with their profile (C-07, P-01). */
export const readSelf: Handler<typeof routes.readSelf> = ({ actor }) => ({ view: actor, version: actor.version })
