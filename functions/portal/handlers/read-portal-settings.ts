import { perhaps } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { PortalSettingsOf } from '../records.ts'
import type { routes } from '../routes.ts'

/** Shows what is sent without a person: nothing, unless somebody has set it (P-08). */
export const readPortalSettings: Handler<typeof routes.readPortalSettings> = async ({ dossier, read }) => {
  const { dossierId } = dossier
  const { settings } = await read({ settings: perhaps(PortalSettingsOf, { dossierId }) })
  return { view: settings ?? { dossierId, transmission: 'off', changedAt: null, changedBy: null } }
}
