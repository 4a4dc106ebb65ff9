import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** The whole sheet of a member, with the version that a change names in If-Match; a guest has none (S-08, C-05). */
export const readSheet: Handler<typeof routes.readSheet> = ({ member }) =>
  member.kind === 'member' && !member.roles.includes('guest')
    ? { view: member.sheet, version: member.version }
    : problem('not-found')
