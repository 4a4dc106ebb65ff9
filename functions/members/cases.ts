/** Who may do what with members, as the requirements say it; written without reading the rules. */
import { allowed, type Cases, everyoneActive, staff } from '../../shared/rules/cases.ts'

export const cases = {
  // A guest must never see the directory, whatever their sheet says; client users have no part in it.
  'member.list': [allowed('C-05', staff)],
  'member.read': [allowed('C-05', staff)],
  // The sheet is set for new members, and only those who may edit workspace settings set sheets.
  'member.add': [allowed('S-02', ['administrator', 'settings editor'])],
  'member.read-self': [allowed('C-07', everyoneActive)],
} as const satisfies Cases
