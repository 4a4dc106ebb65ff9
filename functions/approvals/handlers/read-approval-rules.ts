import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'
import { showRules } from '../show-rules.ts'

/** The approval rules of a dossier, in the order in which they count (P-07). */
export const readApprovalRules: Handler<typeof routes.readApprovalRules> = async (context) => {
  const { settings, dossier } = context
  if (settings === undefined) return { view: { dossierId: dossier.dossierId, rulesVersion: 0, rules: [] } }
  return { view: await showRules(settings, context), version: settings.version }
}
