/** Who says when they are absent, as B-11 says it; written without reading the rules. */
import { allowed, type Cases, everyoneActive } from '../../shared/rules/cases.ts'

export const cases = {
  // Whoever may be asked for something may be absent: guests and client users included, each for themself.
  'absence.read': [allowed('B-11', everyoneActive)],
  'absence.set': [allowed('B-11', everyoneActive)],
} as const satisfies Cases
