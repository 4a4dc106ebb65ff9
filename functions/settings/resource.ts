import { resource } from '../../shared/contract/resource.ts'
import { perhaps } from '../../shared/table/table.ts'
import { SheetDefaults, Workspaces } from './records.ts'

/** The default sheet of a role, where the organisation chose one. */
export const sheetDefault = resource({
  kind: 'organisation',
  known: null,
  load: ({ params: { role = '' } }) => ({ chosen: perhaps(SheetDefaults, { role }) }),
})

/** What the organisation chose for all of its dossiers. */
export const workspace = resource({
  kind: 'organisation',
  known: null,
  load: () => ({ workspace: perhaps(Workspaces, {}) }),
})
