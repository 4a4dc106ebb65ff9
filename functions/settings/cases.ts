/** Who may see and change the workspace settings, as the sheet's last row says it; written without reading the rules. */
import { allowed, type Cases, editSettings, viewSettings } from '../../shared/rules/cases.ts'

export const cases = {
  // | workspace settings | none · all | none · all |
  'settings.read': [allowed('S-08', viewSettings)],
  'settings.change': [allowed('S-08', editSettings)],
} as const satisfies Cases
