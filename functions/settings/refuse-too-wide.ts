import { type Problem, problem } from '../../shared/problems.ts'
import { editExceedsView, type Sheet } from '../../shared/sheet.ts'

/** The problem of a sheet that edits what it does not view, naming each such area (S-09); `at` is where the sheet stands. */
export const refuseTooWide = (sheet: Sheet, at: string): Problem | undefined => {
  const tooWide = editExceedsView(sheet)
  if (tooWide.length === 0) return undefined
  return problem('edit-exceeds-view', {
    errors: tooWide.map((area) => ({
      pointer: `${at}/${area}/edit`,
      detail: `${sheet[area].edit} > ${sheet[area].view}`,
    })),
  })
}
