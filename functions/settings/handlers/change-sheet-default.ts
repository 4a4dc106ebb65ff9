import { problem } from '../../../shared/problems.ts'
import { create, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { rolesWithSheet } from '../default-sheet.ts'
import { SheetDefaults } from '../records.ts'
import { refuseTooWide } from '../refuse-too-wide.ts'
import type { routes } from '../routes.ts'

/** Chooses the sheet of new members with a role; nobody who is there already gains or loses anything (S-01). */
export const changeSheetDefault: Handler<typeof routes.changeSheetDefault> = ({ params, chosen, input: sheet }) => {
  const role = rolesWithSheet.find((one) => one === params.role)
  if (role === undefined) return problem('not-found')
  const tooWide = refuseTooWide(sheet, '#')
  if (tooWide !== undefined) return tooWide
  return {
    view: { role, sheet, chosen: true },
    version: (chosen?.version ?? 0) + 1,
    writes: [chosen === undefined ? create(SheetDefaults, { role, sheet }) : update(SheetDefaults, chosen, { sheet })],
  }
}
