import { type DomainEvent, event } from '../../shared/events.ts'
import type { Person } from '../../shared/people.ts'
import type { Stored } from '../../shared/table/record.ts'
import { create, update, type Write } from '../../shared/table/table.ts'
import { type ApprovalRule, type PortalSettings, PortalSettingsOf } from '../portal/records.ts'

type Changing = {
  readonly actor: Pick<Person, 'personId'>
  readonly dossier: { readonly dossierId: string }
  readonly settings: Stored<PortalSettings> | undefined
  readonly now: string
}
type Changed = {
  readonly after: Pick<PortalSettings, 'dossierId' | 'rulesVersion' | 'rules'>
  readonly version: number
  readonly writes: readonly Write[]
  readonly events: readonly DomainEvent[]
}

/**
 * The rules of a dossier as they are from now on, and that they changed once more; what is in flight keeps its own (P-07).
 * Where all that no rule covers is sent without a person, what is covered no longer is looked for (P-08).
 */
export const changeRules = (
  { actor, dossier: { dossierId }, settings, now }: Changing,
  rules: readonly ApprovalRule[],
): Changed => {
  const changes = {
    rules,
    rulesVersion: (settings?.rulesVersion ?? 0) + 1,
    changedAt: now,
    changedBy: actor.personId,
  }
  return {
    after: { dossierId, ...changes },
    version: (settings?.version ?? 0) + 1,
    writes: [
      settings === undefined
        ? create(PortalSettingsOf, { dossierId, transmission: 'off', ...changes })
        : update(PortalSettingsOf, settings, changes),
    ],
    events: settings?.transmission === 'all' ? [event('transmission-set', { dossierId, after: null })] : [],
  }
}
