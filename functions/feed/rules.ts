import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'feed.read/oneself',
    action: 'feed.read',
    on: 'organisation',
    allow: 'oneself',
    source: 'D-05',
    en: 'Everyone has a feed of what happened that concerns them, and sees their own alone.',
    fr: "Chacun a un fil de ce qui s'est passé et qui le concerne, et ne voit que le sien.",
  },
  {
    id: 'mail-preference.read/oneself',
    action: 'mail-preference.read',
    on: 'organisation',
    allow: 'oneself',
    source: 'B-06',
    en: 'Everyone sees which mails they have chosen to get.',
    fr: 'Chacun voit quels courriels il a choisi de recevoir.',
  },
  {
    id: 'mail-preference.change/oneself',
    action: 'mail-preference.change',
    on: 'organisation',
    allow: 'oneself',
    source: 'B-06',
    en: 'Everyone chooses which mails they get, for themself alone.',
    fr: 'Chacun choisit quels courriels il reçoit, pour lui seul.',
  },
] as const satisfies readonly Rule[]
