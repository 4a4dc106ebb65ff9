import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'account.activate/link-holder',
    action: 'account.activate',
    on: 'link',
    allow: 'link holder',
    when: ['link is live', 'link activates an account', 'actor is invited'],
    source: 'C-02',
    en: 'Whoever was invited activates their account, once, by the live link that was mailed to them.',
    fr: 'Qui est invité active son compte, une fois, par le lien encore valable qui lui a été envoyé.',
  },
] as const satisfies readonly Rule[]
