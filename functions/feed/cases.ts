/** Who may see a feed and choose their mails, as D-05 and C-07 say it; written without reading the rules. */
import { allowed, type Cases, everyoneActive } from '../../shared/rules/cases.ts'

export const cases = {
  // Everybody's own, guests and client users included: what happened that concerns them.
  'feed.read': [allowed('D-05', everyoneActive)],
  // Held by the person themself.
  'mail-preference.read': [allowed('C-07', everyoneActive)],
  'mail-preference.change': [allowed('C-07', everyoneActive)],
} as const satisfies Cases
