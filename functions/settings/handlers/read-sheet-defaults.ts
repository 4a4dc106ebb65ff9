import type { Handler } from '../../kernel/handler.ts'
import { defaultsOf, rolesWithSheet, sheetOfRole } from '../default-sheet.ts'
import type { routes } from '../routes.ts'

/** The default sheet of every role but the guest's, who has none (S-01). */
export const readSheetDefaults: Handler<typeof routes.readSheetDefaults> = async ({ read }) => {
  const found = await read(defaultsOf(rolesWithSheet))
  const items = rolesWithSheet.map((role) => ({
    role,
    sheet: sheetOfRole(role, found),
    chosen: found[`default.${role}`] !== undefined,
  }))
  return { view: { items } }
}
