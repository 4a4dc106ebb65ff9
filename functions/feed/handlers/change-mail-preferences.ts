import { create, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { unchosen } from '../notice-kinds.ts'
import { MailPreferences } from '../records.ts'
import type { routes } from '../routes.ts'

/** Chooses which mails one gets of what happens from now on (B-06). */
export const changeMailPreferences: Handler<typeof routes.changeMailPreferences> = (context) => {
  const { actor, preference, input: choices, now: changedAt } = context
  const before = preference?.choices ?? unchosen
  const chosen = { personId: actor.personId, choices, changedAt, before }
  return {
    view: choices,
    version: (preference?.version ?? 0) + 1,
    writes: [preference === undefined ? create(MailPreferences, chosen) : update(MailPreferences, preference, chosen)],
  }
}
