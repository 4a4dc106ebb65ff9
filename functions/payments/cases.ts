/** Who keeps the account numbers of a dossier, as the requirements say it; written without reading the rules. */
import { active, allowed, type Cases, owners, P04 } from '../../shared/rules/cases.ts'

export const cases = {
  // The financial menu is seen by three profiles; what is set in a dossier is set by its Administrator. The owner owns.
  'financial.change': [
    allowed('P-04', P04['dossier settings'](), {
      ...active,
      modules: ['all', 'without figures', 'without history', 'without payment'],
    }),
    allowed('D-01', owners, active),
  ],
} as const satisfies Cases
