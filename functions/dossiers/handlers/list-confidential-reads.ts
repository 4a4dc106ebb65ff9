import { type ConfidentialRead, ConfidentialReads } from '../../../shared/confidential-reads.ts'
import { steps } from '../../../shared/rules/rule.ts'
import type { Handler } from '../../kernel/handler.ts'
import type { routes } from '../routes.ts'

/** Who read what is confidential in a dossier, when, and why they might (D-10): the table's own key, never an index. */
export const listConfidentialReads: Handler<typeof routes.listConfidentialReads> = async (context) => {
  const { dossier, input, list, policy } = context
  const { dossierId } = dossier
  const page = await list<ConfidentialRead>(
    ConfidentialReads.by.ofDossier,
    { dossierId },
    { ...input, newestFirst: true },
  )
  return {
    view: {
      items: page.items.map(({ ruleId, path, ...read }) => {
        // A rule may have been renamed since; its name at that moment stays.
        const rule = policy[read.action]?.find((one) => one.rule.id === ruleId)?.rule
        const { source = null, en = null, fr = null } = rule ?? {}
        return { ...read, rule: { id: ruleId, source, en, fr }, path: path.map((step) => ({ step, ...steps[step] })) }
      }),
      cursor: page.cursor,
    },
  }
}
