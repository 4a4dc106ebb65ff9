import type { Member } from '../../shared/people.ts'
import type { Role } from '../../shared/roles.ts'
import { guestSheet, type Sheet } from '../../shared/sheet.ts'
import type { Tools } from '../kernel/handler.ts'
import { defaultSheet, defaultsOf } from './default-sheet.ts'

/**
 * The sheet that goes with new roles: a member who becomes a guest keeps none, a guest who becomes a member starts with
 * the default of their roles, everybody else keeps theirs.
 */
export const sheetAfter = async (member: Member, roles: readonly Role[], read: Tools['read']): Promise<Sheet> => {
  if (roles.includes('guest')) return guestSheet
  return member.roles.includes('guest') ? defaultSheet(roles, await read(defaultsOf(roles))) : member.sheet
}
