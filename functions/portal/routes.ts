import * as z from 'zod/mini'
import { route } from '../../shared/contract/route.ts'
import { id, nothing, time } from '../../shared/contract/schemas.ts'
import { dossier } from '../dossiers/resource.ts'
import { transmissionNames } from './records.ts'

const transmission = z.enum(transmissionNames)

const PortalSettingsView = z.object({
  dossierId: id,
  /** `approved`: approved documents are sent without a person; `all`: also what comes in and no approval rule covers. */
  transmission,
  /** When anybody set it, or the approval rules, last; `null` where nobody did. */
  changedAt: z.nullable(time),
  changedBy: z.nullable(id),
})

export const routes = {
  readPortalSettings: route('GET /v1/dossiers/{dossierId}/portal-settings', {
    summary: 'Read whether documents of a dossier are sent without a person',
    action: 'portal-settings.read',
    on: dossier,
    input: nothing,
    output: PortalSettingsView,
    uses: { table: 'read' },
  }),
  setTransmission: route('PUT /v1/dossiers/{dossierId}/portal-settings', {
    summary: 'Set which documents of a dossier are sent without a person',
    description: 'What waits already is sent as well. A confidential document is never sent without a person.',
    action: 'portal-settings.change',
    on: dossier,
    input: z.strictObject({ transmission }),
    output: PortalSettingsView,
    problems: ['conflict'],
    uses: { table: 'write' },
    repeatable: true,
  }),
}
