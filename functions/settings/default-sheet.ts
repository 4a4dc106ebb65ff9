import { type Role, roleNames } from '../../shared/roles.ts'
import { fullSheet, guestSheet, practitionerSheet, type Sheet, widestOf } from '../../shared/sheet.ts'
import { type Lookup, perhaps } from '../../shared/table/table.ts'
import { type SheetDefault, SheetDefaults } from './records.ts'

/** The roles whose new members are given a sheet: a guest has none. */
export const rolesWithSheet: readonly Role[] = roleNames.filter((role) => role !== 'guest')

/** What new members with a role are given where the organisation chose nothing. */
export const builtInSheet = (role: Role): Sheet => (role === 'administrator' ? fullSheet : practitionerSheet)

/** What has to be read to know the default sheet of these roles. */
export const defaultsOf = (roles: readonly Role[]): Readonly<Record<string, Lookup<SheetDefault, false>>> =>
  Object.fromEntries(roles.map((role) => [`default.${role}`, perhaps(SheetDefaults, { role })]))

type Found = Readonly<Record<string, object | undefined>>

/** The default sheet of a role: the organisation's choice, or the built-in one. */
export const sheetOfRole = (role: Role, found: Found): Sheet =>
  (found[`default.${role}`] as SheetDefault | undefined)?.sheet ?? builtInSheet(role)

/** The sheet of a new member: the widest of their roles' defaults, area by area (S-01); a guest has none. */
export const defaultSheet = (roles: readonly Role[], found: Found = {}): Sheet =>
  roles.includes('guest') ? guestSheet : roles.map((role) => sheetOfRole(role, found)).reduce(widestOf)
