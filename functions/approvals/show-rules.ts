import { People } from '../../shared/people.ts'
import { perhaps } from '../../shared/table/table.ts'
import type { Tools } from '../kernel/handler.ts'
import type { ApprovalRule, PortalSettings } from '../portal/records.ts'

type Shown = Pick<PortalSettings, 'dossierId' | 'rulesVersion' | 'rules'>

/** The rules of a dossier in their order, with the names of whoever approves. */
export const showRules = async ({ dossierId, rulesVersion, rules }: Shown, { read }: Pick<Tools, 'read'>) => {
  const ids = [...new Set(rules.flatMap(({ approverIds }) => approverIds))]
  const people = await read(Object.fromEntries(ids.map((personId) => [personId, perhaps(People, { personId })])))
  const show = ({ approverIds, kinds, partyIds, atLeast, ...rule }: ApprovalRule) => ({
    ...rule,
    kinds: kinds ?? null,
    partyIds: partyIds ?? null,
    atLeast: atLeast ?? null,
    approvers: approverIds.map((personId) => ({ personId, name: people[personId]?.name ?? '' })),
  })
  return { dossierId, rulesVersion, rules: rules.map(show) }
}
