/** Who may act by an activation link: the line came with the rule, and was held against C-02 and D-06 afterwards. */
import { allowed, type Cases, personas } from '../../shared/rules/cases.ts'

export const cases = {
  // A one-time activation link serves whoever was invited and has no password yet: an older invitation changes nobody's
  // password later on, and a deactivated person is not brought back by an old mail.
  'account.activate': [
    allowed(
      'C-02',
      personas.filter((persona) => persona.endsWith(', invited')),
      { holder: ['oneself'], purpose: ['this'], link: ['live'] },
    ),
  ],
} as const satisfies Cases
