import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Shows a member as their colleagues see them; a client user is no member, and is not found here. */
export const readMember: Handler<typeof routes.readMember> = ({ member }) =>
  member.kind === 'member' ? { view: member, version: member.version } : problem('not-found')
