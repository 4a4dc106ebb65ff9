import { isProblem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import { inviteMember } from '../invite-member.ts'
import type { routes } from '../routes.ts'

/** Adds a member with their sheet; they activate their account by the link they are mailed (S-01, C-02). */
export const addMember: Handler<typeof routes.addMember> = async ({ actor, input, read, now, newId }) => {
  const invited = await inviteMember({ read, now, newId }, { by: actor.personId, ...input })
  if (isProblem(invited)) return invited
  const { member, writes, events } = invited
  return { view: member, version: 1, writes, events }
}
