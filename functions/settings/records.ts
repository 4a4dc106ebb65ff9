import type { Role } from '../../shared/roles.ts'
import type { Sheet } from '../../shared/sheet.ts'
import { record } from '../../shared/table/record.ts'

/** What the organisation chose as the sheet of new members with a role (S-01). */
export type SheetDefault = { readonly role: Role; readonly sheet: Sheet }

export const SheetDefaults = record<SheetDefault>()({
  name: 'sheet-default',
  holds: 'The sheet that new members with a role are given, where the organisation chose one.',
  key: ({ role }: { role: string }) => ({ pk: 'ORGANISATION', sk: `SHEET-DEFAULT#${role}` }),
  by: {},
})
