import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { nothing, sheetOfRights } from '../../shared/contract/schemas.ts'
import { roleNames } from '../../shared/roles.ts'
import { sheetDefault } from './resource.ts'

const SheetDefaultView = z.object({
  role: z.enum(roleNames),
  sheet: sheetOfRights,
  /** Whether the organisation chose it; else it is the built-in one. */
  chosen: z.boolean(),
})

export const routes = {
  readSheetDefaults: route('GET /v1/settings/sheet-defaults', {
    summary: 'Read the sheet that new members are given, for each role',
    action: 'settings.read',
    on: organisation,
    input: nothing,
    output: z.object({ items: z.array(SheetDefaultView) }),
    uses: { table: 'read' },
  }),
  changeSheetDefault: route('PUT /v1/settings/sheet-defaults/{role}', {
    summary: 'Choose the sheet that new members with a role are given',
    description: 'Members who are there already keep theirs.',
    action: 'settings.change',
    on: sheetDefault,
    input: sheetOfRights,
    output: SheetDefaultView,
    problems: ['not-found', 'edit-exceeds-view', 'conflict', 'precondition-failed'],
    uses: { table: 'write' },
  }),
}
