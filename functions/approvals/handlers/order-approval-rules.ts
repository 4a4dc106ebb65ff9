import { problem } from '../../../shared/problems.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { ApprovalRule } from '../../portal/records.ts'
import { changeRules } from '../change-rules.ts'
import type { routes } from '../routes.ts'
import { showRules } from '../show-rules.ts'

/** Sets the order in which the rules count; every rule is named, so that none is lost that somebody added meanwhile (P-07). */
export const orderApprovalRules: Handler<typeof routes.orderApprovalRules> = async (context) => {
  const { settings, input, language } = context
  const rules = settings?.rules ?? []
  const ordered = input.ruleIds.map((id) => rules.find(({ ruleId }) => ruleId === id))
  if (ordered.length !== rules.length || ordered.includes(undefined)) {
    const detail = { en: 'Name every rule of the dossier.', fr: 'Nommez chaque règle du dossier.' }[language]
    return problem('invalid-input', { errors: [{ pointer: '#/ruleIds', detail }] })
  }
  const { after, ...changed } = changeRules(context, ordered as ApprovalRule[])
  return { view: await showRules(after, context), ...changed }
}
