import * as z from 'zod/mini'
import { organisation } from '../../shared/contract/resource.ts'
import { route } from '../../shared/contract/route.ts'
import { nothing, sheetOfRights } from '../../shared/contract/schemas.ts'
import { roleNames } from '../../shared/roles.ts'
import { sheetDefault, workspace } from './resource.ts'

const SheetDefaultView = z.object({
  role: z.enum(roleNames),
  sheet: sheetOfRights,
  /** Whether the organisation chose it; else it is the built-in one. */
  chosen: z.boolean(),
})

const choices = {
  /** Whether members are let know that a dossier exists which they may not open (D-22). */
  dossiersMet: z.boolean(),
}

export const routes = {
  readWorkspace: route('GET /v1/settings/workspace', {
    summary: 'Read what the organisation chose for all of its dossiers',
    action: 'settings.read',
    on: workspace,
    input: nothing,
    output: z.object(choices),
    uses: { table: 'read' },
  }),
  changeWorkspace: route('PUT /v1/settings/workspace', {
    summary: 'Choose for all dossiers whether members who may not open one may know that it exists',
    action: 'settings.change',
    on: workspace,
    input: z.strictObject(choices),
    output: z.object(choices),
    problems: ['conflict', 'precondition-failed'],
    uses: { table: 'write' },
    repeatable: true,
  }),
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
