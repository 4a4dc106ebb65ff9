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

const days = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))

/** Whether members are let know that a dossier exists which they may not open (D-22). */
const dossiersMet = z.boolean()
/** How many days an access request waits for its verdict. */
const requestDays = days(1, 90)
/** How many days an access lasts that a request gave, from the grant on; `null` for no end. */
const accessDays = z.nullable(days(1, 3650))
/** How many days after a refusal the same access may be asked for again. */
const refusalPauseDays = days(0, 365)

const Choices = z.object({ dossiersMet, requestDays, accessDays, refusalPauseDays })

export const routes = {
  readWorkspace: route('GET /v1/settings/workspace', {
    summary: 'Read what the organisation chose for all of its dossiers',
    action: 'settings.read',
    on: workspace,
    input: nothing,
    output: Choices,
    uses: { table: 'read' },
  }),
  changeWorkspace: route('PUT /v1/settings/workspace', {
    summary: 'Choose for all dossiers whether they may be met, and how long requests and accesses last',
    description: 'What is left out of the times stays as it is. They count for what happens from then on.',
    action: 'settings.change',
    on: workspace,
    input: z.strictObject({
      dossiersMet,
      requestDays: z.optional(requestDays),
      accessDays: z.optional(accessDays),
      refusalPauseDays: z.optional(refusalPauseDays),
    }),
    output: Choices,
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
