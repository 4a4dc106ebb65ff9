import { resource } from '../../shared/contract/resource.ts'
import { perhaps } from '../../shared/table/table.ts'
import { SheetDefaults } from './records.ts'

/** The default sheet of a role, where the organisation chose one. */
export const sheetDefault = resource({
  kind: 'organisation',
  known: null,
  load: ({ params: { role = '' } }) => ({ chosen: perhaps(SheetDefaults, { role }) }),
})
