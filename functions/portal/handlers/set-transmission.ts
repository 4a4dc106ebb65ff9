import { event } from '../../../shared/events.ts'
import { create, perhaps, update } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { PortalSettingsOf } from '../records.ts'
import type { routes } from '../routes.ts'

/** Sets what is sent without a person; what waits already goes as well, so that nothing is forgotten (P-08). */
export const setTransmission: Handler<typeof routes.setTransmission> = async (context) => {
  const { actor, dossier, input, read, now } = context
  const { dossierId } = dossier
  const { settings } = await read({ settings: perhaps(PortalSettingsOf, { dossierId }) })
  const changes = { ...input, changedAt: now, changedBy: actor.personId }
  return {
    view: { dossierId, ...changes },
    writes: [
      settings === undefined
        ? create(PortalSettingsOf, { dossierId, rulesVersion: 0, rules: [], ...changes })
        : update(PortalSettingsOf, settings, changes),
    ],
    events: input.transmission === 'off' ? [] : [event('transmission-set', { dossierId, after: null })],
  }
}
